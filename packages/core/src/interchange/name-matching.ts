import { distance } from 'fastest-levenshtein';
import { groupedBy, romanOfKana, searchText, withoutLongVowels } from '../kernel/index.ts';
import { nameParts } from './legal-forms.ts';

/** An organisation as it is known: its name, its other names with their readings, and its LEI. */
export type KnownOrganisation = {
  readonly id: string;
  readonly name: string | null;
  readonly lei: string | null;
  readonly names: readonly { readonly text: string; readonly kind: string; readonly reading: string | null }[];
};

/** Why two names are taken for one organisation's. */
export const MATCH_REASONS = [
  'same LEI',
  'same name',
  'other name',
  'former name',
  'reading',
  'legal form aside',
  'romanisation',
  'order of words',
  'spelling',
  'beginning',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** A known organisation that a name may mean. */
export type NameMatch = {
  readonly id: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: MatchReason;
  /** The known text that was met. */
  readonly text: string;
};

/**
 * From this confidence on a match may be taken without asking, when no other organisation reaches it: the same LEI, the same
 * name or another name of it, with or without its legal form. Below, a person decides.
 */
export const SURE_MATCH = 0.95;

type Keys = {
  readonly whole: string;
  readonly core: string;
  readonly form: string | null;
  readonly roman: string | null;
  readonly sorted: string;
  readonly words: readonly string[];
};

/** A name in the manners of writing in which names are compared. */
function keysOf(text: string): Keys {
  const { words, form } = nameParts(text);
  const core = words.join('');
  const kana = /^[\u3041-\u3096ー]+$/.test(core) ? romanOfKana(core) : null;
  const roman = kana ?? (/^[a-z0-9]+$/.test(core) ? core : null);
  return {
    whole: searchText(text),
    core,
    form,
    roman: roman === null ? null : withoutLongVowels(roman),
    sorted: words.toSorted().join(' '),
    words,
  };
}

const LEAST_SPELLED = 5;
const LEAST_SIGNS = 4;
const MOST_EDITS = 2;
const isLatin = (core: string): boolean => /^[\u0000-\u024f]*$/.test(core);

/** How alike two spellings are, or null: at most two signs apart, the longer the name the surer. */
function spelledAlike(one: string, other: string): number | null {
  const longest = Math.max(one.length, other.length);
  const least = isLatin(one) ? LEAST_SPELLED : LEAST_SIGNS;
  if (Math.min(one.length, other.length) < least || Math.abs(one.length - other.length) > MOST_EDITS) return null;
  const edits = distance(one, other);
  const most = longest >= 10 ? MOST_EDITS : 1;
  return edits > most ? null : Math.round((0.88 - (1.2 * edits) / longest) * 100) / 100;
}

type Likeness = { readonly confidence: number; readonly reason: MatchReason };

function likenessOfKeys(one: Keys, other: Keys): Likeness | null {
  if (one.whole === '' || other.whole === '') return null;
  if (one.whole === other.whole) return { confidence: 1, reason: 'same name' };
  if (one.core === other.core) {
    const differ = one.form !== null && other.form !== null && one.form !== other.form;
    return { confidence: differ ? 0.85 : 0.96, reason: 'legal form aside' };
  }
  if (one.roman !== null && one.roman === other.roman) return { confidence: 0.85, reason: 'romanisation' };
  if (one.words.length > 1 && one.sorted === other.sorted) return { confidence: 0.85, reason: 'order of words' };
  const spelled = spelledAlike(one.core, other.core);
  if (spelled !== null) return { confidence: spelled, reason: 'spelling' };
  const [short, long] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  const begins =
    short.length < long.length && short.every((word, index) => word === long[index]) && short.join('').length > 2;
  return begins ? { confidence: 0.5, reason: 'beginning' } : null;
}

/**
 * How alike two names are and why; the same in both directions. Null when they are not.
 * @example nameLikeness('株式会社北山精機', '北山精機（株）') // => { confidence: 0.96, reason: 'legal form aside' }
 */
export function nameLikeness(
  one: string,
  other: string,
): { readonly confidence: number; readonly reason: MatchReason } | null {
  return likenessOfKeys(keysOf(one), keysOf(other));
}

type Entry = {
  readonly id: string;
  readonly text: string;
  readonly as: 'name' | 'other' | 'former' | 'reading';
  readonly keys: Keys;
};

const WEIGHT = { name: 1, other: 0.98, former: 0.96, reading: 0.9 } as const;
const REASON_OF = { other: 'other name', former: 'former name', reading: 'reading' } as const;
/** Beginnings that more names share say nothing. */
const MOST_BEGINNING = 40;

/** The keys under which a name is filed and looked for; two names alike share one. */
function filedUnder({ whole, core, roman, sorted, words }: Keys): string[] {
  return [
    `w ${whole}`,
    `c ${core}`,
    `s ${sorted}`,
    ...(roman === null ? [] : [`r ${roman}`]),
    `b ${words[0] ?? ''}`,
    ...halves(core),
  ];
}

/** Names at most an edit or two apart share their first or their last half, counted for either's length. */
function halves(core: string, length = core.length): string[] {
  if (core.length < LEAST_SIGNS) return [];
  const half = Math.floor(length / 2);
  return [`f ${length} ${core.slice(0, half)}`, `l ${length} ${core.slice(core.length - half)}`];
}

/** Known names, filed so that those like a given one are found without reading all. */
export type NameIndex = {
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  readonly byLei: ReadonlyMap<string, readonly string[]>;
};

function entriesOf(known: KnownOrganisation): Entry[] {
  const entries: Entry[] = [];
  const add = (text: string | null, as: Entry['as']): void => {
    if (text !== null && searchText(text) !== '') entries.push({ id: known.id, text, as, keys: keysOf(text) });
  };
  add(known.name, 'name');
  for (const { text, kind, reading } of known.names) {
    add(text, kind === 'former' ? 'former' : 'other');
    add(reading, 'reading');
  }
  return entries;
}

/** Files what is known of organisations for `matchesFor`. */
export function nameIndex(known: Iterable<KnownOrganisation>): NameIndex {
  const byKey = new Map<string, Entry[]>();
  const leis: { readonly lei: string; readonly id: string }[] = [];
  for (const organisation of known) {
    if (organisation.lei !== null) leis.push({ lei: organisation.lei, id: organisation.id });
    for (const entry of entriesOf(organisation)) {
      for (const key of filedUnder(entry.keys)) {
        const filed = byKey.get(key);
        if (filed) filed.push(entry);
        else byKey.set(key, [entry]);
      }
    }
  }
  const byLei = groupedBy(leis, ({ lei }) => lei);
  return { byKey, byLei: new Map([...byLei].map(([lei, rows]) => [lei, rows.map(({ id }) => id)])) };
}

function candidates(index: NameIndex, keys: Keys): Set<Entry> {
  const found = new Set<Entry>();
  const lengths = [-2, -1, 1, 2].flatMap((step) => halves(keys.core, keys.core.length + step));
  for (const key of [...filedUnder(keys), ...lengths]) {
    const filed = index.byKey.get(key) ?? [];
    if (key.startsWith('b ') && filed.length > MOST_BEGINNING) continue;
    for (const entry of filed) found.add(entry);
  }
  return found;
}

const MOST_MATCHES = 10;

/**
 * The known organisations that a name may mean, surest first, each with why. By name, other names, readings and LEI; width,
 * case, kana and legal form make no difference; slips of the pen make a small one.
 */
export function matchesFor(name: string, index: NameIndex, lei: string | null = null): readonly NameMatch[] {
  const keys = keysOf(name);
  const best = new Map<string, NameMatch>();
  const offer = (match: NameMatch): void => {
    if (match.confidence > (best.get(match.id)?.confidence ?? 0)) best.set(match.id, match);
  };
  for (const id of (lei === null ? null : index.byLei.get(lei)) ?? [])
    offer({ id, confidence: 1, reason: 'same LEI', text: lei ?? '' });
  for (const { id, text, as, keys: filed } of candidates(index, keys)) {
    const like = likenessOfKeys(keys, filed);
    if (like === null) continue;
    const confidence = Math.round(like.confidence * WEIGHT[as] * 100) / 100;
    const reason = as !== 'name' && like.reason === 'same name' ? REASON_OF[as] : like.reason;
    offer({ id, confidence, reason, text });
  }
  return [...best.values()]
    .sort((one, other) => other.confidence - one.confidence || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_MATCHES);
}

/** The one organisation that a name surely means; null when none is sure, or two are. */
export function sureMatch(matches: readonly NameMatch[]): NameMatch | null {
  const sure = matches.filter((match) => match.confidence >= SURE_MATCH);
  return sure.length === 1 ? (sure[0] ?? null) : null;
}
