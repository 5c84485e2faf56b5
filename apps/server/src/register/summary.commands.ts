import type { CollectionName, SummaryAnswer, TotalAnswer } from '@entente/contract/register';
import { EdtfDate, Outcome, type SubjectKind } from '@entente/core/kernel';
import {
  groupFields,
  isCustomField,
  isNumber,
  listColumns,
  type ListField,
  listFieldUnknown,
} from '@entente/core/register';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from './changing.commands.ts';
import { findCleanRecords } from './clean-readings.store.ts';
import type { ListScope } from './list-conditions.store.ts';
import { customFieldsOf, scopeOf, type ScopeRequest } from './list-scopes.commands.ts';
import type { Versioned } from './lists.commands.ts';
import type { RowKind } from './record-tables.ts';
import {
  type CountedGroup,
  countGroups,
  findGroupNames,
  findQuantities,
  type GroupName,
  type NumberTotal,
  type QuantityTotal,
} from './summary.store.ts';
import { audienceIn } from './workspaces.store.ts';

export type SummaryRequest = ScopeRequest & {
  readonly group?: string | undefined;
  readonly addedOn?: string | undefined;
};

/** Fields whose shares are those of one organisation, so that they may be added. */
const OF_ONE_ISSUER = ['issuer', 'alliance'];

/** Whether the filters leave the shares of one organisation. */
const isOfOneIssuer = ({ conditions }: ListScope): boolean =>
  conditions.some(
    ({ field, operator, values }) => OF_ONE_ISSUER.includes(field.name) && operator === 'is' && values.length === 1,
  );

function groupField(kind: RowKind, name: string, custom: readonly ListField[]): Outcome<ListField> {
  const known = isCustomField(name) ? custom : groupFields(kind);
  const field = known.find((candidate) => candidate.name === name);
  if (field !== undefined) return Outcome.of(field);
  const names = groupFields(kind).map((each) => each.name);
  return Outcome.refuse(listFieldUnknown(name, names));
}

/** The kind of record that groups stand for, told by their keys where it may be one of several. */
function namedIn(field: ListField, key: string): { readonly kind: SubjectKind; readonly id: string } | null {
  if (field.as === 'reference') return { kind: field.to, id: key };
  if (field.as !== 'subject') return null;
  const colon = key.indexOf(':');
  return { kind: key.slice(0, colon) as SubjectKind, id: key.slice(colon + 1) };
}

type Named = Pick<GroupName, 'value' | 'name'>;

/** What each group is called; a value that is no reference is its own name. */
async function namesOf(
  transaction: DatabaseTransaction,
  field: ListField,
  groups: readonly CountedGroup[],
): Promise<(key: string) => Named> {
  const keys = groups.flatMap(({ key }) => (key === null ? [] : [key]));
  const leads = keys.flatMap((key) => namedIn(field, key) ?? []);
  const names = new Map<string, Named>();
  for (const kind of new Set(leads.map((lead) => lead.kind))) {
    const ids = leads.filter((lead) => lead.kind === kind).map(({ id }) => id);
    for (const { id, value, name } of await findGroupNames(transaction, kind, ids)) {
      const isSubject = field.as === 'subject';
      names.set(isSubject ? `${kind}:${id}` : id, { value: isSubject ? `${kind}:${value}` : value, name });
    }
  }
  return (key) => names.get(key) ?? { value: key, name: null };
}

type Numbers = Pick<TotalAnswer, 'known' | 'unknown' | 'sum' | 'unadded' | 'least' | 'most'>;

/** Values of one time are added, each thing's once; one value alone is its own sum. */
function added(
  { known, unknown, sum, least, most, ...against }: NumberTotal,
  ofOneWhole: boolean,
  whole: number,
): Numbers {
  // Periods whose ends are uncertain may meet on a day though no source has them together.
  const isOfOneTime = against.repeated === 0 && against.moments <= 1 && Number(sum ?? 0) <= whole;
  const reason = !ofOneWhole
    ? 'several-wholes'
    : known > 1 && !isOfOneTime
      ? 'several-times'
      : against.inexact > 0
        ? 'inexact'
        : null;
  const unadded = known === 0 ? null : reason;
  return { known, unknown, sum: unadded === null ? sum : null, unadded, least, most };
}

/** Own fields of stakes, too, say what they say whenever it held. */
const dayOf = (kind: RowKind, field: ListField, day: string): string | null =>
  kind === 'stake' && !isCustomField(field.name) ? day : null;

