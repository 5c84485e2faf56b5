import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { saidPoint, type SaidPoint } from '../dossier/said.ts';

/** What the definition of an alliance asks (source 002, week 1: "voluntary, long-term, contractual relationship …"). */
export const ALLIANCE_MARKS = [
  'voluntary',
  'long-term',
  'contractual',
  'autonomous',
  'mutual-objectives',
  'individual-objectives',
  'resources',
] as const;
export type AllianceMark = (typeof ALLIANCE_MARKS)[number];

export const ALLIANCE_MARK_WORDS: readonly (SaidPoint & { readonly key: AllianceMark })[] = (
  [
    ['voluntary', 'The relationship is voluntary', '関係は自発的である', '關係是自願的'],
    ['long-term', 'It is meant for the long term', '長期にわたるものである', '關係是長期的'],
    ['contractual', 'It rests on a contract', '契約に基づく', '以契約為基礎'],
    [
      'autonomous',
      'Two or more firms take part that stay autonomous and independent',
      '自律し独立した二社以上の企業が参加する',
      '由兩家以上維持自主獨立的企業參與',
    ],
    ['mutual-objectives', 'It serves objectives that the firms share', '共通の目的に資する', '服務於共同的目標'],
    [
      'individual-objectives',
      'It serves objectives of each firm',
      '各社それぞれの目的に資する',
      '服務於各企業自身的目標',
    ],
    ['resources', 'Resources are shared or created', '資源を共有または創出する', '共享或創造資源'],
  ] as const
).map((said) => ({ ...saidPoint(said), key: said[0] }));

export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type MarkAnswer = {
  readonly mark: AllianceMark;
  readonly answer: (typeof ANSWERS)[number];
  readonly reason: string;
};

/** Whether what is planned is an alliance at all. */
export type AllianceTest = { readonly answers: readonly MarkAnswer[] };

/** What it is where it is none: bought on the market, or one firm with another. */
export type AllianceVerdict = {
  readonly verdict: 'alliance' | 'none' | 'undecided';
  readonly failed: readonly AllianceMark[];
  readonly unknown: readonly AllianceMark[];
  readonly instead: readonly ('market-exchange' | 'merger-or-acquisition')[];
};

/**
 * Judges the marks of an alliance. One mark that fails is enough for "none"; a mark that nobody answers leaves it undecided.
 * The definition excludes market transactions, which are neither long-term nor share resources, and mergers and acquisitions,
 * after which the firms are not autonomous (source 002, week 1).
 * @example allianceVerdict([]).verdict // => 'undecided'
 */
export function allianceVerdict(answers: readonly MarkAnswer[]): AllianceVerdict {
  const given = new Map(answers.map(({ mark, answer }) => [mark, answer]));
  const failed = ALLIANCE_MARKS.filter((mark) => given.get(mark) === 'no');
  const unknown = ALLIANCE_MARKS.filter((mark) => (given.get(mark) ?? 'unknown') === 'unknown');
  const isMarket = failed.includes('long-term') || failed.includes('resources');
  return {
    verdict: failed.length > 0 ? 'none' : unknown.length > 0 ? 'undecided' : 'alliance',
    failed,
    unknown,
    instead: [
      ...(isMarket ? (['market-exchange'] as const) : []),
      ...(failed.includes('autonomous') ? (['merger-or-acquisition'] as const) : []),
    ],
  };
}

export const ALLIANCE_TEST: PaperRule<AllianceTest> = {
  stage: 'strategy-formation',
  class: 'INTERNAL',
  isSingle: true,
  facts: ({ answers }) => ({ ...NO_FACTS, isOpen: allianceVerdict(answers).verdict === 'undecided' }),
  problems: ({ answers }) =>
    answers.flatMap(({ mark }, at) =>
      answers.findIndex((other) => other.mark === mark) === at
        ? []
        : [
            {
              code: 'value-refused',
              message: 'A mark is answered twice',
              fix: 'Answer each mark once.',
              pointer: `/answers/${at}/mark`,
            },
          ],
    ),
};
