import {
  type CandidateScreensAnswer,
  candidateScreensAnswer,
  type CandidateScreensQuery,
  MOST_SCREENED,
} from '@entente/contract/portfolio';
import { EdtfDate, Outcome } from '@entente/core/kernel';
import { type CandidateScreen, candidateScreens, candidatesIn, dayToRead, ownSideOf } from '@entente/core/portfolio';
import { type DomainTerm, type Organisation, type Register, termHierarchy } from '@entente/core/register';
import { type Caller, reading } from '../register/changing.commands.ts';
import { findDomainTerms } from '../register/domain-terms.store.ts';
import type { FirmQuestion, FirmReading, FirmReadings, Question } from './firm-readings.commands.ts';

type Row = { readonly slug: string; readonly name: string | null };
const named = (row: Row | null, id: string) => ({ slug: row?.slug ?? id, name: row?.name ?? row?.slug ?? id });

const lower = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Those who are asked for, by id, by any of their names, and by country. */
function askedOf(
  register: Register,
  all: readonly Organisation[],
  { organisations, name, country }: CandidateScreensQuery,
): readonly Organisation[] {
  const wanted = organisations === undefined ? null : new Set(organisations);
  const text = lower(name ?? '').trim();
  const byName = new Set(
    text === ''
      ? []
      : register.organisationNames
          .filter((row) => lower(row.text).includes(text))
          .map(({ organisation }) => organisation),
  );
  return all.filter(
    (row) =>
      (wanted === null || wanted.has(row.id)) &&
      (country === undefined || row.country === country) &&
      (text === '' || byName.has(row.id) || lower(row.name ?? '').includes(text) || row.slug.includes(text)),
  );
}

const isClear = ({ collisions, partnerIn, sameHouse }: CandidateScreen): boolean =>
  (collisions ?? []).length === 0 && partnerIn.length === 0 && sameHouse.length === 0;

/** The candidates that are asked for, with names instead of ids. */
function screened(
  { register, whole, focal }: FirmReading,
  terms: readonly DomainTerm[],
  query: CandidateScreensQuery,
): CandidateScreensAnswer {
  const own = ownSideOf(register, focal);
  const asked = query.asOf === undefined ? null : EdtfDate.asOf(query.asOf);
  const day = dayToRead(register, own, asked?.ok === true ? asked.value : null);
  const all = candidatesIn(register, own);
  const besides = register.alliances.find(({ id, slug }) => id === query.besides || slug === query.besides)?.id ?? null;
  const screens = candidateScreens(register, own, termHierarchy(terms), {
    candidates: askedOf(register, all, query),
    day,
    besides,
  }).filter((each) => query.clear === undefined || isClear(each));
  const organisation = (id: string) => named(whole.organisation(id), id);
  const alliance = (id: string) => named(whole.alliance(id), id);
  const items = screens
    .map((screen) => ({ screen, name: organisation(screen.organisation).name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .slice(0, MOST_SCREENED)
    .map(({ screen: { organisation: id, house, partnerIn, sameHouse, collisions, sizes } }) => {
      const row = register.organisation(id);
      return {
        id,
        ...organisation(id),
        country: row?.country ?? null,
        kind: row?.kind ?? null,
        house: house && { ...named(whole.house(house.id), house.id), evidence: house.evidence },
        partnerIn: partnerIn.map(alliance),
        sameHouse: sameHouse.map((each) => ({
          partner: organisation(each.partner),
          alliance: alliance(each.alliance),
        })),
        collisions:
          collisions?.map((each) => ({
            ...each,
            alliance: alliance(each.alliance),
            theirs: alliance(each.theirs),
            by: organisation(each.by),
          })) ?? null,
        sizes,
      };
    });
  return {
    focal: {
      id: focal.id,
      ...named(focal.kind === 'house' ? whole.house(focal.id) : whole.organisation(focal.id), focal.id),
    },
    day,
    total: screens.length,
    countries: [...new Set(all.flatMap((row) => row.country ?? []))].sort(),
    items,
  };
}

const screensQuestion = (
  { sources: _asked, ...query }: CandidateScreensQuery,
  terms: readonly DomainTerm[],
): Question<CandidateScreensAnswer> => ({
  name: 'candidate-screens',
  parameters: { ...query, terms: terms.map(({ dimension, term, broader }) => [dimension, term, broader]) },
  answer: candidateScreensAnswer,
  compute: (read) => screened(read, terms, query),
});

/** Organisations of the register as partners of a firm: what speaks for a close look before anybody rates them; as JSON. */
export async function candidateScreensOfFirm(
  readings: FirmReadings,
  caller: Pick<Caller, 'database' | 'actor'>,
  firm: FirmQuestion,
  query: CandidateScreensQuery,
): Promise<Outcome<string>> {
  const terms = await reading(caller, firm.workspace, async (transaction) =>
    Outcome.of(await findDomainTerms(transaction)),
  );
  return terms.ok ? readings.answerTo(caller, firm, screensQuestion(query, terms.value)) : terms;
}
