import { Outcome, type Problem, type Rank, type SubjectKind, type SubjectRef } from '@entente/core/kernel';
import { CUSTOM_PREFIX, fieldOf } from '@entente/core/register';
import type { StoredAnswer } from './stored-answer.ts';
import { type Caller, type Change, changing, required } from './changing.commands.ts';
import { findClaims } from './claims.store.ts';
import { judgedCustom } from './custom-values.commands.ts';
import { atVersion, settleRecord, type Target } from './record-writes.commands.ts';
import { answerOf } from './records.commands.ts';
import { type FieldValues, getRecord, insertRecord, removeRecords, updateRecord } from './records.store.ts';
import { withIds } from './references.commands.ts';

/** Body of a new claim, judged by the contract. */
export type ClaimBody = {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly field: string;
  readonly value: string;
  readonly source: string;
  readonly place: string;
  readonly quote: string | null;
  readonly rank: Rank;
  readonly reason: string | null;
};

function judgedValue(kind: SubjectKind, field: string, value: string): Outcome<string> {
  const rule = fieldOf(kind, field);
  if (rule === null) {
    return Outcome.refuse({
      code: 'field-unknown',
      message: `A ${kind} has no field "${field}"`,
      fix: 'Name a field of the record, or remark.<topic> for what no field holds.',
      pointer: '/field',
    });
  }
  const outcome = rule.parse(value);
  if (outcome.ok) return Outcome.of(value);
  return Outcome.refuse(...outcome.problems.map((problem) => ({ ...problem, pointer: '/value' })));
}

/** A claim on a field of the workspace's own is judged by that field. */
function judgedOwn({ transaction }: Change, kind: SubjectKind, field: string, value: string) {
  const key = field.startsWith(CUSTOM_PREFIX) ? field.slice(CUSTOM_PREFIX.length) : null;
  return judgedCustom(transaction, kind, key === null ? {} : { [key]: value }, () => '/value');
}

const reasonMissing: Problem = {
  code: 'reason-missing',
  message: 'This rank needs a reason',
  fix: 'Say why the claim is preferred or deprecated.',
  pointer: '/reason',
};

const lastClaim: Problem = {
  code: 'claim-last',
  message: 'It is the last claim that the record stands on',
  fix: 'Remove the record itself, or give it another claim first.',
};

/** A record stands on at least one claim that is not deprecated. */
async function stillStanding(change: Change, subject: SubjectRef): Promise<Outcome<null>> {
  const { claims } = await findClaims(change.transaction, [subject.id]);
  return claims.some((claim) => claim.rank !== 'deprecated') ? Outcome.of(null) : Outcome.refuse(lastClaim);
}

/** Adds what a source states; the record takes the value if it is the best claim now. */
export async function addClaim(change: Change, body: ClaimBody): Promise<string> {
  required(judgedValue(body.subject.kind, body.field, body.value));
  required(await judgedOwn(change, body.subject.kind, body.field, body.value));
  if (body.rank !== 'normal' && body.reason === null) required(Outcome.refuse(reasonMissing));
  const fields = required(await withIds(change.transaction, 'claim', body));
  const subject = fields['subject'] as SubjectRef;
  const record = await getRecord(change.transaction, subject.kind, subject.id);
  const { id } = await insertRecord(change.transaction, 'claim', fields, record.class);
  await settleRecord(change, subject.kind, subject.id, [body.field]);
  return id;
}

export type ClaimChangeBody = Partial<Pick<ClaimBody, 'value' | 'place' | 'quote' | 'rank' | 'reason'>>;

/** Changes what a claim says or how it ranks. */
export async function alterClaim(change: Change, target: Target, body: ClaimChangeBody): Promise<string> {
  const before = await atVersion(change, 'claim', target);
  const subject = before.fields['subject'] as SubjectRef;
  const field = before.fields['field'] as string;
  if (body.value !== undefined) {
    required(judgedValue(subject.kind, field, body.value));
    required(await judgedOwn(change, subject.kind, field, body.value));
  }
  const after: FieldValues = { ...before.fields, ...body };
  if (after['rank'] !== 'normal' && after['reason'] === null) required(Outcome.refuse(reasonMissing));
  await updateRecord(change.transaction, 'claim', before.id, body);
  required(await stillStanding(change, subject));
  await settleRecord(change, subject.kind, subject.id, [field]);
  return before.id;
}

export async function dropClaim(change: Change, target: Target): Promise<string> {
  const before = await atVersion(change, 'claim', target);
  const subject = before.fields['subject'] as SubjectRef;
  await removeRecords(change.transaction, 'claim', [before.id]);
  required(await stillStanding(change, subject));
  await settleRecord(change, subject.kind, subject.id, [before.fields['field'] as string]);
  return before.id;
}

export function createClaim(caller: Caller, workspace: string, body: ClaimBody): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: 'create-claim', reason: body.reason }, async (change) =>
    Outcome.of(await answerOf(change, 'claim', await addClaim(change, body), 201)),
  );
}

export function changeClaim(
  caller: Caller,
  workspace: string,
  target: Target,
  body: ClaimChangeBody,
): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: 'change-claim', reason: body.reason ?? null }, async (change) =>
    Outcome.of(await answerOf(change, 'claim', await alterClaim(change, target, body), 200)),
  );
}

export function removeClaim(caller: Caller, workspace: string, target: Target): Promise<Outcome<StoredAnswer>> {
  return changing(caller, workspace, { command: 'remove-claim', reason: null }, async (change) => {
    await dropClaim(change, target);
    return Outcome.of({ status: 204, headers: {}, body: null });
  });
}
