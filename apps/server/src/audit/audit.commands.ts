import type { KeyObject } from 'node:crypto';
import {
  AUDIT_ACTIONS,
  auditContent,
  type AuditKind,
  type AuditPageAnswer,
  type AuditVerdict,
  type SignedHead,
} from '@entente/contract/audit';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading } from '../register/changing.commands.ts';
import { tellReadings } from '../register/clean-readings.commands.ts';
import type { Workspace } from '../register/workspaces.store.ts';
import type { AuditLine } from './audit-lines.ts';
import { headSigned } from './audit-key.ts';
import { auditVerdict } from './audit-verification.ts';
import {
  type ActionFilter,
  countEntries,
  countUnlisted,
  findBundleTexts,
  findChain,
  findCleanInLog,
  findEntriesAfter,
  findEntriesBefore,
  findLineTexts,
  findReadableClasses,
  type LogText,
} from './audit.store.ts';
import { countHeads, findHeads, findLastHeads, insertHead } from './heads.store.ts';

const ENTRIES_AT_A_TIME = 500;
const ROWS_AT_A_TIME = 5_000;
const BUNDLES_AT_A_TIME = 50;

type Reads = Pick<Caller, 'database' | 'actor'>;

const nothingYet: Problem = {
  code: 'audit-empty',
  message: 'Nothing has been written in this workspace yet, so its audit has no head',
  fix: 'Come back after the first change.',
};

type Texts = (transaction: DatabaseTransaction, changeSet: string, after: string, limit: number) => Promise<LogText[]>;

async function* texts(read: Texts, transaction: DatabaseTransaction, changeSet: string, limit: number) {
  for (let after = '0'; ; ) {
    const rows = await read(transaction, changeSet, after, limit);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = last.position;
  }
}

/** What a change wrote to the log, in order: lines, and bundles of lines. */
async function* rowLines(transaction: DatabaseTransaction, changeSet: string): AsyncGenerator<AuditLine> {
  const bundles = texts(findBundleTexts, transaction, changeSet, BUNDLES_AT_A_TIME);
  let bundle = await bundles.next();
  for await (const { position, text } of texts(findLineTexts, transaction, changeSet, ROWS_AT_A_TIME)) {
    for (; bundle.done !== true && BigInt(bundle.value.position) < BigInt(position); bundle = await bundles.next())
      yield { kind: 'rows', text: bundle.value.text };
    yield { kind: 'row', text };
  }
  for (; bundle.done !== true; bundle = await bundles.next()) yield { kind: 'rows', text: bundle.value.text };
}

/** The audit of the workspace at hand as lines, all of one instant. */
async function* auditLines(transaction: DatabaseTransaction, { id }: Workspace): AsyncGenerator<AuditLine> {
  const chain = await findChain(transaction);
  const unlisted = await countUnlisted(transaction);
  // A workspace without a chain has had no change since chains began.
  const classes = await findReadableClasses(transaction);
  yield { kind: 'workspace', format: 1, id, earlier: chain?.earlier ?? unlisted, classes };
  const heads = await findHeads(transaction);
  for (const head of heads) yield { kind: 'head', ...head };
  for (let after = 0; ; ) {
    const entries = await findEntriesAfter(transaction, after, ENTRIES_AT_A_TIME);
    for (const { sequence, content, digest, changeSet } of entries) {
      yield { kind: 'entry', sequence, content, digest };
      if (changeSet !== null) yield* rowLines(transaction, changeSet);
    }
    const last = entries.at(-1);
    if (last === undefined || entries.length < ENTRIES_AT_A_TIME) break;
    after = last.sequence;
  }
  const { sequence = 0, digest = null } = chain ?? {};
  yield { kind: 'end', sequence, digest, unlisted, heads: heads.length };
}

/** Judges the chain of a workspace as the database holds it, against heads that were kept elsewhere. */
export function verifyAudit(
  reads: Reads,
  workspace: string,
  witnesses: readonly SignedHead[] = [],
): Promise<Outcome<AuditVerdict>> {
  return reading(reads, workspace, async (transaction, found) =>
    Outcome.of(await auditVerdict(auditLines(transaction, found), witnesses)),
  );
}

/** Writes the audit of a workspace out, line by line; `write` is waited for, and ends it by false. */
export function exportAudit(
  reads: Reads,
  workspace: string,
  write: (line: AuditLine) => Promise<boolean>,
): Promise<Outcome<{ readonly lines: number }>> {
  return reading(reads, workspace, async (transaction, found) => {
    let lines = 0;
    // The log holds values: whoever takes records of the class CLEAN away with it is named first.
    await findCleanInLog(transaction);
    await tellReadings();
    for await (const line of auditLines(transaction, found)) {
      if (!(await write(line))) break;
      lines += 1;
    }
    return Outcome.of({ lines });
  });
}

/** The head of a workspace's chain, signed now and kept: for a partner to keep too. */
export async function signHead(
  caller: Caller,
  workspace: string,
  key: KeyObject,
  now: Date,
): Promise<Outcome<SignedHead>> {
  const answer = await arranging({ ...caller, idempotency: null }, workspace, async (transaction, { id }) => {
    const chain = await findChain(transaction);
    if (chain === null) return Outcome.refuse(nothingYet);
    const { sequence, digest } = chain;
    const signed = headSigned(key, { workspace: id, sequence, digest, signedAt: now.toISOString() });
    return Outcome.of({ status: 200, headers: {}, body: await insertHead(transaction, signed) });
  });
  return answer.ok ? Outcome.of(answer.value.body as SignedHead) : answer;
}

const HEADS_SHOWN = 20;
const RECORDS_SHOWN = 20;

const LISTED: readonly string[] = [...AUDIT_ACTIONS.changes, ...AUDIT_ACTIONS.reads, ...AUDIT_ACTIONS['sign-ins']];

/** The actions of a kind of entries; what is none of the others is a grant. */
const filterOf = (kind: AuditKind | null): ActionFilter => {
  if (kind === null) return null;
  return kind === 'grants' ? { actions: LISTED, isOthers: true } : { actions: AUDIT_ACTIONS[kind], isOthers: false };
};

export type EntryQuery = {
  readonly before: number | null;
  readonly limit: number;
  readonly kind: AuditKind | null;
};

/** Entries of the chain, latest first; of many records that one was about, the first. */
export function listEntries(
  reads: Reads,
  workspace: string,
  { before, limit, kind }: EntryQuery,
): Promise<Outcome<AuditPageAnswer>> {
  return reading(reads, workspace, async (transaction) => {
    const filter = filterOf(kind);
    const rows = await findEntriesBefore(transaction, filter, before, limit);
    const items = rows.map(({ content, digest }) => {
      const { records, ...said } = auditContent.parse(JSON.parse(content));
      const read =
        records === undefined ? {} : { records: records.slice(0, RECORDS_SHOWN), recordCount: records.length };
      return { ...said, ...read, digest };
    });
    return Outcome.of({
      items,
      total: await countEntries(transaction, filter),
      heads: await findLastHeads(transaction, HEADS_SHOWN),
      headTotal: await countHeads(transaction),
    });
  });
}
