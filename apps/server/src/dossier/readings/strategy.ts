import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import {
  allianceVerdict,
  type Arrangement,
  charterGaps,
  comparedArrangements,
  expectationTally,
} from '@entente/core/lifecycle';

type ReadingOf<K> = Extract<PaperReading, { kind: K }>;

export const allianceTestReading = ({ answers }: PaperOf<'alliance-test'>): ReadingOf<'alliance-test'> => ({
  kind: 'alliance-test',
  ...allianceVerdict(answers),
});

/** The four arrangements ranked, or why they cannot be yet. */
export function modeComparisonReading(content: PaperOf<'mode-comparison'>): ReadingOf<'mode-comparison'> {
  const compared = comparedArrangements(content);
  if (!compared.ok)
    return {
      kind: 'mode-comparison',
      scores: [],
      weights: [],
      unranked: [],
      stays: [],
      problems: [...compared.problems],
    };
  const { ranking, sensitivity } = compared.value;
  // The alternatives of this matrix are the arrangements.
  const mode = (name: string): Arrangement => name as Arrangement;
  return {
    kind: 'mode-comparison',
    scores: ranking.scores.map(({ alternative, score, rank }) => ({ arrangement: mode(alternative), score, rank })),
    weights: ranking.weights,
    unranked: ranking.unranked.map(({ alternative, criteria }) => ({ arrangement: mode(alternative), criteria })),
    stays: sensitivity.intervals.map((each) => ({ ...each, below: each.below.map(mode), above: each.above.map(mode) })),
    problems: [...ranking.warnings],
  };
}

export const expectationsReading = ({
  advantages,
  disadvantages,
}: PaperOf<'expectations'>): ReadingOf<'expectations'> => ({
  kind: 'expectations',
  advantages: expectationTally(advantages),
  disadvantages: expectationTally(disadvantages),
});

export const charterReading = (content: PaperOf<'charter'>): ReadingOf<'charter'> => ({
  kind: 'charter',
  gaps: charterGaps(content),
});
