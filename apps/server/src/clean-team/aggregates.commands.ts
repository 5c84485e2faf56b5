import type { ReleasePreview } from '@entente/contract/clean-team';
import {
  type Aggregate,
  type AggregatedKind,
  type Contribution,
  contributorsOf,
  figureOf,
  releasableAggregate,
  type ReleaseRule,
  type Statistic,
  type ToldAggregate,
  USUAL_RULE,
} from '@entente/core/accounts';
import { groupedBy, invariant, Outcome, type Problem } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type FigureRow, findFigures, findHouses, findOpenFigures, findRule } from './figures.store.ts';
import { findTold, type InputRow, type ToldRow } from './releases.store.ts';

type Field = { readonly kind: AggregatedKind; readonly field: string };

/** The kind and the field of, say, `measure.value`. */
export function fieldOf(of: ReleasePreview['of']): Field {
  const [kind, field] = of.split('.');
  invariant(kind && field, 'a field is named after its kind');
  return { kind: kind as AggregatedKind, field };
}

const unknownRecords: Problem = {
  code: 'record-unknown',
  message: 'A record is not there, or is none of the clean team’s',
  fix: 'Choose among the figures of CLEAN records.',
  pointer: '/records',
};
const contributorUnclear: Problem = {
  code: 'contributor-unclear',
  message: 'No organisation stands behind a figure that was chosen',
  fix: 'Leave it out, or record whose it is: the holder of a stake, the venture of an alliance.',
  pointer: '/records',
};
const unitsDiffer: Problem = {
  code: 'units-differ',
  message: 'The chosen figures are of different quantities, or in different units',
  fix: 'Choose figures of one quantity in one unit.',
  pointer: '/records',
};

/** Figures that go together: all there, each with an organisation, of one quantity in one unit. */
function chosenFigures(
  figures: readonly FigureRow[],
  { records, part = [] }: Pick<ReleasePreview, 'records' | 'part'>,
  contributors: ReadonlyMap<string, string>,
): Outcome<readonly InputRow[]> {
  const isWhole = new Set(records).size === records.length && part.every((each) => records.includes(each));
  if (figures.length < records.length || !isWhole) return Outcome.refuse(unknownRecords);
  const known = figures.filter(({ value }) => value !== null);
  const [first] = known;
  if (known.some(({ unit, quantity }) => unit !== first?.unit || quantity !== first.quantity))
    return Outcome.refuse(unitsDiffer);
  const inputs = figures.flatMap(({ record, organisationId, organisationName, value, label, date }) => {
    if (organisationId === null) return [];
    const told = [label, date].filter((each) => each !== null).join(', ');
    const contributor = contributors.get(organisationId) ?? organisationId;
    const isPart = part.includes(record);
    return [{ record, label: told === '' ? null : told, organisationId, organisationName, contributor, value, isPart }];
  });
  return inputs.length < figures.length ? Outcome.refuse(contributorUnclear) : Outcome.of(inputs);
}

function toldAggregates(rows: readonly ToldRow[], contributors: ReadonlyMap<string, string>): readonly ToldAggregate[] {
  return [...groupedBy(rows, ({ release }) => release).values()].map((own) => ({
    statistic: own[0]?.statistic ?? 'count',
    contributions: own.map(({ record, organisationId, value, isPart }) => ({
      record,
      contributor: contributors.get(organisationId) ?? organisationId,
      value,
      isPart,
    })),
  }));
}

const recordsOf = (told: readonly ToldAggregate[]): readonly string[] => [
  ...new Set(told.flatMap(({ contributions }) => contributions.map(({ record }) => record))),
];

const contributionsOf = (inputs: readonly InputRow[]): readonly Contribution[] =>
  inputs.flatMap(({ record, contributor, value, isPart }) =>
    value === null ? [] : [{ record, contributor, value, isPart }],
  );

/** What the workspace asks of an aggregate. */
export const ruleNow = async (transaction: DatabaseTransaction): Promise<ReleaseRule> =>
  (await findRule(transaction)) ?? USUAL_RULE;

/** Who contributes as one, by organisation; who is not in it is one alone. */
export const contributorsNow = async (transaction: DatabaseTransaction): Promise<ReadonlyMap<string, string>> =>
  contributorsOf(await findHouses(transaction));

export type JudgedAggregate = Aggregate & {
  readonly statistic: Statistic;
  /** Of the figures, whatever the statistic is in. */
  readonly unit: string | null;
  readonly quantity: string | null;
  readonly unknown: number;
  readonly rule: ReleaseRule;
  readonly inputs: readonly InputRow[];
};

/** The aggregate of chosen records as they are now, or why it may not leave the clean team. */
export async function judgedAggregate(
  transaction: DatabaseTransaction,
  { of, statistic, records, part }: ReleasePreview,
): Promise<Outcome<JudgedAggregate>> {
  const field = fieldOf(of);
  const contributors = await contributorsNow(transaction);
  const figures = await findFigures(transaction, field, records);
  const chosen = chosenFigures(figures, { records, part: statistic === 'share' ? part : [] }, contributors);
  if (!chosen.ok) return chosen;
  const told = toldAggregates(await findTold(transaction, field), contributors);
  const rule = await ruleNow(transaction);
  const open = await findOpenFigures(transaction, field, recordsOf(told));
  const judged = releasableAggregate({
    statistic,
    contributions: contributionsOf(chosen.value),
    rule,
    told,
    known: new Set(open.map(figureOf)),
  });
  if (!judged.ok) return judged;
  const first = figures.find(({ value }) => value !== null);
  return Outcome.of({
    ...judged.value,
    statistic,
    unit: first?.unit ?? null,
    quantity: first?.quantity ?? null,
    unknown: chosen.value.length - judged.value.records,
    rule,
    inputs: chosen.value,
  });
}
