import { type Claim, invariant, Slug, type SubjectKind, type SubjectRef } from '../kernel/index.ts';
import {
  CUSTOM_PREFIX,
  emptyRows,
  EXISTS,
  type Field,
  FIELDS,
  LIST_OF,
  RECORD_FIELDS,
  type RegisterRows,
} from '../register/index.ts';
import { type ClaimSeries, ImportedClaims } from './imported-claims.ts';
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

/** What later rows of a table say of a record that earlier ones made: the value of a field, and whether it is claimed. */
export type Later = {
  readonly field: string;
  readonly value: unknown;
  readonly line: number;
  readonly isClaimed: boolean;
};

/** Some of the rows that a table comes to: whatever they refer to is among them, in an earlier portion or in the register. */
export type RowPortion = {
  readonly rows: RegisterRows;
  /** The claims among the rows, without making an array of what may be a million. */
  readonly claims: ClaimSeries;
  /** Whether some of the claims deny a record, or give a value to a field of a workspace's own. */
  readonly deniesOrAdds: boolean;
  /** Values of a workspace's own fields that later portions claim of rows of this one. */
  readonly laterClaims: readonly Claim[];
};

const TABLE_KEY = 'table';
/** How many texts of a field are remembered with what they come to. */
const MOST_VALUES = 5_000;

/** Kinds of which a table of alliances makes each row within one alliance. */
const PASSING: ReadonlySet<SubjectKind> = new Set<SubjectKind>(['membership', 'stake', 'resource', 'domain']);

/** The fields of each kind that refer to records. */
const REFERENCES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(RECORD_FIELDS).map(([kind, fields]) => [
    kind,
    new Set(fields.filter(({ as }) => as === 'reference' || as === 'subject').map(({ name }) => name)),
  ]),
);

const keyOf = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;

/** A row of each kind in which nobody states a thing. */
const ABSENT = Object.fromEntries(
  (Object.keys(FIELDS) as SubjectKind[]).map((kind) => [
    kind,
    Object.fromEntries(Object.entries(FIELDS[kind]).map(([name, field]) => [name, field.absent])),
  ]),
) as Readonly<Record<SubjectKind, Readonly<Record<string, unknown>>>>;

/** Builds rows whose every value is a claim of the imported table at its row; each name becomes one record. */
export class ImportedRows {
  #lists = emptyRows();
  #claims: ImportedClaims;
  #deniesOrAdds = false;
  /** Claims of the portions that were taken. */
  #claimsBefore = 0;
  readonly #known: KnownRecords;
  readonly #source: Slug;
  readonly #byName = new Map<SubjectKind, Map<string, SubjectRef>>();
  #names = 0;
  readonly #taken = new Map<SubjectKind, Set<string>>();
  readonly #later: ReadonlyMap<string, readonly Later[]>;
  /** What was said of records of portions that were taken before. */
  readonly late = new Map<string, Later[]>();
  /** Whether a row of a portion that was taken was said to refer to another, which may be of a later portion. */
  refersAhead = false;
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

  /** @param later what was found `late` when the same table was read before */
  constructor(title: string, known: KnownRecords, later: ReadonlyMap<string, readonly Later[]> = new Map()) {
    this.#known = known;
    this.#later = later;
    this.#source = this.freshSlug('source', TABLE_KEY, TABLE_KEY);
    this.#claims = new ImportedClaims(this.#source);
    const rest = { authors: [], date: null, venue: null, doi: null, language: null, within: null, place: null };
    this.#lists.sources.push({ id: this.#source, key: this.#source, kind: 'table', title, ...rest, details: {} });
  }

  freshSlug(kind: SubjectKind, name: string, fallback: string): Slug {
    const taken = this.#taken.get(kind) ?? new Set<string>();
    this.#taken.set(kind, taken);
    const wished = Slug.from(name, fallback);
    let slug = wished;
    for (let count = 2; taken.has(slug) || this.#known.isTaken(kind, slug); count += 1) {
      slug = `${wished}-${count}` as Slug;
    }
    taken.add(slug);
    return slug;
  }

