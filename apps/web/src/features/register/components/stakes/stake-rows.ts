import { EdtfDate, Period, Share } from '@entente/core/kernel';
import { type Stake, stakeBeside } from '@entente/core/register';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import type { FormProblem } from '../forms/form-problems.ts';
import { type AnyRecord, emptyValues, type FormValues, type Picked, valuesOf } from '../forms/form-values.ts';
import { changeOf, creationOf, freshIn, type NameOf, readValues } from '../forms/record-body.ts';

/** A stake of a venture while its table is edited. */
export type StakeRow = {
  readonly key: string;
  /** As it is recorded; null: added here. */
  readonly record: AnyRecord | null;
  readonly values: FormValues;
  readonly isRemoved: boolean;
};

export const rowOf = (stake: AnyRecord): StakeRow => ({
  key: stake.id,
  record: stake,
  values: valuesOf('stake', stake),
  isRemoved: false,
});

export const newRow = (key: string, alliance: Picked, issuer: Picked): StakeRow => ({
  key,
  record: null,
  values: emptyValues('stake', { alliance, issuer }),
  isRemoved: false,
});

const TYPED = ['holder', 'holders', 'holderCount', 'share', 'votingShare', 'from', 'to'];

/** A new row in which nothing was typed. */
export const isBlank = ({ record, values }: StakeRow): boolean =>
  record === null && TYPED.every((name) => values[name] === null || values[name] === '');

/** The stake that a row tells of, as the register's rules judge it; null while it cannot be read. */
export function stakeIn({ key, values, isRemoved }: StakeRow): Stake | null {
  if (isRemoved) return null;
  const { body } = readValues('stake', values, ({ kind, reference, name }) => reference ?? `${kind} ${name}`);
  const textOf = (name: string): string | null => (typeof body[name] === 'string' ? body[name] : null);
  const [from, to] = [textOf('from'), textOf('to')];
  const [start, end] = [from === null ? null : EdtfDate.parse(from), Period.parseEnd(to)];
  const shares = (['share', 'votingShare'] as const).map((name) => {
    const text = textOf(name);
    return text === null ? null : Share.parse(text);
  });
  if (start?.ok === false || !end.ok || shares.some((share) => share?.ok === false)) return null;
  const [share = null, votingShare = null] = shares.map((parsed) => (parsed?.ok ? parsed.value : null));
  return {
    id: key,
    alliance: null,
    issuer: '',
    holder: textOf('holder'),
    holders: textOf('holders'),
    holderCount: typeof body['holderCount'] === 'number' ? body['holderCount'] : null,
    share,
    votingShare,
    from: start?.value ?? null,
    to: end.value,
  };
}

export type RowProblem = FormProblem & { readonly row: string };

/** What the rows are refused for: each by itself, and each beside the others. */
export function rowProblems(rows: readonly StakeRow[]): readonly RowProblem[] {
  const written = rows.filter((row) => !row.isRemoved && !isBlank(row));
  return written.flatMap((row): RowProblem[] => {
    const { problems } =
      row.record === null
        ? creationOf('stake', row.values)
        : changeOf('stake', valuesOf('stake', row.record), row.values);
    if (problems.length > 0) return problems.map((problem) => ({ ...problem, row: row.key }));
    const stake = stakeIn(row);
    if (stake === null) return [];
    const beside = stakeBeside(
      stake,
      written.flatMap((other) => (other.key === row.key ? [] : (stakeIn(other) ?? []))),
    );
    if (beside.ok) return [];
    return beside.problems.map(({ code, message, fix, pointer }) => {
      return { row: row.key, field: pointer?.slice(1) ?? null, code, message, fix };
    });
  });
}

/** The writes that the table comes to, and for each the row it is about. */
export type RowWrites = { readonly writes: readonly RecordWrite[]; readonly rows: readonly string[] };

/** One change for all rows: holders that are new, then what is removed, changed and added. */
export function writesOf(rows: readonly StakeRow[]): RowWrites {
  const kept = rows.filter((row) => !row.isRemoved && !isBlank(row));
  const fresh = new Map(
    kept.flatMap(({ key, values }) =>
      freshIn(values).map((picked) => [`${picked.kind} ${picked.name}`, { picked, key }]),
    ),
  );
  const names = new Map([...fresh.keys()].map((called, at) => [called, `new-${at + 1}`]));
  const nameOf: NameOf = ({ kind, reference, name }) => reference ?? `@${names.get(`${kind} ${name}`) ?? ''}`;
  const steps: (readonly [string, RecordWrite])[] = [...fresh].map(([called, { picked, key }]) => [
    key,
    { collection: COLLECTION_OF[picked.kind], as: names.get(called) ?? '', create: { name: picked.name } },
  ]);
  for (const { key, record, values, isRemoved } of rows) {
    const target = record === null ? null : { record: record.id, version: record.version };
    if (isRemoved) {
      if (target) steps.push([key, { collection: 'stakes', ...target, remove: true }]);
      continue;
    }
    if (record === null || target === null) continue;
    const change = changeOf('stake', valuesOf('stake', record), values, nameOf).body;
    if (Object.keys(change).length > 0) steps.push([key, { collection: 'stakes', ...target, change }]);
  }
  for (const { key, record, values } of kept) {
    if (record === null) steps.push([key, { collection: 'stakes', create: creationOf('stake', values, nameOf).body }]);
  }
  return { writes: steps.map(([, write]) => write), rows: steps.map(([key]) => key) };
}
