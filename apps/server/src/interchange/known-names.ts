import {
  type KnownRecords,
  matchesFor,
  type MatchReason,
  type NameIndex,
  nameIndex,
  type RecordThere,
  type RegisterThere,
  SURE_MATCH,
  sureMatch,
} from '@entente/core/interchange';
import { searchText, type SubjectKind } from '@entente/core/kernel';

/** Records of a workspace by what tables may call them. Plain data, so that it can go to a worker. */
export type KnownNames = {
  readonly records: readonly KnownRecord[];
  /** Venture by alliance. */
  readonly ventures: Readonly<Record<string, string>>;
};

export type KnownRecord = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly slug: string | null;
  readonly name: string | null;
  /** Other names of an organisation. */
  readonly others: readonly { readonly text: string; readonly kind: string; readonly reading: string | null }[];
  readonly lei: string | null;
};

/** An organisation that a name may mean. */
export type Candidate = {
  readonly organisation: string;
  readonly name: string | null;
  readonly slug: string;
  readonly confidence: number;
  readonly reason: MatchReason | 'id' | 'slug';
  readonly matched: string | null;
};

/** Finds records by id, slug and name; organisations by other names, readings and likeness too. */
export class NameBook {
  readonly #byId = new Map<string, KnownRecord>();
  readonly #bySlug = new Map<string, KnownRecord>();
  /** Null where two records share the name. */
  readonly #byName = new Map<string, KnownRecord | null>();
  readonly #index: NameIndex;
  readonly #ventures: Readonly<Record<string, string>>;

  constructor({ records, ventures }: KnownNames) {
    this.#ventures = ventures;
    for (const record of records) {
      const { kind, id, slug, name } = record;
      this.#byId.set(`${kind} ${id}`, record);
      if (slug !== null) this.#bySlug.set(`${kind} ${slug}`, record);
      const key = `${kind} ${searchText(name ?? '')}`;
      if (name !== null) this.#byName.set(key, this.#byName.has(key) ? null : record);
    }
    const organisations = records.filter(({ kind }) => kind === 'organisation');
    this.#index = nameIndex(organisations.map(({ id, name, lei, others }) => ({ id, name, lei, names: others })));
  }

  /** The record that a text names by its id or slug. */
  #named(kind: SubjectKind, text: string): { record: KnownRecord; reason: 'id' | 'slug' } | null {
    const byId = this.#byId.get(`${kind} ${text}`);
    if (byId !== undefined) return { record: byId, reason: 'id' };
    const bySlug = this.#bySlug.get(`${kind} ${text}`);
    return bySlug === undefined ? null : { record: bySlug, reason: 'slug' };
  }

  /** What is told of the record of an id. */
  there(kind: SubjectKind, id: string): RecordThere | null {
    return this.#byId.get(`${kind} ${id}`) ?? null;
  }

  /** The one record that has a name. */
  namesake(kind: SubjectKind, name: string): string | null {
    return this.#byName.get(`${kind} ${searchText(name)}`)?.id ?? null;
  }

  /** The one record that a text names beyond doubt; null when there is none, or more than one. */
  find(kind: SubjectKind, text: string): string | null {
    const named = this.#named(kind, text.trim());
    if (named !== null) return named.record.id;
    if (kind !== 'organisation') return this.#byName.get(`${kind} ${searchText(text)}`)?.id ?? null;
    return sureMatch(matchesFor(text, this.#index))?.id ?? null;
  }

  /** The organisations that a text may mean, surest first. */
  candidates(text: string): Candidate[] {
    const named = this.#named('organisation', text.trim());
    const shown = (record: KnownRecord): Pick<Candidate, 'organisation' | 'name' | 'slug'> => ({
      organisation: record.id,
      name: record.name,
      slug: record.slug ?? '',
    });
    if (named !== null) return [{ ...shown(named.record), confidence: 1, reason: named.reason, matched: null }];
    return matchesFor(text, this.#index).flatMap(({ id, confidence, reason, text: matched }) => {
      const record = this.#byId.get(`organisation ${id}`);
      return record === undefined ? [] : [{ ...shown(record), confidence, reason, matched }];
    });
  }

  /** Whether nothing has to be chosen: one candidate is sure, or there is none at all. */
  isTold(candidates: readonly Candidate[]): boolean {
    return candidates.length === 0 || candidates.filter(({ confidence }) => confidence >= SURE_MATCH).length === 1;
  }

  has(kind: SubjectKind, id: string): boolean {
    return this.#byId.has(`${kind} ${id}`);
  }

  isTaken(kind: SubjectKind, slug: string): boolean {
    return this.#bySlug.has(`${kind} ${slug}`);
  }

  ventureOf(alliance: string): string | null {
    return this.#ventures[alliance] ?? null;
  }
}

const SAME = 'same:';

/** A choice that takes a name for another new name of the table, and the name in it; null for any other choice. */
export const sameAs = (name: string): string => `${SAME}${name}`;
const nameIn = (choice: string | undefined): string | null =>
  choice?.startsWith(SAME) === true ? choice.slice(SAME.length) : null;

/** What the names in a table mean, as its owner chose or as is beyond doubt; remembers every organisation that was asked for. */
export class ChosenRecords implements KnownRecords {
  readonly asked = new Set<string>();
  /** What each name was found to mean. */
  readonly #found = new Map<string, string | null>();
  /** New names by what is compared of them, the first of each. */
  readonly #firsts = new Map<string, string>();
  readonly #book: NameBook;
  readonly #choices: Readonly<Record<string, string>>;

  constructor(book: NameBook, choices: Readonly<Record<string, string>>) {
    this.#book = book;
    this.#choices = choices;
  }

  readonly find = (kind: SubjectKind, text: string): string | null => {
    if (kind !== 'organisation') return this.#book.find(kind, text);
    this.asked.add(text);
    const before = this.#found.get(text);
    if (before !== undefined) return before;
    const found = this.#organisation(text);
    this.#found.set(text, found);
    return found;
  };

  #organisation(text: string): string | null {
    const choice = this.#choices[text];
    if (choice === 'new') return null;
    const same = this.#chosenName(text);
    if (same !== text) return this.#organisation(same);
    return choice !== undefined && this.#book.has('organisation', choice)
      ? choice
      : this.#book.find('organisation', text);
  }

  /** The name at the end of what was chosen: A is the same as B, B the same as C. */
  #chosenName(text: string): string {
    const seen = new Set<string>();
    let name = text;
    for (let next = nameIn(this.#choices[name]); next !== null && !seen.has(next); next = nameIn(this.#choices[name])) {
      seen.add(name);
      name = next;
    }
    return name;
  }

  /** Names that differ in nothing that is compared are one, unless somebody says that they are not. */
  readonly spelledAs = (kind: SubjectKind, text: string): string => {
    if (kind !== 'organisation' || this.#choices[text] === 'new') return text;
    const chosen = this.#chosenName(text);
    if (chosen !== text || this.#choices[chosen] === 'new') return chosen;
    const key = searchText(text);
    const first = this.#firsts.get(key);
    if (first === undefined && key !== '') this.#firsts.set(key, text);
    return first ?? text;
  };

  readonly ventureOf = (alliance: string): string | null => this.#book.ventureOf(alliance);
  readonly isTaken = (kind: SubjectKind, slug: string): boolean => this.#book.isTaken(kind, slug);
  readonly register: RegisterThere = {
    record: (kind, id) => this.#book.there(kind, id),
    namesake: (kind, name) => this.#book.namesake(kind, name),
  };
}
