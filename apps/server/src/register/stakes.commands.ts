import { EdtfDate, invariant, Outcome, Period, type PeriodEnd, Share, type SubjectKind } from '@entente/core/kernel';
import { EXISTS, type Stake, stakeBeside } from '@entente/core/register';
import { type Change, required } from './changing.commands.ts';
import { type FieldValues, findRecord, findRecordsBy, type RecordRow } from './records.store.ts';
import { lockStakesIn } from './stakes.store.ts';

function valueOf<T>(outcome: Outcome<T>): T {
  invariant(outcome.ok, 'what the register holds can be read');
  return outcome.value;
}

const dateOf = (value: unknown): EdtfDate | null => (value === null ? null : valueOf(EdtfDate.parse(value as string)));
const endOf = (value: unknown): PeriodEnd => valueOf(Period.parseEnd(value as string));
const shareOf = (value: unknown): Share | null => (value === null ? null : valueOf(Share.parse(value as string)));

/** A stake as the core judges it. */
function stakeOf(id: string, fields: FieldValues): Stake {
  const { alliance, issuer, holder, holders, holderCount } = fields;
  return {
    id,
    alliance: (alliance ?? null) as string | null,
    issuer: issuer as string,
    holder: (holder ?? null) as string | null,
    holders: (holders ?? null) as string | null,
    holderCount: (holderCount ?? null) as number | null,
    share: shareOf(fields['share'] ?? null),
    votingShare: shareOf(fields['votingShare'] ?? null),
    from: dateOf(fields['from'] ?? null),
    to: endOf(fields['to'] ?? '..'),
  };
}

/** A stake given without an issuer is one in the alliance's venture. */
export async function withIssuer(change: Change, fields: FieldValues): Promise<Outcome<FieldValues>> {
  if (fields['issuer'] !== undefined) return Outcome.of(fields);
  const { alliance } = fields;
  const record = typeof alliance === 'string' ? await findRecord(change.transaction, 'alliance', alliance) : null;
  const venture = record?.fields['venture'];
  if (typeof venture === 'string') return Outcome.of({ ...fields, issuer: venture });
  return Outcome.refuse({
    code: 'field-required',
    message: 'It is not said whose shares these are, and the alliance has no venture',
    fix: 'Give the issuer, or an alliance that has a venture.',
    pointer: '/issuer',
  });
}

/** What a stake must be by itself. */
function judgedAlone(fields: FieldValues): Outcome<FieldValues> {
  if (((fields['holder'] ?? null) === null) === ((fields['holders'] ?? null) === null)) {
    return Outcome.refuse({
      code: 'holder-unclear',
      message: 'A stake has one holder, named or described',
      fix: 'Give either holder or holders.',
      pointer: '/holder',
    });
  }
  if (!Period.isReversed(stakeOf('', fields))) return Outcome.of(fields);
  return Outcome.refuse({
    code: 'period-reversed',
    message: 'The stake ends before it begins',
    fix: 'Give an end that is later than the beginning.',
    pointer: '/to',
  });
}

/**
 * Whether the stake fits beside the others in its issuer, with the words that a person can act on. The database judges the
 * same at commit; the lock is the one its rule takes, so nobody comes in between.
 */
async function judgedStake(change: Change, id: string | null, fields: FieldValues): Promise<Outcome<FieldValues>> {
  const alone = judgedAlone(fields);
  if (!alone.ok) return alone;
  const candidate = stakeOf(id ?? '', fields);
  if (fields[EXISTS] === false) return Outcome.of(fields);
  await lockStakesIn(change.transaction, candidate.issuer);
  const all = await findRecordsBy(change.transaction, 'stake', 'issuer', [candidate.issuer]);
  const others = all.filter((row) => row.fields[EXISTS] !== false);
  const beside = others.filter((row) => row.id !== id).map((row) => stakeOf(row.id, row.fields));
  const outcome = stakeBeside(candidate, beside);
  return outcome.ok ? Outcome.of(fields) : outcome;
}

/** Judges a stake as it stands when all writes of the change are done, unless it is gone by then. */
async function judgeAtEnd(change: Change, id: string): Promise<void> {
  const row = await findRecord(change.transaction, 'stake', id);
  if (row !== null) required(await judgedStake(change, id, row.fields));
}

/** What a record must be beside its own fields' rules, before its new values are written. */
export async function judgedFields(
  change: Change,
  kind: SubjectKind,
  before: RecordRow | null,
  fields: FieldValues,
): Promise<Outcome<FieldValues>> {
  if (kind !== 'stake') return Outcome.of(fields);
  const whole = { ...before?.fields, ...fields };
  return change.later === null ? judgedStake(change, before?.id ?? null, whole) : judgedAlone(whole);
}

/** Leaves the judgement of a written stake to the end of the change, where there are more writes to come. */
export function judgeLater({ later, ...change }: Change, kind: SubjectKind, id: string): void {
  if (kind === 'stake') later?.push(() => judgeAtEnd({ ...change, later }, id));
}
