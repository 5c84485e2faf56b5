import type { FoundRecordAnswer } from '@entente/contract/register';
import type { Words } from '../../lib/use-words.ts';

const ROOMS: Readonly<Record<FoundRecordAnswer['kind'], string>> = {
  organisation: 'partners',
  alliance: 'alliances',
  house: 'houses',
  person: 'people',
  event: 'events',
  source: 'sources',
};

/** The page of a record within its workspace. */
export const pageOf = ({ kind, slug }: FoundRecordAnswer): string => `/${ROOMS[kind]}/${slug}`;

const TERM_LISTS = {
  alliance: 'forms',
  organisation: 'organisationKinds',
  event: 'eventKinds',
  source: 'sourceKinds',
} as const;

/** What tells a record from others of its name: how it was found, what it is, where it belongs, since when. */
export function detailOf(record: FoundRecordAnswer, words: Words): string {
  const { kind, matched, term, date, country, role, on } = record;
  const list = kind in TERM_LISTS ? TERM_LISTS[kind as keyof typeof TERM_LISTS] : null;
  const what = list !== null && term !== null ? words.term(list, term) : words.term('subjects', kind);
  const parts = [matched, role, on?.name ?? null, what, country === null ? null : words.country(country), date];
  return parts.filter((part) => part !== null).join(' · ');
}
