import { type AnyRecord, formFields, type FormValue, type FormValues, valuesOf } from '../forms/form-values.ts';
import { changeOf } from '../forms/record-body.ts';
import { isSameValue } from '../forms/same-value.ts';
import { isUndecided, type MergeField, mergedValues, mergeFields } from '../forms/three-way-merge.ts';
import { rowOf, type StakeRow } from './stake-rows.ts';

/** A row of the table on which two people's work meets, and a person has to look. */
export type StakeMeeting =
  /** Both changed it. */
  | { readonly as: 'changed'; readonly row: StakeRow; readonly theirs: AnyRecord; readonly fields: Fields }
  /** Changed here, removed there. */
  | { readonly as: 'removed-there'; readonly row: StakeRow }
  /** Taken out here, changed there. */
  | { readonly as: 'removed-here'; readonly row: StakeRow; readonly theirs: AnyRecord; readonly fields: Fields };

type Fields = readonly MergeField<FormValue>[];

/** The table brought up to what is recorded now, and what of it has to be decided. */
export type Meetings = { readonly rows: readonly StakeRow[]; readonly meetings: readonly StakeMeeting[] };

type Met = { readonly row: StakeRow | null; readonly meeting: StakeMeeting | null };

const NAMES = formFields('stake').map(({ name }) => name);

function fieldsOf(record: AnyRecord, mine: FormValues, theirs: AnyRecord): Fields {
  const versions = { base: valuesOf('stake', record), mine, theirs: valuesOf('stake', theirs) };
  return mergeFields(NAMES, versions, (name, one, other) => isSameValue('stake', name, one, other));
}

function met(row: StakeRow, record: AnyRecord, theirs: AnyRecord | undefined): Met {
  const { values, isRemoved } = row;
  const isChanged = Object.keys(changeOf('stake', valuesOf('stake', record), values).body).length > 0;
  if (theirs === undefined) {
    // Removed by both, or by them alone: it is gone.
    return isRemoved || !isChanged ? { row: null, meeting: null } : { row, meeting: { as: 'removed-there', row } };
  }
  if (theirs.version === record.version) return { row, meeting: null };
  if (!isRemoved && !isChanged) return { row: { ...rowOf(theirs), key: row.key }, meeting: null };
  const as = isRemoved ? 'removed-here' : 'changed';
  const mine = isRemoved ? valuesOf('stake', record) : values;
  return { row, meeting: { as, row, theirs, fields: fieldsOf(record, mine, theirs) } };
}

/**
 * What became of a table's rows while it was edited: rows that others alone changed, added or removed are brought up to
 * date, rows that both touched are met.
 * @param current all stakes in the venture as they are recorded now
 */
export function meetingsOf(rows: readonly StakeRow[], current: readonly AnyRecord[]): Meetings {
  const now = new Map(current.map((record) => [record.id, record]));
  const all = rows.map((row): Met => {
    return row.record === null ? { row, meeting: null } : met(row, row.record, now.get(row.record.id));
  });
  const here = new Set(rows.map(({ record }) => record?.id));
  const added = current.filter(({ id }) => !here.has(id)).map(rowOf);
  const kept = all.flatMap(({ row }) => row ?? []);
  const isNew = ({ record }: StakeRow): boolean => record === null;
  return {
    rows: [...kept.filter((row) => !isNew(row)), ...added, ...kept.filter(isNew)],
    meetings: all.flatMap(({ meeting }) => meeting ?? []),
  };
}

/** What is decided of a meeting: for each field whose value, or of the row as a whole whose. */
export type Decision =
  | { readonly of: 'fields'; readonly fields: Fields }
  | { readonly of: 'row'; readonly choice: 'mine' | 'theirs' | null };

/** A meeting before anybody has looked: what one side alone changed is chosen, the rest is open. */
export const openDecision = (meeting: StakeMeeting): Decision =>
  meeting.as === 'changed' ? { of: 'fields', fields: meeting.fields } : { of: 'row', choice: null };

export const isOpen = (decision: Decision): boolean =>
  decision.of === 'fields' ? isUndecided(decision.fields) : decision.choice === null;

/** The row that a decision comes to; null: it is left out of the table. Undefined while it is open. */
function decidedRow(meeting: StakeMeeting, decision: Decision): StakeRow | null | undefined {
  const { row } = meeting;
  if (decision.of === 'fields') {
    const values = mergedValues(decision.fields, ({ mine }) => mine);
    if (values === null || meeting.as === 'removed-there') return undefined;
    return { ...row, record: meeting.theirs, values: { ...row.values, ...values } };
  }
  if (decision.choice === null) return undefined;
  const isMine = decision.choice === 'mine';
  // What was removed there comes back as a new stake; what is kept here is as they saved it.
  if (meeting.as === 'removed-there') return isMine ? { ...row, record: null } : null;
  return isMine ? { ...row, record: meeting.theirs } : { ...rowOf(meeting.theirs), key: row.key };
}

/** The table with every decision in it. */
export function decidedRows(
  { rows, meetings }: Meetings,
  decisions: ReadonlyMap<string, Decision>,
): readonly StakeRow[] {
  const decided = new Map(
    meetings.map((meeting) => {
      const decision = decisions.get(meeting.row.key) ?? openDecision(meeting);
      return [meeting.row.key, decidedRow(meeting, decision)] as const;
    }),
  );
  return rows.flatMap((row) => {
    const outcome = decided.get(row.key);
    return outcome === undefined ? row : (outcome ?? []);
  });
}

/** The decisions that keep everything as others saved it. */
export const theirsOf = ({ meetings }: Meetings): ReadonlyMap<string, Decision> =>
  new Map(
    meetings.map((meeting): [string, Decision] => [
      meeting.row.key,
      meeting.as === 'changed'
        ? { of: 'fields', fields: meeting.fields.map((field) => ({ ...field, choice: 'theirs' as const })) }
        : { of: 'row', choice: 'theirs' },
    ]),
  );