  claim(subject: SubjectRef, field: string, value: string | null, line: number): void {
    if (value === null || value === '') return;
    this.#claims.add(subject, field, value, line);
    if (field === EXISTS ? value !== 'true' : field.startsWith(CUSTOM_PREFIX)) this.#deniesOrAdds = true;
    this.#claimed.add(subject);
    if (this.#made.has(subject)) this.#fill(subject, field, value);
    else if (this.#claimsBefore > 0 && (field in FIELDS[subject.kind] || field.startsWith(CUSTOM_PREFIX)))
      this.#sayLater(subject, { field, value, line, isClaimed: true });
  }

  /** Remembers what is said of a row whose portion was taken. */
  #sayLater(subject: SubjectRef, later: Later): void {
    const key = keyOf(subject);
    if (this.linked.has(key)) return;
    if (REFERENCES.get(subject.kind)?.has(later.field) === true) this.refersAhead = true;
    const before = this.late.get(key);
    if (before === undefined) this.late.set(key, [later]);
    else before.push(later);
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
    const key = `${keyOf(subject)} ${field}`;
    const before = this.#facts.get(key);
    if (before !== undefined) return JSON.stringify(before.value) === JSON.stringify(value) ? null : before.line;
    this.#facts.set(key, { subject, field, value, line });
    const row = this.#made.get(subject);
    if (row !== undefined) row[field] = value;
    else if (this.#claimsBefore > 0) this.#sayLater(subject, { field, value, line, isClaimed: false });
    return null;
  }

  /** What is stated of records that are there, in fields without claims. */
  facts(): StatedFact[] {
    return [...this.#facts.values()].flatMap(({ subject, field, value }) =>
      this.linked.has(keyOf(subject)) ? [{ subject, field, value }] : [],
    );
  }

  /** The record of an id that is there; from here on its name in the table means it. */
  ofId(kind: SubjectKind, id: string, name: string | null): SubjectRef {
    const subject = this.#linkedTo(kind, id);
    this.identified.add(id);
    if (name !== null && this.#called(kind, nameKey(name)) === undefined) this.#call(kind, nameKey(name), subject);
    return subject;
  }

  /** What a name refers to: a record that is there, or one that the table named before; null for a new name. */
  named(kind: SubjectKind, name: string): SubjectRef | null {
    const key = nameKey(name);
    const before = this.#called(kind, key);
    if (before !== undefined) return before;
    const id = this.#known.find(kind, name);
    if (id === null) return this.#spelled(kind, name);
    const subject = this.#linkedTo(kind, id);
    this.#call(kind, key, subject);
    return subject;
  }

  /** The record that another spelling of a new name made. */
  #spelled(kind: SubjectKind, name: string): SubjectRef | null {
    const spelled = this.#known.spelledAs?.(kind, name) ?? name;
    const made = spelled === name ? undefined : this.#called(kind, nameKey(spelled));
    if (made !== undefined) this.#call(kind, nameKey(name), made);
    return made ?? null;
  }

  /** What a name, as it is compared, means so far. */
  #called(kind: SubjectKind, key: string): SubjectRef | undefined {
    return this.#byName.get(kind)?.get(key);
  }

  #call(kind: SubjectKind, key: string, subject: SubjectRef): void {
    const names = this.#byName.get(kind) ?? new Map<string, SubjectRef>();
    this.#byName.set(kind, names);
    if (!names.has(key)) this.#names += 1;
    names.set(key, subject);
  }

  /** The one reference to a record that is there. */
  #linkedTo(kind: SubjectKind, id: string): SubjectRef {
    const key = `${kind} ${id}`;
    const subject = this.linked.get(key) ?? { kind, id };
    this.linked.set(key, subject);
    return subject;
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
    const slug = typeof own === 'string' ? own : this.freshSlug(kind, title, `${kind}-${this.#names + 1}`);
    const blank = { organisation: { country: null }, house: {}, alliance: { venture: null, endedInto: null } }[kind];
    const subject = this.add(kind, { id: slug, slug, ...blank, ...identity });
    this.#call(kind, nameKey(name), subject);
    if (title !== name) this.#call(kind, nameKey(title), subject);
    this.claim(subject, 'name', title, line);
    return { subject, isNew: true };
  }

  /** The venture of an alliance that is there already; null when it is new or has none. */
  ventureOf({ kind, id }: SubjectRef): SubjectRef | null {
    const venture = this.linked.has(`${kind} ${id}`) ? this.#known.ventureOf(id) : null;
    if (venture === null) return null;
    return this.#linkedTo('organisation', venture);
  }

  /** How many claims were made since rows were last taken. */
  get size(): number {
    return this.#claims.length;
  }

  /**
   * The rows that were made since rows were last taken, and nothing holds them from here on. Their claims become an array
   * where somebody asks for one.
   */
  taken(): RowPortion {
    const laterClaims = this.#completed();
    const claims = this.#claims;
    const rows = Object.defineProperty(this.#lists, 'claims', { enumerable: true, get: () => [...claims] });
    this.#claimsBefore += claims.length;
    this.#claims = new ImportedClaims(this.#source, this.#claimsBefore);
    this.#lists = emptyRows();
    this.#made.clear();
    this.#claimed.clear();
    const deniesOrAdds = this.#deniesOrAdds || laterClaims.length > 0;
    this.#deniesOrAdds = false;
    return { rows, claims, deniesOrAdds, laterClaims };
  }

  /** Gives the rows at hand what rows of later portions say of them. */
  #completed(): Claim[] {
    if (this.#later.size === 0) return [];
    const claims: Claim[] = [];
    for (const [subject, row] of this.#made) {
      for (const { field, value, line, isClaimed } of this.#later.get(keyOf(subject)) ?? []) {
        if (!isClaimed) row[field] = value;
        else if (!field.startsWith(CUSTOM_PREFIX)) this.#fill(subject, field, value as string);
        else claims.push(this.#claims.claimOf(claims.length, subject, field, value as string, line));
      }
    }
    return claims;
  }
}
