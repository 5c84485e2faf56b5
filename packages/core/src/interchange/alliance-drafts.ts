import type { Problem, Share } from '../kernel/index.ts';
import { ALLIANCE_FORMS, ENDINGS, ORGANISATION_KINDS } from '../register/index.ts';
import { columnPlaces } from './column-places.ts';
import { cellPlace, type MappedCells, type PlacedCell } from './mapped-cells.ts';
import { nameKey } from './name-key.ts';
import { groupsOfRows, type RowGroups, rowGroups } from './row-groups.ts';
import type { Cell, Rows } from './table-cells.ts';
import type { MappedColumn, TableMapping } from './table-mapping.ts';

/** A value with the cell that states it. */
export type Stated<T> = { readonly value: T; readonly cell: Cell };

/** One member of one alliance as a table states it. */
export type MemberDraft = {
  readonly name: Stated<string>;
  readonly from: string | null;
  readonly to: string | null;
  readonly share: Share | null;
  /** Wording of a share that the table bounds without stating it. */
  readonly shareSaid: string | null;
  readonly votingShare: Share | null;
  readonly facts: Readonly<Partial<Record<'country' | 'house' | 'role' | 'kind' | 'place' | 'lei', string>>>;
  readonly resources: readonly string[];
  readonly cell: Cell;
};

/** One alliance as the rows of a table state it, from one row or several. */
export type AllianceDraft = {
  readonly name: Stated<string>;
  readonly facts: ReadonlyMap<string, Stated<string>>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly members: readonly MemberDraft[];
};

const MEMBER_FACTS = ['house', 'role', 'place'] as const;
const ALLIANCE_TEXTS = ['objectives', 'stage', 'status', 'venture', 'remark'] as const;
const LISTS = ['products', 'markets', 'regions', 'activities'] as const;
const CUSTOM = /^custom\./;
/** One row of a table, read by target. */
class MappedRow {
  readonly #cells: readonly Cell[];
  readonly #mapping: TableMapping;
  readonly #places: ReadonlyMap<string, MappedColumn>;
  readonly read: MappedCells;

  constructor(
    cells: readonly Cell[],
    mapping: TableMapping,
    places: ReadonlyMap<string, MappedColumn>,
    read: MappedCells,
  ) {
    this.#cells = cells;
    this.#mapping = mapping;
    this.#places = places;
    this.read = read;
  }

  get first(): Cell {
    return this.#cells.find((cell) => cell.text !== '') ?? this.#cells[0] ?? { text: '', line: 1, column: 1 };
  }

