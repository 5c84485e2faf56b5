import { type Claim, Slug, type SubjectKind, type SubjectRef } from '../kernel/index.ts';
import { emptyRows, EXISTS, FIELDS, LIST_OF, type RegisterRows, withBestValues } from '../register/index.ts';
import { nameKey } from './name-key.ts';

/** Records that are there already: what a name, slug or id in a table refers to. */
export type KnownRecords = {
  /** The id of the record that a text of the table means; null when it means a new one. */
  readonly find: (kind: SubjectKind, text: string) => string | null;
  /** The venture of an alliance that is there already, by the alliance's id. */
  readonly ventureOf: (alliance: string) => string | null;
  readonly isTaken: (kind: SubjectKind, slug: string) => boolean;
};

/** A register that holds nothing yet. */
export const NOTHING_KNOWN: KnownRecords = { find: () => null, ventureOf: () => null, isTaken: () => false };

const TABLE_KEY = 'table';

/** Builds rows whose every value is a claim of the imported table at its row; each name becomes one record. */
export class ImportedRows {
  readonly #lists = emptyRows();
  readonly #known: KnownRecords;
  readonly #source: Slug;
  readonly #byName = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #claimed = new Set<string>();
  /** Records that are there already and that the rows refer to. */
  readonly linked = new Map<string, SubjectRef>();

  constructor(title: string, known: KnownRecords) {
    this.#known = known;
    this.#source = this.freshSlug('source', TABLE_KEY, TABLE_KEY);
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
    const id = `claim-${this.#lists.claims.length + 1}`;
    const place = `row ${line}`;
    const claim: Claim = {
      id,
      subject,
      field,
      value,
      source: this.#source,
      place,
      quote: null,
      rank: 'normal',
      reason: null,
    };
    this.#lists.claims.push(claim);
    this.#claimed.add(`${subject.kind} ${subject.id}`);
  }

  /** Adds a row by what identifies it; its claimed fields are filled by claims. */
  add(kind: SubjectKind, identity: Readonly<Record<string, unknown>> & { readonly id: string }): SubjectRef {
    const absent = Object.fromEntries(Object.entries(FIELDS[kind]).map(([name, field]) => [name, field.absent]));
    const list: unknown[] = this.#lists[LIST_OF[kind]];
    list.push({ ...absent, ...identity });
    return { kind, id: identity.id };
  }

  /** States that a record exists, where nothing else is claimed of it. */
  ensureClaimed(subject: SubjectRef, line: number): void {
    if (!this.#claimed.has(`${subject.kind} ${subject.id}`)) this.claim(subject, EXISTS, 'true', line);
  }

  /** What a name refers to: a record that is there, or one that the table named before; null for a new name. */
  named(kind: SubjectKind, name: string): SubjectRef | null {
    const key = `${kind} ${nameKey(name)}`;
    const before = this.#byName.get(key);
    if (before !== undefined) return { kind, id: before };
    const id = this.#known.find(kind, name);
    if (id === null) return null;
    this.#byName.set(key, id);
    this.linked.set(`${kind} ${id}`, { kind, id });
    return { kind, id };
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
    const slug = typeof own === 'string' ? own : this.freshSlug(kind, name, `${kind}-${this.#byName.size + 1}`);
    const blank = { organisation: { country: null }, house: {}, alliance: { venture: null, endedInto: null } }[kind];
    const subject = this.add(kind, { id: slug, slug, ...blank, ...identity });
    this.#byName.set(`${kind} ${nameKey(name)}`, slug);
    this.claim(subject, 'name', name, line);
    return { subject, isNew: true };
  }

  /** A record that the table makes in this very import. */
  isNew({ kind, id }: SubjectRef): boolean {
    return !this.linked.has(`${kind} ${id}`);
  }

  rows(): RegisterRows {
    return withBestValues(this.#lists);
  }
}
