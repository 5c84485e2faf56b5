import type { FoundRecordAnswer } from '@entente/contract/register';
import type { Words } from '../../lib/use-words.ts';

/** Where a record is read; houses, people and events are shown on the page of an organisation or alliance. */
export function pageOf({ kind, slug, on }: FoundRecordAnswer): { readonly path: string; readonly hash?: string } {
  if (kind === 'organisation') return { path: `/partners/${slug}` };
  if (kind === 'alliance') return { path: `/alliances/${slug}` };
  if (kind === 'source') return { path: `/sources/${slug}` };
  const hash = { house: 'houses', person: 'people', event: 'events' }[kind];
  if (on?.slug === undefined || on.slug === null) return { path: '' };
  return { path: `/${on.kind === 'alliance' ? 'alliances' : 'partners'}/${on.slug}`, hash };
}

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
