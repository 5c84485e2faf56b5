import { EdtfDate, type SubjectKind, type SubjectRef } from '../kernel/index.ts';
import {
  CUSTOM_PREFIX,
  type CustomField,
  FIELDS,
  judgedCustomValue,
  RECORD_FIELDS,
  type RecordField,
  SOURCE_KINDS,
} from '../register/index.ts';
import { columnPlaces } from './column-places.ts';
import type { ImportedRows, KnownRecords } from './imported-rows.ts';
import { isReversed, type MappedCells, type PlacedCell } from './mapped-cells.ts';
import { nameKey } from './name-key.ts';
import { RecordIds } from './record-ids.ts';
import { blankOf, customTerm, slugOrNone, textOf, withSlug } from './record-values.ts';
import type { Cell, Rows } from './table-cells.ts';
import type { MappedColumn, TableMapping } from './table-mapping.ts';

type Value = { readonly field: string; readonly value: unknown; readonly text: string };
type Columns = readonly { readonly index: number; readonly cell: Cell }[];

/** Kinds whose records are known by their name: the second row of a name is the same record again. */
const BY_NAME: Partial<Readonly<Record<SubjectKind, 'organisation' | 'house' | 'alliance'>>> = {
  organisation: 'organisation',
  house: 'house',
  alliance: 'alliance',
};

const isClaimed = (kind: SubjectKind, field: string): boolean =>
  Object.hasOwn(FIELDS[kind], field) || field.startsWith(CUSTOM_PREFIX);

/** Reads the rows of a table as records of one kind, one a row. */
export class ImportedRecords {
  readonly #rows: ImportedRows;
  readonly #read: MappedCells;
  readonly #known: KnownRecords;
  readonly #custom: ReadonlyMap<string, CustomField>;
  readonly #ids: RecordIds;
  readonly #seen = new Map<string, { readonly line: number; readonly values: ReadonlyMap<string, string> }>();

  constructor(rows: ImportedRows, read: MappedCells, known: KnownRecords, custom: readonly CustomField[]) {
    this.#rows = rows;
    this.#read = read;
    this.#known = known;
    this.#ids = new RecordIds(rows, read, known);
    this.#custom = new Map(custom.map((field) => [`${field.kind} ${field.key}`, field]));
  }

