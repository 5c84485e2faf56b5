import type { PortfolioAnswer } from '@entente/contract/portfolio';
import {
  configurationOf,
  type ConfigurationParameters,
  type Focal,
  milestonesOf,
  portfolioReport,
} from '@entente/core/portfolio';
import type { Register } from '@entente/core/register';

function claimCounts(whole: Register): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source } of whole.claims) counts.set(source, (counts.get(source) ?? 0) + 1);
  return counts;
}

/** Sources that can be chosen, with the number of claims each gives. */
export const sourcesOf = (whole: Register): PortfolioAnswer['sources'] => {
  const counts = claimCounts(whole);
  return whole.sources
    .map(({ key, title, date }) => ({ key, title, year: date?.text.slice(0, 4) ?? null, claims: counts.get(key) ?? 0 }))
    .filter(({ claims }) => claims > 0);
};

/**
 * The answer of a portfolio: report, milestones, and the names that they mention.
 * @param register the register as the chosen sources tell it
 * @param whole the register as all sources tell it
 */
export function portfolioAnswerOf(
  register: Register,
  whole: Register,
  focal: Focal,
  parameters: ConfigurationParameters,
): PortfolioAnswer {
  const report = portfolioReport(register, focal, configurationOf(register, focal, parameters));
  const milestones = milestonesOf(register, focal, parameters);
  const organisations = new Set([
    report.focal,
    ...report.explanation.partners.flatMap(({ ties }) => ties.map((tie) => tie.organisation)),
    ...report.moves.flatMap((move) => move.partners),
    ...report.founding.flatMap((move) => move.partners),
  ]);
  const alliances = new Set([
    ...report.moves.map((move) => move.alliance),
    ...report.founding.map((move) => move.alliance),
    ...report.explanation.partners.flatMap(({ ties }) => ties.map((tie) => tie.alliance)),
    ...milestones.events.flatMap((event) => event.alliances),
  ]);
  const namesOf = (
    rows: readonly { readonly slug: string; readonly name: string | null }[],
    slugs: ReadonlySet<string>,
  ) => Object.fromEntries(rows.filter(({ slug }) => slugs.has(slug)).map(({ slug, name }) => [slug, name ?? slug]));
  return {
    report,
    milestones,
    names: {
      alliances: namesOf(whole.alliances, alliances),
      organisations: namesOf([...whole.organisations, ...whole.houses], organisations),
    },
    sources: sourcesOf(whole),
  };
}