  /** The cell of a target; the default stands in for a column that is missing or empty. */
  placed(target: string): PlacedCell | null {
    const column = this.#places.get(target);
    const standIn = this.#mapping.defaults[target];
    if (column === undefined && standIn === undefined) return null;
    const cell = (column && this.#cells[column.index]) ?? { ...this.first, text: '' };
    const placed = column && this.read.placed(cell, column, target);
    if (placed && (standIn === undefined || this.read.text(placed) !== '')) return placed;
    const heading = column?.heading ?? target;
    return { cell, text: standIn ?? '', place: cellPlace(cell), column: { order: null, serials: null, heading } };
  }

  text(target: string): Stated<string> | null {
    const placed = this.placed(target);
    const value = placed === null ? '' : this.read.known(placed);
    return placed === null || value === '' ? null : { value, cell: placed.cell };
  }

  list(target: string): readonly string[] {
    const placed = this.placed(target);
    return placed === null ? [] : this.read.list(placed);
  }
}

const stated = (value: string | null, placed: PlacedCell | null): Stated<string> | null =>
  value === null || placed === null ? null : { value, cell: placed.cell };

/** The alliance's own facts in a row. */
function factsIn(row: MappedRow, customs: readonly string[]): Map<string, Stated<string>> {
  const facts = new Map<string, Stated<string>>();
  const put = (field: string, fact: Stated<string> | null): void => {
    if (fact) facts.set(field, fact);
  };
  const dated = (target: 'start' | 'end' | 'period'): PlacedCell | null => row.placed(target);
  const form = row.placed('form');
  put('form', stated(form && row.read.term(form, 'forms', ALLIANCE_FORMS), form));
  const ending = row.placed('ending');
  put('ending', stated(ending && row.read.term(ending, 'endings', ENDINGS), ending));
  const period = dated('period');
  const span = period && row.read.period(period);
  const start = dated('start');
  const end = dated('end');
  put('start', stated(start && row.read.date(start, 'start'), start) ?? stated(span?.from ?? null, period));
  put('end', stated(end && row.read.end(end), end) ?? stated(span?.to ?? null, period));
  for (const target of [...ALLIANCE_TEXTS, ...customs]) put(target, row.text(target));
  return facts;
}

/** Facts of one member, from the columns of its number; without a number, from those that have none. */
function memberFacts(row: MappedRow, suffix: string): MemberDraft['facts'] {
  const facts: Record<string, string> = {};
  for (const target of MEMBER_FACTS) {
    const fact = row.text(target + suffix);
    if (fact) facts[target] = fact.value;
  }
  const country = row.placed(`country${suffix}`);
  const kind = row.placed(`kind${suffix}`);
  const lei = row.placed(`lei${suffix}`);
  const values = {
    country: country && row.read.country(country),
    kind: kind && row.read.term(kind, 'organisationKinds', ORGANISATION_KINDS),
    lei: lei && row.read.lei(lei),
  };
  for (const [field, value] of Object.entries(values)) if (value) facts[field] = value;
  return facts;
}

function oneShare(row: MappedRow, target: string): { share: Share | null; said: string | null } {
  const placed = row.placed(target);
  if (placed === null) return { share: null, said: null };
  const { shares, said } = row.read.shares(placed, 1);
  if (shares.length > 1) {
    row.read.problem(placed.cell, {
      code: 'shares-unmatched',
      message: `"${placed.cell.text.slice(0, 40)}" states ${shares.length} shares for one partner`,
      fix: 'Give one share here, or map the column as the shares of all partners.',
    });
  }
  return { share: shares.length === 1 ? (shares[0] ?? null) : null, said };
}

const PARTNER_MARKS = /\s*(?:[;；\n|、]|\s\/\s|／|\s[&＆]\s|\s\+\s|\s*×\s*|\sand\s)\s*/;

/** Partners named in one cell, apart by marks that stand in no firm's name. */
const partnersIn = (text: string): string[] =>
  text
    .split(PARTNER_MARKS)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function memberOf(
  row: MappedRow,
  name: Stated<string>,
  suffix: string,
  period: { from: string | null; to: string | null },
): MemberDraft {
  const { share, said } = oneShare(row, `share${suffix}`);
  const votes = oneShare(row, `votingShare${suffix}`);
  return {
    name,
    ...period,
    share,
    shareSaid: said,
    votingShare: votes.share,
    facts: memberFacts(row, suffix),
    resources: row.list(`resources${suffix}`),
    cell: name.cell,
  };
}

/** The partners of an alliance whose row names them side by side, or all in one cell. */
function partnersOf(row: MappedRow, numbers: readonly number[]): MemberDraft[] {
  const open = { from: null, to: null };
  const numbered = numbers.flatMap((number) => {
    const name = row.text(`member.${number}`);
    return name ? [memberOf(row, name, `.${number}`, open)] : [];
  });
  const lone = row.text('member');
  const single = lone ? [memberOf(row, lone, '', open)] : [];
  const together = row.placed('members');
  const listed = together
    ? partnersIn(row.read.known(together)).map((name) => memberOf(row, { value: name, cell: together.cell }, '.', open))
    : [];
  const members = [...single, ...numbered, ...listed];
  const placed = row.placed('shares');
  if (placed === null) return members;
  const { shares, said } = row.read.shares(placed, members.length);
  if (shares.length === 0) return members;
  if (shares.length > 1 ? shares.length !== members.length : members.length !== 1) {
    row.read.problem(placed.cell, {
      code: 'shares-unmatched',
      message: `"${placed.cell.text.slice(0, 40)}" states ${shares.length === 1 ? 'one share' : `${shares.length} shares`} for ${members.length} partners`,
      fix: 'Give one share for each partner, in their order, for example 50:30:20.',
    });
    return members;
  }
  return members.map((member, index) => ({
    ...member,
    share: shares[index] ?? member.share,
    shareSaid: said ?? member.shareSaid,
  }));
}

const numbersIn = (mapping: TableMapping): number[] =>
  [
    ...new Set(
      mapping.columns.flatMap(({ targets }) => targets.flatMap((target) => /^member\.(\d+)$/.exec(target)?.[1] ?? [])),
    ),
  ]
    .map(Number)
    .sort((one, other) => one - other);

type RowDraft = { readonly key: string; readonly draft: AllianceDraft };

function draftIn(row: MappedRow, mapping: TableMapping, numbers: readonly number[]): RowDraft | null {
  const customs = mapping.columns.flatMap(({ targets }) => targets.filter((target) => CUSTOM.test(target)));
  const facts = factsIn(row, customs);
  const isMemberRow = mapping.layout !== 'partners';
  const period = { from: facts.get('start')?.value ?? null, to: facts.get('end')?.value ?? null };
  const one = isMemberRow ? row.text('member') : null;
  const members = isMemberRow
    ? one
      ? [memberOf(row, one, '', mapping.layout === 'members' ? period : { from: null, to: null })]
      : []
    : partnersOf(row, numbers);
  const deal = row.text('deal');
  const given = row.text('name');
  const name =
    given ??
    (members.length > 1
      ? { value: members.map((each) => each.name.value).join(' – '), cell: row.first }
      : deal && isMemberRow
        ? { value: deal.value, cell: deal.cell }
        : null);
  const needs = (what: string, target: string): null => {
    const cell = row.placed(target)?.cell ?? row.first;
    // A cell that could not be read is told once.
    if (row.read.problems.at(-1)?.place === cellPlace(cell)) return null;
    return row.read.problem(cell, {
      code: 'cell-empty',
      message: `The row names no ${what}`,
      fix: `Fill in the ${what}.`,
    });
  };
  if (isMemberRow && members.length === 0) return needs('member', 'member');
  if (name === null) return needs('alliance', 'name');
  const lists = new Map(LISTS.map((target) => [target, row.list(target)] as const));
  return { key: keyOf(isMemberRow ? deal : null, name), draft: { name, facts, lists, members } };
}

/** What rows of one alliance have in common: their deal, else their name. */
const keyOf = (deal: Stated<string> | null, name: Stated<string> | null): string =>
  deal ? `deal ${nameKey(deal.value)}` : `name ${nameKey(name?.value ?? '')}`;

/** The facts of later rows beside those of earlier ones: what is missing is added, what differs is told. */
function merged(drafts: readonly AllianceDraft[], mapping: TableMapping, read: MappedCells): AllianceDraft | null {
  const [first] = drafts;
  if (!first) return null;
  const facts = new Map(first.facts);
  const ofMember = mapping.layout === 'members' ? ['start', 'end'] : [];
  for (const draft of drafts.slice(1)) {
    for (const [field, fact] of draft.facts) {
      const before = facts.get(field);
      if (before === undefined) facts.set(field, fact);
      else if (before.value !== fact.value && !ofMember.includes(field)) {
        read.problem(fact.cell, {
          code: 'rows-contradict',
          message: `${first.name.value}: the ${field} is ${before.value} in row ${before.cell.line} and ${fact.value} here`,
          fix: 'Give all rows of one alliance the same value, or give the alliances different names.',
        });
      }
    }
  }
  const lists = new Map(
    LISTS.map((target) => [target, [...new Set(drafts.flatMap((draft) => draft.lists.get(target) ?? []))]] as const),
  );
  return { name: first.name, facts, lists, members: drafts.flatMap((draft) => draft.members) };
}

type Header = readonly { readonly index: number; readonly cell: Cell }[];

/** Which rows of a table state one alliance; null in the layout in which each row is a whole one. */
export function allianceGroups(rows: Rows, mapping: TableMapping, read: MappedCells, header: Header): RowGroups | null {
  if (mapping.layout === 'partners') return null;
  const places = columnPlaces(mapping, read, header);
  const unheard = read.unheard();
  return rowGroups(rows, (cells) => {
    const row = new MappedRow(cells, mapping, places, unheard);
    return keyOf(row.text('deal'), row.text('name'));
  });
}

/**
 * Reads the rows of a table as alliances, in the layouts in which rows are members, partners or participants: one alliance at
 * a time, since all of a large table's would take more memory than what becomes of them.
 * @param groups what `allianceGroups` tells of the same rows
 */
export function* allianceDrafts(
  rows: Rows,
  mapping: TableMapping,
  read: MappedCells,
  header: Header,
  groups: RowGroups | null,
): Generator<AllianceDraft> {
  const places = columnPlaces(mapping, read, header);
  const numbers = numbersIn(mapping);
  const draftOf = (cells: readonly Cell[]): RowDraft | null =>
    draftIn(new MappedRow(cells, mapping, places, read), mapping, numbers);
  if (groups === null) {
    yield* withoutTwins(rows, draftOf, read);
    return;
  }
  for (const group of groupsOfRows(rows, groups)) {
    const drafts = group.flatMap((cells) => draftOf(cells)?.draft ?? []);
    const draft = merged(drafts, mapping, read);
    if (draft !== null) yield draft;
  }
}

/** Where each row is a whole alliance, a second row of one name repeats or contradicts the first. */
function* withoutTwins(
  rows: Rows,
  draftOf: (cells: readonly Cell[]) => RowDraft | null,
  read: MappedCells,
): Generator<AllianceDraft> {
  const said = (draft: AllianceDraft): string =>
    JSON.stringify([
      [...draft.facts].map(([field, fact]) => [field, fact.value]),
      draft.members.map(({ name, share }) => [nameKey(name.value), share]),
    ]);
  const seen = new Map<string, { readonly said: string; readonly line: number }>();
  for (const cells of rows) {
    const row = draftOf(cells);
    if (row === null) continue;
    const { key, draft } = row;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, { said: said(draft), line: draft.name.cell.line });
      yield draft;
      continue;
    }
    const isSame = before.said === said(draft);
    const problem: Pick<Problem, 'code' | 'message' | 'fix'> = isSame
      ? {
          code: 'row-twice',
          message: `${draft.name.value} stands in row ${before.line} already`,
          fix: 'Keep one of the two rows.',
        }
      : {
          code: 'rows-contradict',
          message: `${draft.name.value} is told otherwise in row ${before.line}`,
          fix: 'Join the two rows, or give the alliances different names.',
        };
    read.problem(draft.name.cell, problem);
  }
}
