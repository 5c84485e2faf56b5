import type { DateOrder, SubjectKind } from '../kernel/index.ts';
import { SUBJECT_KINDS } from '../kernel/index.ts';
import { type CustomField, FIELD_WORDS, RECORD_FIELDS } from '../register/index.ts';
import { holdsPeriods, holdsSerials, holdsSeveralShares, lookOf, orderTold } from './column-looks.ts';
import { headingKey, headingMeaning } from './heading-words.ts';
import { sdcTarget } from './sdc-mapping.ts';
import type { MappedColumn, TableLayout, TableMapping } from './table-mapping.ts';
import type { ReadTable, TableColumn } from './table-reading.ts';

/** What a column is taken for, how sure that is (0 to 1), and why. */
export type ColumnSuggestion = {
  readonly index: number;
  readonly heading: string;
  readonly targets: readonly string[];
  readonly confidence: number;
  readonly reason: string;
};

/** What only a person can say before the table is read. */
export type MappingQuestion =
  | {
      readonly ask: 'date-order';
      readonly column: number;
      readonly example: string;
      readonly choices: readonly DateOrder[];
      readonly likely: DateOrder | null;
    }
  | { readonly ask: 'date-serials'; readonly column: number; readonly example: string }
  | { readonly ask: 'form' };

export type SuggestedMapping = {
  readonly mapping: TableMapping;
  readonly columns: readonly ColumnSuggestion[];
  readonly questions: readonly MappingQuestion[];
};

export type SuggestionOptions = {
  readonly layout?: TableLayout;
  readonly kind?: SubjectKind;
  readonly custom?: readonly CustomField[];
};

type Meant = {
  readonly target: string;
  readonly number: number | null;
  readonly confidence: number;
  readonly reason: string;
};

const LANGUAGES = { en: 'English', ja: 'Japanese', 'zh-Hant': 'Chinese' } as const;

/** Fields of the records that stand for what a heading means in a table of alliances. */
const FIELD_FOR: Readonly<Record<string, readonly string[]>> = {
  start: ['start', 'from', 'founded', 'date'],
  end: ['end', 'to', 'closed'],
  member: ['holder', 'organisation', 'name'],
  name: ['name', 'alliance', 'title', 'of', 'on'],
  venture: ['issuer', 'venture'],
  period: ['period'],
  regions: ['region', 'place'],
  products: ['product'],
  markets: ['market'],
  activities: ['activity'],
  resources: ['subject'],
  form: ['form', 'kind'],
  remark: ['text', 'words', 'objectives'],
};

type ByHeading = ReadonlyMap<string, Meant>;
const fieldHeadings = new Map<SubjectKind, ByHeading>();

/** A kind's fields by what they are called: in the API, and in the product's languages. */
function headingsOfFields(kind: SubjectKind): ByHeading {
  const known = fieldHeadings.get(kind);
  if (known) return known;
  const found = new Map<string, Meant>();
  for (const { name } of RECORD_FIELDS[kind]) {
    for (const [language, title] of Object.entries(LANGUAGES) as [keyof typeof LANGUAGES, string][]) {
      const key = headingKey(FIELD_WORDS[name]?.[language] ?? name);
      const reason = `what the field is called in ${title}`;
      if (!found.has(key)) found.set(key, { target: name, number: null, confidence: 0.95, reason });
    }
  }
  for (const { name } of RECORD_FIELDS[kind]) {
    found.set(headingKey(name), { target: name, number: null, confidence: 1, reason: 'named as the field' });
  }
  fieldHeadings.set(kind, found);
  return found;
}

/** What a column holds by its heading alone, as a field of a kind's records. */
function fieldMeant(kind: SubjectKind, heading: string, custom: readonly CustomField[]): Meant | null {
  const key = headingKey(heading);
  const called = headingsOfFields(kind).get(key) ?? null;
  if (called?.confidence === 1) return called;
  for (const field of custom.filter((each) => each.kind === kind && !each.retired)) {
    const labels = [field.key, `custom.${field.key}`, ...Object.values(field.labels)];
    const target = `custom.${field.key}`;
    if (labels.some((label) => headingKey(label) === key)) {
      return { target, number: null, confidence: 0.97, reason: 'named as your own field' };
    }
  }
  if (called) return called;
  const meaning = headingMeaning(heading);
  const names = new Set(['period', ...RECORD_FIELDS[kind].map((field) => field.name)]);
  const wanted = meaning === null ? [] : [meaning.target, ...(FIELD_FOR[meaning.target] ?? [])];
  const target = wanted.find(
    (name) => names.has(name) && (name !== 'period' || names.has('from') || names.has('start')),
  );
  return target === undefined || meaning === null
    ? null
    : { target, number: null, confidence: meaning.confidence - 0.05, reason: 'another word for the field' };
}

