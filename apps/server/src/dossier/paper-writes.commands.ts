import { randomUUID } from 'node:crypto';
import type { PaperContent, PaperKind } from '@entente/contract/dossier';
import { can } from '@entente/core/accounts';
import { Outcome, type Problem } from '@entente/core/kernel';
import { findColleagues } from '../lifecycle/lifecycles.store.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, required } from '../register/changing.commands.ts';
import { recordMissing, staleVersion } from '../register/record-writes.commands.ts';
import { findRecordId, findRecordsBy } from '../register/records.store.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import { factsOf, problemsOf, ruleOf } from './paper-kinds.ts';
import { type AlliancePlace, paperNow } from './papers.commands.ts';
import { findVersions, insertVersion, lockPapers, type PaperRow } from './papers.store.ts';

/** Which paper it is, and the version that the writer has read of it. */
export type PaperPlace = AlliancePlace & { readonly paper: string; readonly version: number };

const personUnknown: Problem = {
  code: 'record-unknown',
  message: 'Somebody whom the paper names is no member of the workspace',
  fix: 'Choose among the members.',
};
const organisationUnknown: Problem = {
  code: 'record-unknown',
  message: 'There is no such organisation in this workspace',
  fix: 'Choose an organisation that is there.',
};
const classRefused: Problem = {
  code: 'value-refused',
  message: 'Your role does not write papers of this class',
  fix: 'Ask somebody whose role does.',
};
const kindKept: Problem = {
  code: 'value-refused',
  message: 'A paper stays of its kind',
  fix: 'Add another paper of the kind you need.',
  pointer: '/kind',
};

/** What the content names and the earlier one did not must be there. Who has left since stays named. */
async function strangers(
  transaction: DatabaseTransaction,
  content: PaperContent,
  previous: PaperContent | null,
): Promise<readonly Problem[]> {
  const before = factsOf(previous);
  const { people, organisations } = factsOf(content);
  const named = people.filter((id) => !before.people.includes(id));
  const firms = [...new Set(organisations.filter((id) => !before.organisations.includes(id)))];
  const members = named.length === 0 ? [] : (await findColleagues(transaction)).map(({ id }) => id);
  const there = await findRecordsBy(transaction, 'organisation', 'id', firms);
  return [
    ...(named.every((id) => members.includes(id)) ? [] : [personUnknown]),
    ...(there.length === firms.length ? [] : [organisationUnknown]),
  ];
}

function mayWrite({ id, viewer }: Workspace, kind: PaperKind): boolean {
  return can(viewer, 'register.write', { workspaceId: id, class: ruleOf(kind).class });
}

type Next = Pick<PaperRow, 'id' | 'allianceId' | 'version' | 'kind'>;

/** Writes the next version, once all that it names is found. */
async function written(
  transaction: DatabaseTransaction,
  workspace: Workspace,
  next: Next,
  content: PaperContent | null,
  previous: PaperContent | null,
): Promise<void> {
  if (!mayWrite(workspace, next.kind)) return required(Outcome.refuse(classRefused));
  if (content !== null) {
    const problems = [...problemsOf(content, previous), ...(await strangers(transaction, content, previous))];
    if (problems.length > 0) return required(Outcome.refuse(...problems));
  }
  const { due, isOpen, holder } = factsOf(content);
  const { class: paperClass, isSingle } = ruleOf(next.kind);
  await insertVersion(transaction, { ...next, class: paperClass, isSingle, content, due, isOpen, holder });
}

/** Adds a paper to an alliance. */
export const addPaper = (caller: Caller, place: AlliancePlace, content: PaperContent): Promise<Outcome<StoredAnswer>> =>
  arranging(caller, place.workspace, async (transaction, workspace) => {
    const alliance = await findRecordId(transaction, 'alliance', place.alliance);
    if (alliance === null) return Outcome.refuse(recordMissing);
    await lockPapers(transaction, alliance);
    const next = { id: randomUUID(), allianceId: alliance, version: 1, kind: content.kind };
    await written(transaction, workspace, next, content, null);
    const now = await paperNow(transaction, workspace, { alliance, paper: next.id }, caller.today);
    return Outcome.of({ ...now, status: 201 });
  });

/** Writes the next version of a paper; null takes it away. */
const nextVersion = (caller: Caller, place: PaperPlace, content: PaperContent | null): Promise<Outcome<StoredAnswer>> =>
  arranging(caller, place.workspace, async (transaction, workspace) => {
    const alliance = await findRecordId(transaction, 'alliance', place.alliance);
    if (alliance === null) return Outcome.refuse(recordMissing);
    await lockPapers(transaction, alliance);
    const [latest, ...earlier] = await findVersions(transaction, { alliance, paper: place.paper });
    if (latest === undefined) return Outcome.refuse(recordMissing);
    if (latest.version !== place.version) return Outcome.refuse(staleVersion(place.version, latest.version));
    if (content !== null && content.kind !== latest.kind) return Outcome.refuse(kindKept);
    const previous = [latest, ...earlier].find((row) => row.content !== null)?.content ?? null;
    const { id, kind } = latest;
    const next = { id, kind, allianceId: alliance, version: latest.version + 1 };
    await written(transaction, workspace, next, content, previous);
    return Outcome.of(await paperNow(transaction, workspace, { alliance, paper: id }, caller.today));
  });

/** Writes the next version of a paper. */
export const changePaper = (caller: Caller, place: PaperPlace, content: PaperContent): Promise<Outcome<StoredAnswer>> =>
  nextVersion(caller, place, content);

/** Takes a paper away; its versions stay. */
export const takePaperAway = (caller: Caller, place: PaperPlace): Promise<Outcome<StoredAnswer>> =>
  nextVersion(caller, place, null);