  addAll(rows: Rows, mapping: TableMapping, header: Columns): void {
    const places = columnPlaces(mapping, this.#read, header);
    for (const cells of rows) this.#row(cells, mapping, places);
  }

  #placed(
    cells: readonly Cell[],
    mapping: TableMapping,
    column: MappedColumn | undefined,
    target: string,
  ): PlacedCell | null {
    const first = cells.find((cell) => cell.text !== '') ?? { text: '', line: 1, column: 1 };
    const standIn = mapping.defaults[target];
    if (column === undefined && standIn === undefined) return null;
    const cell = (column && cells[column.index]) ?? { ...first, text: '' };
    const placed = column && this.#read.placed(cell, column, target);
    if (placed && (standIn === undefined || this.#read.text(placed) !== '')) return placed;
    const heading = column?.heading ?? target;
    return {
      cell,
      text: standIn ?? '',
      place: `${cell.line}:${cell.column}`,
      column: { order: null, serials: null, heading },
    };
  }

  #row(cells: readonly Cell[], mapping: TableMapping, places: ReadonlyMap<string, MappedColumn>): void {
    const { kind } = mapping;
    const before = this.#read.problems.length;
    const placedAt = (target: string): PlacedCell | null => this.#placed(cells, mapping, places.get(target), target);
    const values = RECORD_FIELDS[kind].flatMap((field): Value[] => {
      const placed = placedAt(field.name);
      return placed === null ? [] : this.#value(kind, field, placed);
    });
    const there = this.#ids.there(kind, placedAt('id'), values, placedAt);
    const period = placedAt('period');
    if (period) values.push(...this.#span(kind, period, values));
    const customs = [...places.keys()].filter((target) => target.startsWith(CUSTOM_PREFIX));
    for (const target of customs) values.push(...this.#customValue(kind, target, placedAt(target)));
    const first = cells.find((cell) => cell.text !== '') ?? { text: '', line: 1, column: 1 };
    if (there === null) this.#judge(kind, values, placedAt, first, before);
    else this.#judgePeriod(kind, values, placedAt(kind === 'alliance' ? 'end' : 'to')?.cell ?? first);
    if (this.#read.problems.length === before) this.#add(kind, values, first, there, placedAt);
  }

  #span(kind: SubjectKind, placed: PlacedCell, given: readonly Value[]): Value[] {
    const [start, end] = kind === 'alliance' ? ['start', 'end'] : ['from', 'to'];
    const { from, to } = this.#read.period(placed);
    const has = (field: string | undefined): boolean => given.some((value) => value.field === field);
    return [
      ...(from === null || has(start) ? [] : [{ field: start, value: from, text: from }]),
      ...(to === null || has(end) ? [] : [{ field: end, value: to, text: to }]),
    ];
  }

  #value(kind: SubjectKind, field: RecordField, placed: PlacedCell): Value[] {
    const plain = (value: string | null): Value[] =>
      value === null || value === '' ? [] : [{ field: field.name, value, text: value }];
    switch (field.as) {
      case 'line':
      case 'note':
      case 'language':
        return plain(this.#read.known(placed));
      case 'slug':
        return plain(slugOrNone(this.#read, this.#read.known(placed)));
      case 'date': {
        const text = this.#read.date(placed, field.name === 'from' || field.name === 'start' ? 'start' : 'date');
        const date = text === null ? null : EdtfDate.parse(text);
        return kind === 'source' && text !== null && date?.ok
          ? [{ field: field.name, value: date.value, text }]
          : plain(text);
      }
      case 'end':
        return plain(this.#read.end(placed));
      case 'share': {
        const { shares, said } = this.#read.shares(placed, 1);
        const remark = said === null ? [] : [{ field: `remark.${field.name}`, value: said, text: said }];
        return [...plain(shares[0] ?? null), ...remark];
      }
      case 'decimal':
      case 'whole':
        return this.#numbers(kind, field, placed);
      case 'country':
        return plain(this.#read.country(placed));
      case 'lei':
        return plain(this.#read.lei(placed));
      case 'term':
        return plain(this.#read.term(placed, field.list, field.list === 'sourceKinds' ? SOURCE_KINDS : field.terms));
      case 'reference':
        return this.#reference(field.name, field.to, placed);
      case 'subject':
        return this.#subject(field.name, field.to, placed);
      case 'subjects':
        return this.#subjects(field.name, placed);
      case 'lines': {
        const lines = this.#read.list(placed);
        return lines.length === 0 ? [] : [{ field: field.name, value: lines, text: lines.join('; ') }];
      }
      case 'details':
        return this.#details(field.name, placed);
    }
  }

  #numbers(kind: SubjectKind, field: RecordField, placed: PlacedCell): Value[] {
    const read = this.#read.number(placed);
    if (read === null) return [];
    if (field.as === 'whole') {
      if (/^\d{1,9}$/.test(read.number)) return [{ field: field.name, value: Number(read.number), text: read.number }];
      const fix = 'Give figures alone, for example 12.';
      this.#read.problem(placed.cell, {
        code: 'number-malformed',
        message: `"${placed.text.slice(0, 40)}" is no whole number`,
        fix,
      });
      return [];
    }
    const value = { field: field.name, value: read.number, text: read.number };
    if (kind !== 'measure') return [value];
    const bound = read.bound === '=' ? [] : [{ field: 'bound', value: read.bound, text: read.bound }];
    return [value, ...bound, ...(read.unit === null ? [] : [{ field: 'unit', value: read.unit, text: read.unit }])];
  }

  /** The record that a cell names; organisations and houses are made when they are new. */
  #reference(field: string, kind: SubjectKind, placed: PlacedCell): Value[] {
    const text = this.#read.known(placed);
    if (text === '') return [];
    const found = this.#rows.named(kind, text);
    if (found) return [{ field, value: found.id, text }];
    if (kind === 'organisation' || kind === 'house') {
      return [{ field, value: this.#rows.ofName(kind, text, placed.cell.line).subject.id, text }];
    }
    return this.#unknown(kind, text, placed);
  }

  #unknown(kind: SubjectKind, text: string, placed: PlacedCell): [] {
    this.#read.problem(placed.cell, {
      code: 'record-unknown',
      message: `There is no ${kind} "${text.slice(0, 60)}"`,
      fix: `Correct the name, or import the ${kind}s first.`,
    });
    return [];
  }

  #subject(field: string, kinds: readonly SubjectKind[], placed: PlacedCell): Value[] {
    const text = this.#read.known(placed);
    if (text === '') return [];
    const subject = this.#meant(kinds, text);
    return subject ? [{ field, value: subject, text }] : this.#unknown(kinds.at(-1) ?? 'alliance', text, placed);
  }

  #subjects(field: string, placed: PlacedCell): Value[] {
    const texts = this.#read.list(placed);
    const subjects = texts.flatMap(
      (text) =>
        this.#meant(['alliance', 'organisation', 'house', 'person'], text) ?? this.#unknown('alliance', text, placed),
    );
    return subjects.length === 0 ? [] : [{ field, value: subjects, text: texts.join('; ') }];
  }

  /** "alliance: X", or the first kind of which X is a record. */
  #meant(kinds: readonly SubjectKind[], text: string): SubjectRef | null {
    const [, kind, name = text] = /^([a-z-]+)\s*[:：]\s*(.+)$/i.exec(text) ?? [];
    const named = kinds.find((each) => each === kind?.toLowerCase());
    for (const each of named ? [named] : kinds) {
      const found = this.#rows.named(each, named ? name : text);
      if (found) return found;
    }
    return null;
  }

  #details(field: string, placed: PlacedCell): Value[] {
    const details = this.#read.details(placed);
    return Object.keys(details).length === 0 ? [] : [{ field, value: details, text: placed.text }];
  }

