import { type Spread, spreadOf } from '../selection/spread.ts';
import { saidPoint, type SaidPoint } from '../dossier/said.ts';

/** What people of both sides judge an alliance by, from 1 (not at all) to 5 (wholly). */
export const HEALTH_DIMENSIONS = [
  'goodwill-trust',
  'competence-trust',
  'commitment',
  'communication',
  'conflict-handling',
  'fairness',
  'learning',
  'leadership',
  'strategic-fit',
] as const;
export type HealthDimension = (typeof HEALTH_DIMENSIONS)[number];

const SAID: Readonly<Record<HealthDimension, readonly [en: string, ja: string, zhHant: string]>> = {
  'goodwill-trust': ['Goodwill trust', '善意への信頼', '善意信任'],
  'competence-trust': ['Competence trust', '能力への信頼', '能力信任'],
  commitment: ['Commitment', 'コミットメント', '投入程度'],
  communication: ['Communication', 'コミュニケーション', '溝通'],
  'conflict-handling': ['Conflict handling', '対立への対処', '衝突處理'],
  fairness: ['Fairness', '公正さ', '公平'],
  learning: ['Learning', '学習', '學習'],
  leadership: ['Leadership', 'リーダーシップ', '領導'],
  'strategic-fit': ['Strategic fit', '戦略の適合', '策略契合'],
};
/** What each dimension is called. */
export const HEALTH_DIMENSION_WORDS: readonly SaidPoint[] = HEALTH_DIMENSIONS.map((key) =>
  saidPoint([key, ...SAID[key]]),
);

const STATED: Readonly<Record<HealthDimension, readonly [en: string, ja: string, zhHant: string]>> = {
  'goodwill-trust': [
    'The other side keeps its word, also where nobody checks.',
    '相手側は、誰も確かめないところでも約束を守る。',
    '即使無人查核，對方也信守承諾。',
  ],
  'competence-trust': [
    'The other side can do what it has taken on.',
    '相手側は、引き受けたことを果たす力がある。',
    '對方有能力完成其承擔的工作。',
  ],
  commitment: [
    'The other side puts in the people, time and money that were agreed.',
    '相手側は、約束した人・時間・資金を投じている。',
    '對方投入了約定的人力、時間與資金。',
  ],
  communication: [
    'What we need to know reaches us in time.',
    '必要な情報が間に合うように届く。',
    '我們需要知道的事能及時傳達。',
  ],
  'conflict-handling': [
    'Disagreements are settled before they do harm.',
    '意見の相違は、害になる前に解決される。',
    '分歧在造成損害前就獲得解決。',
  ],
  fairness: [
    'Each side gets its part of what it puts in.',
    '双方が、投じたものに見合う分を得ている。',
    '雙方都得到與投入相稱的份額。',
  ],
  learning: [
    'Our side learns what it came to learn.',
    '自分の側は、学ぼうとしたことを学べている。',
    '我方學到了想學的東西。',
  ],
  leadership: [
    'Those who lead the alliance decide, and stand by it.',
    'アライアンスを率いる人々は決断し、それを貫く。',
    '領導聯盟的人能作決定並堅持到底。',
  ],
  'strategic-fit': [
    'The alliance still serves the strategy of our side.',
    'アライアンスは今も自分の側の戦略に役立っている。',
    '聯盟仍符合我方的策略。',
  ],
};
/** The sentence that is judged in each dimension. */
export const HEALTH_STATEMENTS: readonly SaidPoint[] = HEALTH_DIMENSIONS.map((key) => saidPoint([key, ...STATED[key]]));

/** Criteria of the choice of partners that are asked again, by their place among them; which criterion each is, is not said. */
export const FIT_DIMENSIONS = [
  'fit:1',
  'fit:2',
  'fit:3',
  'fit:4',
  'fit:5',
  'fit:6',
  'fit:7',
  'fit:8',
  'fit:9',
  'fit:10',
  'fit:11',
  'fit:12',
] as const;
export type FitDimension = (typeof FIT_DIMENSIONS)[number];
/** What is judged in a health check. */
export type JudgedDimension = HealthDimension | FitDimension;

/** With fewer answers of a side, an anonymous health check shows how many there are and nothing else of that side. */
export const LEAST_UNNAMED = 3;

/** What one person judges; a score of null: cannot say. */
export type HealthRating = {
  readonly dimension: JudgedDimension;
  readonly score: number | null;
  readonly comment: string | null;
};

export type SideHealth = Spread & { readonly median: number };

/** One dimension as both sides judge it; null: nobody of that side said anything. */
export type HealthGap<Dimension extends JudgedDimension = HealthDimension> = {
  readonly dimension: Dimension;
  readonly ours: SideHealth | null;
  readonly theirs: SideHealth | null;
  /** Our mean less theirs; null where one of them is unknown. */
  readonly gapOfMeans: number | null;
  readonly gapOfMedians: number | null;
};

type Sheets = readonly (readonly HealthRating[])[];
type BothSides = { readonly ours: Sheets; readonly theirs: Sheets };

function sideHealth(sheets: Sheets, dimension: JudgedDimension): SideHealth | null {
  const scores = sheets
    .flatMap((sheet) => sheet.filter((rating) => rating.dimension === dimension))
    .flatMap(({ score }) => score ?? [])
    .sort((one, other) => one - other);
  const spread = spreadOf(scores);
  if (spread === null) return null;
  const upper = Math.floor(scores.length / 2);
  const lower = scores.length % 2 === 1 ? upper : upper - 1;
  return { ...spread, median: ((scores[lower] ?? 0) + (scores[upper] ?? 0)) / 2 };
}

/**
 * How far the sides are apart on each dimension of a health check: median, mean, least, most and standard deviation of each
 * side, and ours less theirs. Who cannot say does not count; a side of which nobody said anything is unknown, never 0.
 * @param sides what each person of a side sent, scores 1 to 5; their order changes nothing
 * @param dimensions of which; all of the health check unless told
 * @example healthGaps({ ours: [[{ dimension: 'fairness', score: 4, comment: null }]], theirs: [] }).find(({ dimension }) => dimension === 'fairness')?.gapOfMeans // => null
 */
export function healthGaps(sides: BothSides): readonly HealthGap[];
export function healthGaps<Dimension extends JudgedDimension>(
  sides: BothSides,
  dimensions: readonly Dimension[],
): readonly HealthGap<Dimension>[];
export function healthGaps(
  { ours, theirs }: BothSides,
  dimensions: readonly JudgedDimension[] = HEALTH_DIMENSIONS,
): readonly HealthGap<JudgedDimension>[] {
  return dimensions.map((dimension) => {
    const [one, other] = [sideHealth(ours, dimension), sideHealth(theirs, dimension)];
    const isKnown = one !== null && other !== null;
    return {
      dimension,
      ours: one,
      theirs: other,
      gapOfMeans: isKnown ? one.mean - other.mean : null,
      gapOfMedians: isKnown ? one.median - other.median : null,
    };
  });
}