function allianceMeant(heading: string, custom: readonly CustomField[]): Meant | null {
  const own = custom.find(
    (field) =>
      field.kind === 'alliance' &&
      !field.retired &&
      [field.key, `custom.${field.key}`, ...Object.values(field.labels)].some(
        (label) => headingKey(label) === headingKey(heading),
      ),
  );
  if (own) return { target: `custom.${own.key}`, number: null, confidence: 0.97, reason: 'named as your own field' };
  const meaning = headingMeaning(heading);
  return meaning && { ...meaning, reason: meaning.confidence > 0.8 ? 'a word for it' : 'its words hold a word for it' };
}

const memberTargets = new Set([
  'member',
  'share',
  'votingShare',
  'country',
  'house',
  'role',
  'resources',
  'kind',
  'place',
  'lei',
]);

/** The layout that the headings and values speak for. */
function layoutTold(table: ReadTable, custom: readonly CustomField[]): { layout: TableLayout; kind: SubjectKind } {
  const headings = table.columns.map((column) => column.heading);
  const sdc = headings.filter((heading) => sdcTarget(heading) !== null).length;
  if (sdc >= 4 && sdc * 2 >= headings.length) return { layout: 'participants', kind: 'alliance' };
  const meant = headings.map((heading) => allianceMeant(heading, custom));
  const has = (target: string): boolean => meant.some((each) => each?.target === target);
  const members = meant.filter((each) => each?.target === 'member');
  const best = bestKind(headings, custom);
  if (table.columns.some((column) => holdsIds(column))) return { layout: 'records', kind: best.kind };
  if (members.length > 1 || has('members')) return { layout: 'partners', kind: 'alliance' };
  if (
    members.length === 1 &&
    has('name') &&
    (best.fit < 1 || headings.some((heading) => headingKey(heading) === 'member'))
  ) {
    return { layout: has('deal') ? 'participants' : 'members', kind: 'alliance' };
  }
  return { layout: 'records', kind: best.kind };
}

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a column holds the ids under which records were exported; other numbers of rows are none of the register's. */
function holdsIds({ heading, texts }: TableColumn): boolean {
  return headingKey(heading) === 'id' && texts.filter((text) => ID.test(text)).length * 2 > texts.length;
}

/** The kind whose fields the headings name best; what a record must have counts double. */
function bestKind(headings: readonly string[], custom: readonly CustomField[]): { kind: SubjectKind; fit: number } {
  const fits = SUBJECT_KINDS.map((kind) => {
    const meant = headings.map((heading) => (headingKey(heading) === 'id' ? null : fieldMeant(kind, heading, custom)));
    const targets = new Set(meant.flatMap((each) => each?.target ?? []));
    const missing = RECORD_FIELDS[kind].filter((field) => field.required && !targets.has(field.name)).length;
    const sum = meant.reduce((total, each) => total + (each?.confidence ?? 0), 0);
    // A table that has all fields of a kind is one of that kind rather than of one that has more.
    const whole = targets.size / Math.max(1, RECORD_FIELDS[kind].length);
    const exact = meant.filter((each) => each?.confidence === 1).length;
    return { kind, fit: exact / Math.max(1, headings.length), score: sum - 2 * missing + Math.min(1, whole) / 2 };
  });
  const [best] = fits.sort((one, other) => other.score - one.score);
  return best ?? { kind: 'alliance', fit: 0 };
}

type Named = { readonly column: TableColumn; readonly meant: Meant | null };

/** Headings that stand several times ("Partner, Share, Partner, Share") are numbered in their order. */
function numbered(named: readonly Named[]): (Named & { readonly number: number | null })[] {
  const times = new Map<string, number>();
  for (const { meant } of named)
    if (meant?.number === null) times.set(meant.target, (times.get(meant.target) ?? 0) + 1);
  const count = new Map<string, number>();
  return named.map(({ column, meant }) => {
    const isRepeated =
      meant !== null && memberTargets.has(meant.target) && meant.number === null && (times.get(meant.target) ?? 0) > 1;
    if (!isRepeated) return { column, meant, number: meant?.number ?? null };
    count.set(meant.target, (count.get(meant.target) ?? 0) + 1);
    return { column, meant, number: count.get(meant.target) ?? 1 };
  });
}

function alliancesSuggested(table: ReadTable, layout: TableLayout, custom: readonly CustomField[]): ColumnSuggestion[] {
  const named = table.columns.map((column): Named => {
    const { texts } = column;
    const sdc = layout === 'participants' ? sdcTarget(column.heading) : null;
    if (sdc !== null)
      return { column, meant: { target: sdc, number: null, confidence: 0.97, reason: "a heading of SDC's files" } };
    const look = lookOf(texts);
    return { column, meant: allianceMeant(column.heading, custom) ?? (look && { ...look, number: null }) };
  });
  const all = numbered(named);
  const isPartners = layout === 'partners';
  const taken = new Set<string>();
  return all.map(({ column, meant, number }) => {
    const { texts } = column;
    const target = meant === null ? null : targetIn(isPartners, meant.target, number, texts);
    const isTwice = target !== null && taken.has(target);
    if (target === null || meant === null || isTwice) {
      const reason = isTwice ? `another column is the ${target} already` : 'nothing is known that it could be';
      return { index: column.index, heading: column.heading, targets: [], confidence: 0, reason };
    }
    taken.add(target);
    const withPeriod = ['name', 'form'].includes(target) && holdsPeriods(texts) && !taken.has('period');
    if (withPeriod) taken.add('period');
    const targets = withPeriod ? [target, 'period'] : [target];
    const reason = withPeriod ? `${meant.reason}; periods stand in brackets behind` : meant.reason;
    return { index: column.index, heading: column.heading, targets, confidence: meant.confidence, reason };
  });
}

