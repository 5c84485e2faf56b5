import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { saidPoint, type SaidPoint } from '../dossier/said.ts';

/** The ten advantages of alliances in source 002, week 1, in their order. */
export const ALLIANCE_ADVANTAGES: readonly SaidPoint[] = (
  [
    ['access-to-resources', 'Access to resources', '資源へのアクセス', '取得資源'],
    ['economies-of-scale', 'Economies of scale', '規模の経済', '規模經濟'],
    ['risk-and-cost-sharing', 'Risk and cost sharing', 'リスクと費用の分担', '分擔風險與成本'],
    ['market-access', 'Access to a (foreign) market', '（海外）市場へのアクセス', '進入（國外）市場'],
    ['learning', 'Learning', '学習', '學習'],
    ['speed-to-market', 'Speed to market', '市場投入の速さ', '進入市場的速度'],
    ['reputation', 'Reputation', '評判', '聲譽'],
    ['blocking-competitors', 'Neutralising or blocking competitors', '競合の無力化・阻止', '抵銷或阻擋競爭者'],
    ['assessing-acquisition', 'Assessing an acquisition partner', '買収候補の見極め', '評估併購對象'],
    ['flexibility', 'Flexibility', '柔軟性', '彈性'],
  ] as const
).map(saidPoint);

/** The nine disadvantages of alliances in source 002, week 1, in their order. */
export const ALLIANCE_DISADVANTAGES: readonly SaidPoint[] = (
  [
    ['loss-of-information', 'Loss of proprietary information', '専有情報の流出', '專有資訊流失'],
    ['management-complexities', 'Management complexities', '管理の複雑さ', '管理複雜'],
    ['financial-risks', 'Financial and organisational risks', '財務・組織上のリスク', '財務與組織風險'],
    ['dependence', 'Risk of becoming dependent', '依存に陥るリスク', '變得依賴的風險'],
    ['loss-of-autonomy', 'Loss of decision autonomy', '意思決定の自律性の喪失', '喪失決策自主'],
    ['loss-of-flexibility', 'Loss of flexibility', '柔軟性の喪失', '喪失彈性'],
    ['antitrust', 'Antitrust implications', '独占禁止法上の問題', '反壟斷問題'],
    ['learning-barriers', 'Learning barriers', '学習の障壁', '學習障礙'],
    ['long-term-viability', 'Long-term viability', '長期的な存続性', '長期存續'],
  ] as const
).map(saidPoint);

export const EXPECTATION_OUTCOMES = ['came', 'partly', 'not'] as const;

export type Expectation = {
  readonly point: string;
  /** Whether it was expected when the alliance was thought of; null: not said. */
  readonly expected: boolean | null;
  readonly words: string;
  /** Whether it came; null: not known yet. */
  readonly outcome: (typeof EXPECTATION_OUTCOMES)[number] | null;
  readonly outcomeWords: string;
};

/** The advantages and disadvantages that a firm expects, to which evaluation comes back. */
export type Expectations = {
  readonly advantages: readonly Expectation[];
  readonly disadvantages: readonly Expectation[];
};

export type ExpectationTally = {
  readonly expected: number;
  readonly came: number;
  readonly partly: number;
  readonly failed: number;
  /** Expected, and not known yet whether they came. */
  readonly awaited: number;
  /** They came, or partly, and nobody had expected them. */
  readonly surprises: number;
};

/**
 * Counts what was expected against what came.
 * @example expectationTally([{ point: 'learning', expected: true, words: '', outcome: 'came', outcomeWords: '' }]).came // => 1
 */
export function expectationTally(points: readonly Expectation[]): ExpectationTally {
  const expected = points.filter((each) => each.expected === true);
  const of = (outcome: Expectation['outcome']): number => expected.filter((each) => each.outcome === outcome).length;
  return {
    expected: expected.length,
    came: of('came'),
    partly: of('partly'),
    failed: of('not'),
    awaited: of(null),
    surprises: points.filter((each) => each.expected !== true && (each.outcome === 'came' || each.outcome === 'partly'))
      .length,
  };
}

const pointProblems = (given: readonly Expectation[], known: readonly SaidPoint[], pointer: string) =>
  given.flatMap(({ point }, at) =>
    known.some(({ key }) => key === point) && given.findIndex((each) => each.point === point) === at
      ? []
      : [
          {
            code: 'value-refused',
            message: 'A point is not on the list, or given twice',
            fix: 'Take each point of the list once.',
            pointer: `${pointer}/${at}/point`,
          },
        ],
  );

export const EXPECTATIONS: PaperRule<Expectations> = {
  stage: 'strategy-formation',
  class: 'INTERNAL',
  isSingle: true,
  facts: () => NO_FACTS,
  problems: ({ advantages, disadvantages }) => [
    ...pointProblems(advantages, ALLIANCE_ADVANTAGES, '/advantages'),
    ...pointProblems(disadvantages, ALLIANCE_DISADVANTAGES, '/disadvantages'),
  ],
};
