import type { PortfolioQuery, WhatIfAnswer, WhatIfQuestion } from '@entente/contract/portfolio';
import { EdtfDate, invariant, Outcome, type Problem, Share, Slug } from '@entente/core/kernel';
import {
  type Candidate,
  type CandidatePartner,
  type OwnSide,
  ownSideOf,
  type TermsMeet,
  whatIf,
} from '@entente/core/portfolio';
import { type TermHierarchy, termHierarchy } from '@entente/core/register';
import { type Caller, reading as inWorkspace } from '../register/changing.commands.ts';
import { findDomainTerms } from '../register/domain-terms.store.ts';
import type { FirmQuestion, FirmReading, FirmReadings } from './firm-readings.commands.ts';
import { parametersOf } from './portfolio.commands.ts';
import { whatIfAnswerOf } from './what-if.presenter.ts';

type Asked = WhatIfQuestion['candidates'][number];

const partnerUnknown = (place: number): Problem => ({
  code: 'record-unknown',
  message: 'There is no such partner in this workspace',
  fix: 'Choose an organisation or a house that is there, or give a name.',
  pointer: `/candidates/${place}/partner`,
});

const partnerOwn = (place: number): Problem => ({
  code: 'candidate-own',
  message: 'The partner belongs to the firm itself',
  fix: 'Choose a partner outside the firm and its own house.',
  pointer: `/candidates/${place}/partner`,
});

const named = <R extends { readonly slug: string; readonly id: string }>(rows: readonly R[], text: string): R | null =>
  rows.find(({ slug, id }) => slug === text || id === text) ?? null;

function partnerIn(
  { register, whole }: FirmReading,
  own: OwnSide,
  asked: Asked['partner'],
  place: number,
): Outcome<CandidatePartner> {
  if ('name' in asked) return Outcome.of({ kind: 'stranger', name: asked.name });
  if ('house' in asked) {
    const house = named(whole.houses, asked.house);
    if (house === null) return Outcome.refuse(partnerUnknown(place));
    const isOwn = [...own.organisations].some((id) =>
      register.houseMembershipsOf(id).some((row) => row.house === house.id),
    );
    return isOwn ? Outcome.refuse(partnerOwn(place)) : Outcome.of({ kind: 'house', id: house.id });
  }
  const organisation = named(whole.organisations, asked.organisation);
  if (organisation === null) return Outcome.refuse(partnerUnknown(place));
  return own.notPartners.has(organisation.id)
    ? Outcome.refuse(partnerOwn(place))
    : Outcome.of({ kind: 'organisation', id: organisation.id });
}

/** What the contract has judged is read once more, now as a value. */
function read<T>(outcome: Outcome<T>): T {
  invariant(outcome.ok, 'the contract has judged the candidate');
  return outcome.value;
}

const candidateOf = (asked: Asked, partner: CandidatePartner): Candidate => ({
  partner,
  form: asked.form,
  start: read(EdtfDate.parse(asked.start)),
  ownShare: asked.ownShare === null ? null : read(Share.parse(asked.ownShare)),
  partnerShare: asked.partnerShare === null ? null : read(Share.parse(asked.partnerShare)),
  resources: asked.resources.map(({ kind, subject }) => ({ kind, subject: read(Slug.parse(subject)) })),
  domain: asked.domain,
});

/** What candidate moves would change in a firm's portfolio; nothing is kept. */
export async function whatIfOfFirm(
  readings: FirmReadings,
  caller: Caller,
  firm: FirmQuestion,
  query: PortfolioQuery,
  asked: WhatIfQuestion,
): Promise<Outcome<WhatIfAnswer>> {
  const terms = await inWorkspace(caller, firm.workspace, async (transaction) =>
    Outcome.of(await findDomainTerms(transaction)),
  );
  if (!terms.ok) return terms;
  const found = await readings.readingOf(caller, firm);
  return found.ok ? whatIfAnswerTo(found.value, termHierarchy(terms.value), query, asked, caller.today) : found;
}

function whatIfAnswerTo(
  reading: FirmReading,
  terms: TermHierarchy,
  query: PortfolioQuery,
  { candidates, aims }: WhatIfQuestion,
  today: string,
): Outcome<WhatIfAnswer> {
  const own = ownSideOf(reading.register, reading.focal);
  const partners = candidates.map(({ partner }, place) => partnerIn(reading, own, partner, place));
  const problems = partners.flatMap((partner) => (partner.ok ? [] : partner.problems));
  if (problems.length > 0) return Outcome.refuse(...problems);
  const { register, focal, snapshot } = reading;
  const configuration = parametersOf(query, snapshot);
  const known = partners.map(read);
  const moves = known.map((partner, place) => candidateOf(candidates[place] as Asked, partner));
  const meet: TermsMeet = (dimension, one, other) => terms.overlap(dimension, one, other) === 'certain';
  const asked = { day: configuration.asOf ?? today, candidates: moves };
  return Outcome.of(
    whatIfAnswerOf(reading.whole, focal, known, whatIf(register, focal, configuration, asked, { aims, meet })),
  );
}
