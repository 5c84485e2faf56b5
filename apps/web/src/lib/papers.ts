import {
  type PaperAnswer,
  type PaperKind,
  type PaperOf,
  paperRoutes,
  type PaperContent,
} from '@entente/contract/dossier';
import { memberRoutes } from '@entente/contract/accounts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, write } from './client.ts';

const pathOf = (workspace: string, rest: string): string => `/workspaces/${encodeURIComponent(workspace)}${rest}`;
const papersOf = (workspace: string, alliance: string): string =>
  pathOf(workspace, `/alliances/${encodeURIComponent(alliance)}/papers`);
/** What is read of papers anew after one was written. */
export const papersKey = (workspace: string, ...rest: readonly unknown[]) => [
  'workspace',
  workspace,
  'papers',
  ...rest,
];

/** The papers of one alliance, of these kinds. */
export const papersOfQuery = (workspace: string, alliance: string, kinds: readonly PaperKind[]) =>
  queryOptions({
    queryKey: papersKey(workspace, 'of', alliance, kinds),
    queryFn: ({ signal }) =>
      read(papersOf(workspace, alliance), {
        answer: paperRoutes.ofAlliance.answer,
        query: { kind: [...kinds] },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** The papers of these kinds of every alliance; those alone with which something is to be done, if asked. */
export const papersQuery = (workspace: string, kinds: readonly PaperKind[], only: { readonly open?: 'true' } = {}) =>
  queryOptions({
    queryKey: papersKey(workspace, 'all', kinds, only),
    queryFn: ({ signal }) =>
      read(pathOf(workspace, '/papers'), {
        answer: paperRoutes.list.answer,
        query: { kind: [...kinds], ...only },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

/** A paper with its versions and what is computed from it. */
export const paperQuery = (workspace: string, alliance: string, paper: string) =>
  queryOptions({
    queryKey: papersKey(workspace, 'one', alliance, paper),
    queryFn: ({ signal }) =>
      read(`${papersOf(workspace, alliance)}/${paper}`, { answer: paperRoutes.get.answer, signal }),
  });

/** The people of the workspace, whom papers may name. */
export const membersQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['workspace', workspace, 'members'],
    queryFn: ({ signal }) => read(pathOf(workspace, '/members'), { answer: memberRoutes.list.answer, signal }),
  });

/** Papers of one kind, with what they say. */
export const ofKind = <K extends PaperKind>(
  items: readonly PaperAnswer[],
  kind: K,
): readonly (PaperAnswer & { readonly content: PaperOf<K> })[] =>
  items.flatMap((item) =>
    item.content?.kind === kind ? [{ ...item, content: item.content as unknown as PaperOf<K> }] : [],
  );

/** A paper at the version that was read. */
export type PaperAt = {
  readonly workspace: string;
  readonly alliance: string;
  readonly paper: string;
  readonly version: number;
};

/** Adds a paper. @throws RequestFailure */
export const addPaper = (workspace: string, alliance: string, body: PaperContent) =>
  write(papersOf(workspace, alliance), {
    method: 'POST',
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: paperRoutes.add.answer,
  });

/** Writes the next version of a paper, whole; one that was taken away comes back. @throws RequestFailure */
export const changePaper = ({ workspace, alliance, paper, version }: PaperAt, body: PaperContent) =>
  write(`${papersOf(workspace, alliance)}/${paper}`, {
    method: 'PATCH',
    version,
    body,
    idempotencyKey: crypto.randomUUID(),
    answer: paperRoutes.change.answer,
  });

/** Takes a paper away; its versions stay. @throws RequestFailure */
export const takePaperAway = ({ workspace, alliance, paper, version }: PaperAt) =>
  write(`${papersOf(workspace, alliance)}/${paper}`, {
    method: 'DELETE',
    version,
    idempotencyKey: crypto.randomUUID(),
    answer: paperRoutes.takeAway.answer,
  });
