import { Outcome } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { keyTwice, type PartKey } from '../dossier/part-keys.ts';
import { saidPoint, type SaidPoint } from '../dossier/said.ts';
import { judgedMatrix, type JudgedMatrix } from '../selection/decision-matrix.ts';
import { rankingOf, type Ranking } from '../selection/ranking.ts';
import { sensitivityOf, type Sensitivity } from '../selection/sensitivity.ts';

/** Ways to reach an objective (source 002, "Alliance strategy formation"): buy, make, merge, ally. */
export const ARRANGEMENTS = ['market-exchange', 'internal-growth', 'merger-or-acquisition', 'alliance'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Criteria to begin with, from the advantages and disadvantages that source 002 lists; the choice among them is ours. */
export const ARRANGEMENT_CRITERIA: readonly SaidPoint[] = (
  [
    ['access', 'Access to the resources that are missing', '不足する資源へのアクセス', '取得所缺資源'],
    ['speed', 'Speed to market', '市場投入の速さ', '進入市場的速度'],
    ['cost-and-risk', 'Low cost and risk of ours', '自社の費用とリスクの小ささ', '我方成本與風險低'],
    ['learning', 'Learning', '学習', '學習'],
    ['flexibility', 'Flexibility, also to leave', '撤退を含む柔軟性', '彈性（包括退出）'],
    ['autonomy', 'Decisions stay ours', '意思決定の自律性', '決策自主'],
    ['protection', 'Protection of proprietary information', '専有情報の保護', '專有資訊的保護'],
  ] as const
).map(saidPoint);

export type ArrangementScore = {
  readonly criterion: PartKey;
  readonly arrangement: Arrangement;
  /** 1 to 5, more is better for us; null: not judged. */
  readonly score: number | null;
  readonly reason: string;
};

/** The four arrangements scored by criteria. */
export type ModeComparison = {
  readonly objective: string;
  readonly criteria: readonly { readonly key: PartKey; readonly text: string; readonly weight: number }[];
  readonly scores: readonly ArrangementScore[];
  /** What was decided; null: nothing yet. */
  readonly decision: { readonly arrangement: Arrangement; readonly reason: string; readonly day: string } | null;
};

export type ComparedArrangements = { readonly ranking: Ranking; readonly sensitivity: Sensitivity };

function matrixOf({ criteria, scores }: ModeComparison): Outcome<JudgedMatrix> {
  const scoreOf = (arrangement: Arrangement, key: PartKey): number | null =>
    scores.find((each) => each.arrangement === arrangement && each.criterion === key)?.score ?? null;
  return judgedMatrix({
    criteria: criteria.map(({ key, weight }) => ({ name: key, direction: 'max', weight })),
    alternatives: ARRANGEMENTS.map((name) => ({ name, values: criteria.map(({ key }) => scoreOf(name, key)) })),
  });
}

/**
 * Ranks market exchange, internal growth, merger or acquisition, and an alliance by the weighted mean of their scores, brought to
 * 0 to 1 over the range of each criterion, and tells over which weights the first stays first. An arrangement that is not judged
 * on every criterion is not ranked.
 * @returns refused as `judgedMatrix` refuses: no criterion, weights of 0 alone, a criterion on which nothing is judged, fewer
 *   than two arrangements that can be ranked
 */
export function comparedArrangements(comparison: ModeComparison): Outcome<ComparedArrangements> {
  const matrix = matrixOf(comparison);
  if (!matrix.ok) return matrix;
  return Outcome.of({ ranking: rankingOf(matrix.value, 'wsm'), sensitivity: sensitivityOf(matrix.value, 'wsm') });
}

export const MODE_COMPARISON: PaperRule<ModeComparison> = {
  stage: 'strategy-formation',
  class: 'INTERNAL',
  isSingle: true,
  facts: ({ decision }) => ({ ...NO_FACTS, isOpen: decision === null }),
  problems: ({ criteria, scores }) => [
    ...keyTwice(criteria, '/criteria'),
    ...scores.flatMap(({ criterion, arrangement }, at) => {
      const first = scores.findIndex((each) => each.criterion === criterion && each.arrangement === arrangement);
      const pointer = `/scores/${at}`;
      if (first !== at)
        return [{ code: 'value-refused', message: 'A score is given twice', fix: 'Give each score once.', pointer }];
      if (criteria.some(({ key }) => key === criterion)) return [];
      const message = 'A score is given on a criterion that is not there';
      return [{ code: 'value-refused', message, fix: 'Take the score away with its criterion.', pointer }];
    }),
  ],
};
