import { invariant, Slug, type SubjectKind, type SubjectRef } from '../kernel/index.ts';
import { emptyRows, EXISTS, type Field, FIELDS, LIST_OF, type RegisterRows } from '../register/index.ts';
import { ImportedClaims } from './imported-claims.ts';
import { nameKey } from './name-key.ts';

/** A record that is there, as its id tells it. */
export type RecordThere = { readonly name: string | null; readonly slug: string | null };

/** What the register holds under an id; a name that it gives to a record. */
export type RegisterThere = {
  readonly record: (kind: SubjectKind, id: string) => RecordThere | null;
  readonly namesake: (kind: SubjectKind, name: string) => string | null;
};

/** Records that are there already: what a name, slug or id in a table refers to. */
export type KnownRecords = {
  /** The id of the record that a text of the table means; null when it means a new one. */
  readonly find: (kind: SubjectKind, text: string) => string | null;
  /** The venture of an alliance that is there already, by the alliance's id. */
  readonly ventureOf: (alliance: string) => string | null;
  readonly isTaken: (kind: SubjectKind, slug: string) => boolean;
  /** The new name of this table that another new name of it is taken for; the name itself where it stands for itself. */
  readonly spelledAs?: (kind: SubjectKind, name: string) => string;
  /** Null where the table is read without a register: ids in it mean nothing then. */
  readonly register: RegisterThere | null;
};

/** What a table states of a record that is there, in a field that no claim gives its value. */
export type StatedFact = {
  readonly subject: SubjectRef;
  readonly field: string;
  readonly value: unknown;
};

/** A register that holds nothing yet. */
export const NOTHING_KNOWN: KnownRecords = {
  find: () => null,
  ventureOf: () => null,
  isTaken: () => false,
  register: null,
};

const TABLE_KEY = 'table';
/** How many texts of a field are remembered with what they come to. */
const MOST_VALUES = 5_000;

/** Kinds of which a table of alliances makes each row within one alliance. */
const PASSING: ReadonlySet<SubjectKind> = new Set<SubjectKind>(['membership', 'stake', 'resource', 'domain']);

/** A row of each kind in which nobody states a thing. */
const ABSENT = Object.fromEntries(
  (Object.keys(FIELDS) as SubjectKind[]).map((kind) => [
    kind,
    Object.fromEntries(Object.entries(FIELDS[kind]).map(([name, field]) => [name, field.absent])),
  ]),
) as Readonly<Record<SubjectKind, Readonly<Record<string, unknown>>>>;

/** Builds rows whose every value is a claim of the imported table at its row; each name becomes one record. */
export class ImportedRows {
  readonly #lists = emptyRows();
  readonly claims: ImportedClaims;
  readonly #known: KnownRecords;
  readonly #source: Slug;
  readonly #byName = new Map<string, SubjectRef>();
  readonly #taken = new Set<string>();
  /** Rows made here, by the one reference each has; those of which something is claimed. */
  readonly #made = new Map<SubjectRef, Record<string, unknown>>();
  readonly #claimed = new Set<SubjectRef>();
  /** Rows to which later rows of the table cannot come back. */
  readonly #passing: SubjectRef[] = [];
  readonly #values = new Map<Field, Map<string, unknown>>();
  /** Records that are there already and that the rows refer to. */
  readonly linked = new Map<string, SubjectRef>();
  /** Ids of records that rows name by their ids. */
  readonly identified = new Set<string>();
  readonly #facts = new Map<string, StatedFact & { readonly line: number }>();

  constructor(title: string, known: KnownRecords) {
    this.#known = known;
    this.#source = this.freshSlug('source', TABLE_KEY, TABLE_KEY);
    this.claims = new ImportedClaims(this.#source);
    const rest = { authors: [], date: null, venue: null, doi: null, language: null, within: null, place: null };
    this.#lists.sources.push({ id: this.#source, key: this.#source, kind: 'table', title, ...rest, details: {} });
  }

  freshSlug(kind: SubjectKind, name: string, fallback: string): Slug {
    const wished = Slug.from(name, fallback);
    let slug = wished;
    for (let count = 2; this.#taken.has(`${kind} ${slug}`) || this.#known.isTaken(kind, slug); count += 1) {
      slug = `${wished}-${count}` as Slug;
    }
    this.#taken.add(`${kind} ${slug}`);
    return slug;
  }

  claim(subject: SubjectRef, field: string, value: string | null, line: number): void {
    if (value === null || value === '') return;
    this.claims.add(subject, field, value, line);
    this.#claimed.add(subject);
    this.#fill(subject, field, value);
  }

  /** Gives a row the value of a claim. All claims here rank alike, so the first on a field is its best. */
  #fill(subject: SubjectRef, field: string, value: string): void {
    const row = this.#made.get(subject);
    const known = FIELDS[subject.kind][field];
    if (row === undefined || known === undefined || row[field] !== known.absent) return;
    row[field] = this.#parsed(known, field, value);
  }

