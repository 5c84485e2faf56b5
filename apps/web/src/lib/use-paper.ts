import type {
  PaperContent,
  PaperKind,
  PaperOf,
  PaperReading,
  PaperWithVersionsAnswer,
} from '@entente/contract/dossier';
import { useQuery } from '@tanstack/react-query';
import { addPaper, changePaper, ofKind, paperQuery, papersOfQuery, takePaperAway } from './papers.ts';
import { useToldMutation } from './use-told-mutation.ts';
import { useWorkspace } from './workspace.ts';

export type { PaperKind, PaperOf, PaperWithVersionsAnswer };
export type ReadingOfKind<K extends PaperKind> = Extract<PaperReading, { kind: K }>;

/** Papers that an alliance has one of, of these kinds; read together. */
export function usePapersOf(slug: string, kinds: readonly PaperKind[]) {
  return useQuery(papersOfQuery(useWorkspace(), slug, kinds));
}

export type SinglePaper<K extends PaperKind> = {
  /** What it says now; null where there is none. */
  readonly content: PaperOf<K> | null;
  readonly paper: PaperWithVersionsAnswer | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
  readonly canWrite: boolean;
  readonly isSaving: boolean;
  readonly save: (content: PaperContent, onDone?: () => void) => void;
  readonly takeAway: (onDone?: () => void) => void;
};

/** The one paper of a kind that an alliance has, or may have. */
export function useSinglePaper<K extends PaperKind>(slug: string, kind: K): SinglePaper<K> {
  const workspace = useWorkspace();
  const list = useQuery(papersOfQuery(workspace, slug, [kind]));
  const item = ofKind(list.data?.items ?? [], kind)[0] ?? null;
  const one = useQuery({ ...paperQuery(workspace, slug, item?.id ?? ''), enabled: item !== null });
  const paper = item === null ? null : (one.data ?? null);
  const at = item && { workspace, alliance: slug, paper: item.id, version: item.version };
  const saving = useToldMutation((content: PaperContent) =>
    at === null ? addPaper(workspace, slug, content) : changePaper(at, content),
  );
  const taking = useToldMutation(() => (at === null ? Promise.resolve(null) : takePaperAway(at)));
  return {
    content: item?.content ?? null,
    paper,
    isPending: list.isPending || (item !== null && one.isPending),
    error: list.error ?? one.error,
    refetch: () => {
      void list.refetch();
      if (item !== null) void one.refetch();
    },
    canWrite: item === null ? (list.data?.abilities.add ?? false) : item.abilities.change,
    isSaving: saving.isPending || taking.isPending,
    save: (content, onDone) => saving.mutate(content, { onSuccess: () => onDone?.() }),
    takeAway: (onDone) => taking.mutate(undefined, { onSuccess: () => onDone?.() }),
  };
}