/** The target of a column; where partners stand side by side those of members are numbered, and a common share is all theirs. */
function targetIn(isPartners: boolean, target: string, number: number | null, texts: readonly string[]): string {
  if (!isPartners) return target === 'members' ? 'member' : target === 'shares' ? 'share' : target;
  if (target === 'share' && number === null) return holdsSeveralShares(texts) ? 'shares' : 'share';
  return memberTargets.has(target) && number !== null ? `${target}.${number}` : target;
}

function recordsSuggested(table: ReadTable, kind: SubjectKind, custom: readonly CustomField[]): ColumnSuggestion[] {
  const names = new Set(RECORD_FIELDS[kind].map((field) => field.name));
  const taken = new Set<string>();
  const meant = table.columns.map((column) => {
    const look = lookOf(column.texts);
    const target = look && [look.target, ...(FIELD_FOR[look.target] ?? [])].find((name) => names.has(name));
    const looked: Meant | null = look && target ? { ...look, target, number: null } : null;
    if (holdsIds(column))
      return { column, meant: { target: 'id', number: null, confidence: 1, reason: 'ids of records' } };
    return { column, meant: fieldMeant(kind, column.heading, custom) ?? looked };
  });
  const sure = [...meant].sort((one, other) => (other.meant?.confidence ?? 0) - (one.meant?.confidence ?? 0));
  const kept = new Set(
    sure.filter(({ meant: each }) => {
      const isFree = each !== null && !taken.has(each.target);
      if (isFree) taken.add(each.target);
      return isFree;
    }),
  );
  return meant.map((each) => {
    const { index, heading } = each.column;
    if (each.meant === null || !kept.has(each)) {
      const reason = each.meant
        ? `another column is the ${each.meant.target} already`
        : 'nothing is known that it could be';
      return { index, heading, targets: [], confidence: 0, reason };
    }
    return {
      index,
      heading,
      targets: [each.meant.target],
      confidence: each.meant.confidence,
      reason: each.meant.reason,
    };
  });
}

const DATED = new Set(['start', 'end', 'period', 'from', 'to', 'date', 'founded', 'closed']);

function questionsOf(
  table: ReadTable,
  columns: readonly ColumnSuggestion[],
  { layout }: TableMapping,
): MappingQuestion[] {
  const questions = columns.flatMap(({ index, targets }): MappingQuestion[] => {
    if (!targets.some((target) => DATED.has(target))) return [];
    const texts = table.columns.find((column) => column.index === index)?.texts ?? [];
    if (holdsSerials(texts))
      return [{ ask: 'date-serials', column: index, example: texts.find((text) => /^\d{5}/.test(text)) ?? '' }];
    const { open, orders, settled } = orderTold(texts);
    if (open === null) return [];
    const likely = settled.length === 1 ? (settled[0] ?? null) : null;
    return [{ ask: 'date-order', column: index, example: open, choices: orders, likely }];
  });
  const hasForm = columns.some(({ targets }) => targets.includes('form'));
  return layout === 'records' || hasForm ? questions : [...questions, { ask: 'form' }];
}

/**
 * What a table's columns most likely hold, by their headings in three languages and by their values, with what remains
 * to be asked. Nothing is settled by it: a person confirms or changes the mapping before anything is read under it.
 */
export function suggestedMapping(table: ReadTable, options: SuggestionOptions = {}): SuggestedMapping {
  const custom = options.custom ?? [];
  const told = layoutTold(table, custom);
  const layout = options.layout ?? (options.kind === undefined ? told.layout : 'records');
  const kind =
    layout === 'records'
      ? (options.kind ??
        (told.layout === 'records'
          ? told.kind
          : bestKind(
              table.columns.map((column) => column.heading),
              custom,
            ).kind))
      : 'alliance';
  const columns =
    layout === 'records' ? recordsSuggested(table, kind, custom) : alliancesSuggested(table, layout, custom);
  const mapped = columns.map(
    ({ index, heading, targets }): MappedColumn => ({ index, heading, targets, order: null, serials: null }),
  );
  const mapping: TableMapping = { layout, kind, columns: mapped, defaults: {} };
  return { mapping, columns, questions: questionsOf(table, columns, mapping) };
}
