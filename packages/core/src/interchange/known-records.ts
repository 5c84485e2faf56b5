import type { SubjectKind } from '../kernel/index.ts';
import { LIST_OF, type RegisterRows } from '../register/index.ts';
import type { KnownRecords, RecordThere } from './imported-rows.ts';
import { nameKey } from './name-key.ts';
import { type KnownOrganisation, matchesFor, type NameIndex, nameIndex, sureMatch } from './name-matching.ts';

/** What a person decided on names of a table, by name: the id of the organisation that is meant, or null for a new one. */
export type NameChoices = ReadonlyMap<string, string | null>;

/** The organisations of a register with all their names, for `nameIndex`. */
export function knownOrganisations(
  rows: Pick<RegisterRows, 'organisations' | 'organisationNames'>,
): readonly KnownOrganisation[] {
  const names = new Map<string, { text: string; kind: string; reading: string | null }[]>();
  for (const { organisation, text, kind, reading } of rows.organisationNames) {
    const list = names.get(organisation) ?? [];
    list.push({ text, kind, reading });
    names.set(organisation, list);
  }
  return rows.organisations.map(({ id, name, lei }) => ({ id, name, lei, names: names.get(id) ?? [] }));
}

type Slugged = {
  readonly id: string;
  readonly slug?: string;
  readonly key?: string;
  readonly name?: string | null;
  readonly title?: string | null;
};

/** Records of a kind by their id, readable name and name; names that two records share mean neither. */
function byText(
  rows: RegisterRows,
  kind: SubjectKind,
): {
  readonly texts: ReadonlyMap<string, string>;
  readonly slugs: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, RecordThere>;
} {
  const list: readonly Slugged[] = rows[LIST_OF[kind]];
  const names = new Map<string, string | null>();
  const slugs = new Set<string>();
  for (const { id, name, title } of list) {
    const key = nameKey(name ?? title ?? '');
    if (key !== '') names.set(key, names.has(key) ? null : id);
  }
  const texts = new Map([...names].flatMap(([key, id]) => (id === null ? [] : [[key, id] as const])));
  for (const { id, slug, key } of list) {
    const readable = slug ?? key;
    if (readable !== undefined) {
      slugs.add(readable);
      texts.set(nameKey(readable), id);
    }
    texts.set(nameKey(id), id);
  }
  const records = new Map(
    list.map(({ id, name, title, slug, key }) => [id, { name: name ?? title ?? null, slug: slug ?? key ?? null }]),
  );
  return { texts, slugs, records };
}

/**
 * What names in a table mean among the records of a register: what a person decided, else a readable name or id, else for
 * organisations the one sure match, for other records the same name.
 */
export function knownRecordsOf(
  rows: RegisterRows,
  choices: NameChoices = new Map(),
  index: NameIndex = nameIndex(knownOrganisations(rows)),
): KnownRecords {
  const decided = new Map([...choices].map(([name, id]) => [nameKey(name), id]));
  const kinds = new Map<SubjectKind, ReturnType<typeof byText>>();
  const of = (kind: SubjectKind): ReturnType<typeof byText> => {
    const known = kinds.get(kind) ?? byText(rows, kind);
    kinds.set(kind, known);
    return known;
  };
  const ventures = new Map(rows.alliances.map((alliance) => [alliance.id, alliance.venture]));
  return {
    find(kind, text) {
      const key = nameKey(text);
      const choice = kind === 'organisation' ? decided.get(key) : undefined;
      if (choice !== undefined) return choice;
      if (of(kind).records.has(text)) return text;
      if (kind !== 'organisation') return of(kind).texts.get(key) ?? null;
      const exact = of(kind).slugs.has(key) ? of(kind).texts.get(key) : undefined;
      return exact ?? sureMatch(matchesFor(text, index))?.id ?? null;
    },
    ventureOf: (alliance) => ventures.get(alliance) ?? null,
    isTaken: (kind, slug) => of(kind).slugs.has(slug),
    register: {
      record: (kind, id) => of(kind).records.get(id) ?? null,
      namesake: (kind, name) => of(kind).texts.get(nameKey(name)) ?? null,
    },
  };
}