function totalsOf({ kind, numbers, day }: Summing, totals: readonly NumberTotal[], addsShares: boolean): TotalAnswer[] {
  return numbers.flatMap((field, at) => {
    const total = totals[at];
    if (total === undefined) return [];
    const isShare = field.as === 'share';
    return [
      {
        field: field.name,
        quantity: null,
        unit: isShare ? '%' : null,
        ...added(total, !isShare || addsShares, isShare ? 100 : Number.POSITIVE_INFINITY),
        asOf: dayOf(kind, field, day),
      },
    ];
  });
}

const quantityTotal = ({ key: _key, quantity, unit, ...total }: QuantityTotal): TotalAnswer => ({
  field: 'value',
  quantity,
  unit,
  // Percentages of several things are no percentage of anything.
  ...added(total, unit !== '%' || total.known < 2, Number.POSITIVE_INFINITY),
  asOf: null,
});

const byCountThenValue = (one: SummaryAnswer['groups'][number], other: SummaryAnswer['groups'][number]): number => {
  if (one.count !== other.count) return other.count - one.count;
  if (one.value === null || other.value === null) return one.value === null ? 1 : -1;
  return one.value < other.value ? -1 : 1;
};

/** What the records of a list come to, at one version of the workspace. */
export function summariseRecords(
  reads: Pick<Caller, 'database' | 'actor' | 'today'>,
  workspaceReference: string,
  collection: CollectionName,
  request: SummaryRequest,
): Promise<Outcome<Versioned<SummaryAnswer>>> {
  return reading(reads, workspaceReference, async (transaction, workspace) => {
    const { seenVersion: version } = workspace;
    const scope = await scopeOf(transaction, workspace, collection, request);
    if (!scope.ok) return scope;
    const { kind } = scope.value;
    const custom = await customFieldsOf(transaction, kind);
    const group = request.group === undefined ? Outcome.of(null) : groupField(kind, request.group, custom);
    if (!group.ok) return group;
    const day = request.addedOn === undefined ? Outcome.of(null) : EdtfDate.asOf(request.addedOn);
    if (!day.ok) return day;
    if (audienceIn(workspace).includes('CLEAN')) await findCleanRecords(transaction, scope.value);
    const summing = summingOf(scope.value, custom, day.value ?? scope.value.asOf ?? reads.today);
    const body = await summaryOf(transaction, scope.value, group.value, summing);
    return Outcome.of({ version, body });
  });
}

/** What is added up, and on which day where that matters. */
type Summing = { readonly kind: RowKind; readonly numbers: readonly ListField[]; readonly day: string };

/** A reading is added to readings of its own quantity and unit alone, which is done apart. */
const summingOf = ({ kind }: ListScope, custom: readonly ListField[], day: string): Summing => ({
  kind,
  day,
  numbers: [...listColumns(kind), ...custom].filter(
    (field) => isNumber(field) && !(kind === 'measure' && field.name === 'value'),
  ),
});

async function summaryOf(
  transaction: DatabaseTransaction,
  scope: ListScope,
  group: ListField | null,
  summing: Summing,
): Promise<SummaryAnswer> {
  const { numbers, day } = summing;
  const quantitiesBy = (by: ListField | null) =>
    scope.kind === 'measure' ? findQuantities(transaction, scope, by, day) : Promise.resolve([]);
  const [whole] = await countGroups(transaction, scope, null, numbers, day);
  const all = await quantitiesBy(null);
  const oneIssuer = isOfOneIssuer(scope);
  const total = whole?.count ?? 0;
  const totals = [...all.map(quantityTotal), ...totalsOf(summing, whole?.totals ?? [], oneIssuer)];
  if (group === null) return { total, totals, groups: [] };
  const counted = await countGroups(transaction, scope, group, numbers, day);
  const quantities = await quantitiesBy(group);
  const nameOf = await namesOf(transaction, group, counted);
  const groups = counted.map(({ key, count, totals: ofGroup }) => {
    const addsShares = oneIssuer || (key !== null && OF_ONE_ISSUER.includes(group.name));
    const ofQuantities = quantities.filter((each) => each.key === key).map(quantityTotal);
    return {
      ...(key === null ? { value: null, name: null } : nameOf(key)),
      count,
      totals: [...ofQuantities, ...totalsOf(summing, ofGroup, addsShares)],
    };
  });
  return { total, totals, groups: groups.sort(byCountThenValue) };
}