  #customValue(kind: SubjectKind, target: string, placed: PlacedCell | null): Value[] {
    const field = this.#custom.get(`${kind} ${target.slice(CUSTOM_PREFIX.length)}`);
    const text = placed === null ? '' : this.#read.known(placed);
    if (placed === null || text === '') return [];
    const read =
      field?.as === 'date'
        ? this.#read.date(placed, 'date')
        : field?.as === 'decimal' || field?.as === 'whole'
          ? (this.#read.number(placed)?.number ?? null)
          : field
            ? customTerm(field, text)
            : text;
    if (read === null) return [];
    const judged = field && judgedCustomValue(field, read);
    if (judged?.ok === false) {
      for (const problem of judged.problems) this.#read.problem(placed.cell, problem);
      return [];
    }
    return [{ field: target, value: read, text: read }];
  }

  #judge(
    kind: SubjectKind,
    values: readonly Value[],
    placedAt: (target: string) => PlacedCell | null,
    first: Cell,
    before: number,
  ): void {
    const given = new Map(values.map((value) => [value.field, value]));
    if (this.#read.problems.length > before) return;
    for (const field of RECORD_FIELDS[kind]) {
      if (!field.required || given.has(field.name)) continue;
      const cell = placedAt(field.name)?.cell ?? first;
      this.#read.problem(cell, {
        code: 'cell-empty',
        message: `The row gives no ${field.name}`,
        fix: `Fill in the ${field.name}, or map a column to it.`,
      });
    }
    this.#judgePeriod(kind, values, placedAt(kind === 'alliance' ? 'end' : 'to')?.cell ?? first);
    if (kind === 'stake') this.#judgeStake(given, first);
    this.#judgeTwin(kind, values, first);
  }

  #judgePeriod(kind: SubjectKind, values: readonly Value[], cell: Cell): void {
    const [start, end] = kind === 'alliance' ? ['start', 'end'] : ['from', 'to'];
    const from = values.find(({ field }) => field === start);
    const to = values.find(({ field }) => field === end);
    if (!from || !to || !isReversed(from.text, to.text)) return;
    this.#read.problem(cell, {
      code: 'period-reversed',
      message: `The end ${to.text} lies before the start ${from.text}`,
      fix: 'Give an end that is later than the start.',
    });
  }

  #judgeStake(given: ReadonlyMap<string, Value>, first: Cell): void {
    const alliance = given.get('alliance')?.value;
    const hasIssuer = given.has('issuer') || (typeof alliance === 'string' && this.#known.ventureOf(alliance) !== null);
    if (hasIssuer && given.has('holder') !== given.has('holders')) return;
    this.#read.problem(first, {
      code: hasIssuer ? 'holder-unclear' : 'stake-unplaced',
      message: hasIssuer
        ? 'The row names no holder, or one and words for others'
        : 'The row does not say whose shares are held',
      fix: hasIssuer ? 'Give either a holder or words for unnamed holders.' : 'Name the company held.',
    });
  }

  #judgeTwin(kind: SubjectKind, values: readonly Value[], first: Cell): void {
    const name = values.find(({ field }) => field === 'name');
    const told = new Map(values.map(({ field, text }) => [field, text] as const));
    const key = BY_NAME[kind] && name ? nameKey(name.text) : JSON.stringify([...told].sort());
    const twin = this.#seen.get(key);
    if (!twin) {
      this.#seen.set(key, { line: first.line, values: told });
      return;
    }
    const other = [...told].find(([field, text]) => field !== 'name' && (twin.values.get(field) ?? text) !== text);
    this.#read.problem(first, {
      code: other ? 'rows-contradict' : 'row-twice',
      message: other
        ? `${name?.text ?? 'The record'}: the ${other[0]} is ${twin.values.get(other[0])} in row ${twin.line} and ${other[1]} here`
        : `The same stands in row ${twin.line} already`,
      fix: other ? 'Correct one of the two rows, or give the records different names.' : 'Keep one of the two rows.',
    });
  }

  #add(
    kind: SubjectKind,
    values: readonly Value[],
    first: Cell,
    there: SubjectRef | null,
    placedAt: (target: string) => PlacedCell | null,
  ): void {
    const identity = values.filter(({ field }) => !isClaimed(kind, field) && !field.startsWith('remark.'));
    const named = BY_NAME[kind];
    const name = values.find(({ field }) => field === 'name')?.text;
    const found = there ?? (named && name !== undefined ? this.#rows.named(named, name) : null);
    const subject = found ?? this.#made(kind, values, identity, first);
    if (found !== null) this.#state(found, identity, first, placedAt);
    for (const { field, text } of values) {
      // The name of a new record is claimed where it is made; that by which one was found is none that is new.
      const isTold = field === 'name' && named !== undefined && there === null;
      if (!isTold && (isClaimed(kind, field) || field.startsWith('remark.')))
        this.#rows.claim(subject, field, text, first.line);
    }
    if (kind !== 'source') this.#rows.ensureClaimed(subject, first.line);
  }

  /** Fields without claims of a record that is there; on its short name addresses rest, so that it stays. */
  #state(
    subject: SubjectRef,
    identity: readonly Value[],
    first: Cell,
    placedAt: (target: string) => PlacedCell | null,
  ): void {
    for (const { field, value, text } of identity) {
      if (field !== 'slug' && field !== 'key') {
        const isDated = typeof value === 'object' && value !== null && 'text' in value;
        this.#rows.state(subject, field, isDated ? text : value, first.line);
        continue;
      }
      const kept = this.#known.register?.record(subject.kind, subject.id)?.slug ?? null;
      if (kept === null || kept === text) continue;
      this.#read.warning(placedAt(field)?.cell ?? first, {
        code: 'value-kept',
        message: `The short name stays ${kept}; an import does not change it to ${text}`,
        fix: 'Change it in the record itself if the table is right.',
      });
    }
  }

  #made(kind: SubjectKind, values: readonly Value[], given: readonly Value[], first: Cell): SubjectRef {
    const identity: Readonly<Record<string, unknown>> = Object.fromEntries(
      given.map(({ field, value }) => [field, value]),
    );
    const name =
      values.find(({ field }) => ['name', 'title', 'text', 'quantity', 'origin'].includes(field))?.text ?? '';
    const named = BY_NAME[kind];
    if (named) return this.#rows.ofName(named, name, first.line, withSlug(this.#rows, kind, identity)).subject;
    const blank = Object.fromEntries(
      RECORD_FIELDS[kind].filter((field) => !isClaimed(kind, field.name)).map((field) => [field.name, blankOf(field)]),
    );
    const slug = this.#rows.freshSlug(
      kind,
      textOf(identity['slug']) ?? textOf(identity['key']) ?? name,
      `${kind}-${first.line}`,
    );
    const readable =
      kind === 'source' ? { key: slug } : RECORD_FIELDS[kind].some((field) => field.name === 'slug') ? { slug } : {};
    const alliance = identity['alliance'];
    const issuer =
      kind === 'stake' && identity['issuer'] === undefined && typeof alliance === 'string'
        ? { issuer: this.#known.ventureOf(alliance) }
        : {};
    return this.#rows.add(kind, { ...blank, ...identity, ...issuer, ...readable, id: slug });
  }
}
