import type { PortfolioQuery, WhatIfAnswer, WhatIfQuestion } from '@entente/contract/portfolio';
import { EdtfDate, invariant, Outcome, Share, Slug } from '@entente/core/kernel';
import {
  type Candidate,
  type CandidatePartner,
  type ConfigurationParameters,
  ownSideOf,
  whatIfDay,
  whatIfFrom,
  type WhatIfToday,
  whatIfToday,
} from '@entente/core/portfolio';
import { type DomainTerm, type Register, termHierarchy } from '@entente/core/register';
import { type Caller, reading as inWorkspace } from '../register/changing.commands.ts';
import { findDomainTerms } from '../register/domain-terms.store.ts';
import { partnerIn } from './candidate-partners.ts';
import type { FirmQuestion, FirmReading, FirmReadings } from './firm-readings.commands.ts';
import { parametersOf } from './portfolio.commands.ts';
import { positionsWith } from './position-with.ts';
import { whatIfAnswerOf } from './what-if.presenter.ts';

type Asked = WhatIfQuestion['candidates'][number];

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
  return found.ok ? whatIfAnswerTo(found.value, terms.value, query, asked, caller.today) : found;
}

function whatIfAnswerTo(
  reading: FirmReading,
  terms: readonly DomainTerm[],
  query: PortfolioQuery,
  { candidates, aims }: WhatIfQuestion,
  today: string,
): Outcome<WhatIfAnswer> {
  const own = ownSideOf(reading.register, reading.focal);
  const partners = candidates.map(({ partner }, place) =>
    partnerIn(reading, own, partner, `/candidates/${place}/partner`),
  );
  const problems = partners.flatMap((partner) => (partner.ok ? [] : partner.problems));
  if (problems.length > 0) return Outcome.refuse(...problems);
  const { register, focal, snapshot } = reading;
  const configuration = parametersOf(query, snapshot);
  const known = partners.map(read);
  const moves = known.map((partner, place) => candidateOf(candidates[place] as Asked, partner));
  const day = whatIfDay(configuration.asOf ?? today, moves);
  const outcome = whatIfFrom(keptToday(reading, configuration, day, terms), moves, aims);
  const year = Number(outcome.day.slice(0, 4));
  const positions = positionsWith(register, focal, configuration.level, year, known);
  return Outcome.of(whatIfAnswerOf(reading.whole, focal, known, outcome, positions));
}

const MOST_KEPT = 16;
const kept = new WeakMap<Register, Map<string, WhatIfToday>>();

/** The firm as it stands on a day, found once a register: who compares moves asks for it again with each. */
function keptToday(
  { register, focal }: Pick<FirmReading, 'register' | 'focal'>,
  configuration: ConfigurationParameters,
  day: string,
  terms: readonly DomainTerm[],
): WhatIfToday {
  const classified = terms.map(({ dimension, term, broader }) => [dimension, term, broader]);
  const key = JSON.stringify([focal, configuration, day, classified]);
  const all = kept.get(register) ?? new Map<string, WhatIfToday>();
  kept.set(register, all);
  const known = all.get(key) ?? whatIfToday(register, focal, configuration, day, { terms: termHierarchy(terms) });
  const [oldest] = all.keys();
  if (!all.has(key) && all.size >= MOST_KEPT && oldest !== undefined) all.delete(oldest);
  all.set(key, known);
  return known;
}