  /** What a text comes to; one value for one text, since the same dates and terms come again and again. */
  #parsed(known: Field, field: string, value: string): unknown {
    const before = this.#values.get(known) ?? new Map<string, unknown>();
    this.#values.set(known, before);
    if (before.has(value)) return before.get(value);
    const parsed = known.parse(value);
    invariant(parsed.ok, `a claim on ${field} was read as one`);
    if (before.size < MOST_VALUES) before.set(value, parsed.value);
    return parsed.value;
  }

  /** Adds a row by what identifies it; its claimed fields are filled by claims. */
  add(kind: SubjectKind, identity: Readonly<Record<string, unknown>> & { readonly id: string }): SubjectRef {
    // Not spread: rows that are spread from two others each get a shape of their own, which takes more than what they hold.
    const row: Record<string, unknown> = Object.assign({}, ABSENT[kind], identity);
    const list: unknown[] = this.#lists[LIST_OF[kind]];
    list.push(row);
    const subject: SubjectRef = { kind, id: identity.id };
    this.#made.set(subject, row);
    if (PASSING.has(kind)) this.#passing.push(subject);
    return subject;
  }

  /** Forgets of parts of an alliance that was told in full what only its own rows can add to. */
  settle(): void {
    for (const subject of this.#passing.splice(0)) {
      this.#made.delete(subject);
      this.#claimed.delete(subject);
    }
  }

  /** States that a record exists, where nothing else is claimed of it. */
  ensureClaimed(subject: SubjectRef, line: number): void {
    if (!this.#claimed.has(subject)) this.claim(subject, EXISTS, 'true', line);
  }

  /** States a field that no claim gives its value; the line of an earlier row that states another, or null. */
  state(subject: SubjectRef, field: string, value: unknown, line: number): number | null {
    const key = `${subject.kind} ${subject.id} ${field}`;
    const before = this.#facts.get(key);
    if (before !== undefined) return JSON.stringify(before.value) === JSON.stringify(value) ? null : before.line;
    this.#facts.set(key, { subject, field, value, line });
    const row = this.#made.get(subject);
    if (row !== undefined) row[field] = value;
    return null;
  }

  /** What is stated of records that are there, in fields without claims. */
  facts(): StatedFact[] {
    return [...this.#facts.values()].flatMap(({ subject, field, value }) =>
      this.#made.has(subject) ? [] : [{ subject, field, value }],
    );
  }

  /** The record of an id that is there; from here on its name in the table means it. */
  ofId(kind: SubjectKind, id: string, name: string | null): SubjectRef {
    const subject = this.linked.get(`${kind} ${id}`) ?? { kind, id };
    this.linked.set(`${kind} ${id}`, subject);
    this.identified.add(id);
    const key = `${kind} ${nameKey(name ?? '')}`;
    if (name !== null && !this.#byName.has(key)) this.#byName.set(key, subject);
    return subject;
  }

  /** What a name refers to: a record that is there, or one that the table named before; null for a new name. */
  named(kind: SubjectKind, name: string): SubjectRef | null {
    const key = `${kind} ${nameKey(name)}`;
    const before = this.#byName.get(key);
    if (before !== undefined) return before;
    const id = this.#known.find(kind, name);
    if (id === null) return this.#spelled(kind, name);
    const subject = this.linked.get(`${kind} ${id}`) ?? { kind, id };
    this.#byName.set(key, subject);
    this.linked.set(`${kind} ${id}`, subject);
    return subject;
  }

  /** The record that another spelling of a new name made. */
  #spelled(kind: SubjectKind, name: string): SubjectRef | null {
    const spelled = this.#known.spelledAs?.(kind, name) ?? name;
    const made = spelled === name ? undefined : this.#byName.get(`${kind} ${nameKey(spelled)}`);
    if (made !== undefined) this.#byName.set(`${kind} ${nameKey(name)}`, made);
    return made ?? null;
  }

  /** What names mean the same record by: its id, or what a new one is called. */
  meant(kind: SubjectKind, name: string): string {
    return this.named(kind, name)?.id ?? nameKey(this.#known.spelledAs?.(kind, name) ?? name);
  }

  /** The record of a name, made with a claim on its name when it is new. */
  ofName(
    kind: 'organisation' | 'house' | 'alliance',
    name: string,
    line: number,
    identity: Readonly<Record<string, unknown>> = {},
  ): { readonly subject: SubjectRef; readonly isNew: boolean } {
    const found = this.named(kind, name);
    if (found) return { subject: found, isNew: false };
    const own = identity['slug'];
    const title = this.#known.spelledAs?.(kind, name) ?? name;
    const slug = typeof own === 'string' ? own : this.freshSlug(kind, title, `${kind}-${this.#byName.size + 1}`);
    const blank = { organisation: { country: null }, house: {}, alliance: { venture: null, endedInto: null } }[kind];
    const subject = this.add(kind, { id: slug, slug, ...blank, ...identity });
    this.#byName.set(`${kind} ${nameKey(name)}`, subject);
    this.#byName.set(`${kind} ${nameKey(title)}`, subject);
    this.claim(subject, 'name', title, line);
    return { subject, isNew: true };
  }

  /** The venture of an alliance that is there already; null when it is new or has none. */
  ventureOf({ kind, id }: SubjectRef): SubjectRef | null {
    const venture = this.linked.has(`${kind} ${id}`) ? this.#known.ventureOf(id) : null;
    if (venture === null) return null;
    const subject: SubjectRef = { kind: 'organisation', id: venture };
    this.linked.set(`organisation ${venture}`, subject);
    return subject;
  }

  /** The rows; their claims become an array where somebody asks for one. */
  rows(): RegisterRows {
    const { claims } = this;
    return Object.defineProperty({ ...this.#lists }, 'claims', { enumerable: true, get: () => [...claims] });
  }
}
