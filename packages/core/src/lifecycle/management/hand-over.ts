import type { Day, Problem } from '../../kernel/index.ts';
import type { Wording } from '../../register/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { repeatedParts } from './meeting.ts';

export const HAND_OVER_STATES = ['open', 'done', 'not-needed'] as const;

/** One thing that those who manage an alliance need from those who negotiated it. */
export type HandOverItem = {
  readonly key: string;
  /** Its words; null: those of the default item of that key. */
  readonly text: string | null;
  readonly state: (typeof HAND_OVER_STATES)[number];
  readonly holder: string | null;
  /** The day on which it was done. */
  readonly done: Day | null;
  readonly note: string | null;
};

/** What passes from those who negotiated an alliance to those who manage it. */
export type HandOver = {
  /** Members of the workspace: who hands over, and who takes the alliance on. */
  readonly from: string | null;
  readonly to: string | null;
  readonly due: Day | null;
  readonly items: readonly HandOverItem[];
};

export type DefaultHandOverItem = { readonly key: string; readonly words: Wording; readonly source: string };

const item = (key: string, source: string, en: string, ja: string, zhHant: string): DefaultHandOverItem => ({
  key,
  source,
  words: { en, ja, 'zh-Hant': zhHant },
});

const STAGES = 'source 002, stages of the alliance lifecycle';
const OWNED =
  'FitGap, Establish alliance governance so partnerships stay owned after signing, https://us.fitgap.com/stack-guides/establish-alliance-governance-so-partnerships-stay-owned-after-signing';

/** What a new hand-over asks for, after what each stage before management leaves behind and what is lost after signing. */
export const HAND_OVER_ITEMS: readonly DefaultHandOverItem[] = [
  item(
    'objectives',
    STAGES,
    'Objectives of the alliance and of each side',
    'アライアンスと各当事者の目的',
    '聯盟與各方的目標',
  ),
  item(
    'why-this-partner',
    STAGES,
    'Why this partner was chosen, and what spoke against it',
    'このパートナーを選んだ理由と懸念',
    '選擇此夥伴的理由與顧慮',
  ),
  item(
    'promises',
    STAGES,
    'What was promised in the negotiation and stands in no contract',
    '交渉で約束され契約書にない事項',
    '談判中承諾而未載入契約的事項',
  ),
  item(
    'contract',
    STAGES,
    'Signed contract and its clauses explained',
    '締結済み契約と条項の説明',
    '已簽署的契約與條款說明',
  ),
  item('obligations', STAGES, 'Obligations of both sides with their days', '双方の義務と期日', '雙方義務與期限'),
  item('bodies', STAGES, 'Bodies, seats and reserved matters', '会議体・議席・留保事項', '治理機構、席次與保留事項'),
  item(
    'owner-here',
    OWNED,
    'Alliance manager named on our side',
    '自社側アライアンス・マネジャーの指名',
    '指定我方聯盟經理',
  ),
  item(
    'owner-there',
    OWNED,
    'Alliance manager named on their side',
    '相手側アライアンス・マネジャーの指名',
    '指定對方聯盟經理',
  ),
  item(
    'escalation',
    OWNED,
    'Escalation ladder agreed with the partner',
    'パートナーと合意した上申の段階',
    '與夥伴議定的升級階梯',
  ),
  item(
    'calendar',
    OWNED,
    'First meetings of each level in the calendar',
    '各レベルの初回会合の日程',
    '各層級首次會議的日程',
  ),
  item(
    'measures',
    STAGES,
    'What counts as success, and how it is measured',
    '成功の定義と測定方法',
    '成功的定義與衡量方式',
  ),
  item('contacts', STAGES, 'People on both sides, by level', 'レベル別の双方の担当者', '雙方各層級的人員'),
];

const refused = (message: string, fix: string, pointer: string): Problem => ({
  code: 'value-refused',
  message,
  fix,
  pointer,
});

function itemProblems({ key, text, state, done }: HandOverItem, nth: number): readonly Problem[] {
  return [
    ...(text === null && !HAND_OVER_ITEMS.some((each) => each.key === key)
      ? [refused('There is no default item of that key', 'Give the item words of its own.', `/items/${nth}/text`)]
      : []),
    ...((state === 'done') === (done === null)
      ? [
          refused(
            'What is done has a day, and nothing else',
            'Give the day on which it was done.',
            `/items/${nth}/done`,
          ),
        ]
      : []),
  ];
}

const openIn = ({ items }: HandOver): readonly HandOverItem[] => items.filter(({ state }) => state === 'open');

/** An alliance has one hand-over, which is open while an item is. */
export const HAND_OVER: PaperRule<HandOver> = {
  stage: 'management',
  class: 'INTERNAL',
  isSingle: true,
  facts: (pack) => {
    const isOpen = openIn(pack).length > 0;
    const people = [pack.from, pack.to, ...pack.items.map(({ holder }) => holder)];
    return {
      ...NO_FACTS,
      due: isOpen ? pack.due : null,
      isOpen,
      holder: pack.to,
      people: [...new Set(people.filter((id): id is string => id !== null))],
    };
  },
  problems: (pack) => [...pack.items.flatMap(itemProblems), ...repeatedParts(pack.items)],
};

/**
 * How far a hand-over is: items done of those that are needed.
 * @example handOverProgress({ items: [] }) // => { done: 0, needed: 0 }
 */
export function handOverProgress({ items }: Pick<HandOver, 'items'>): {
  readonly done: number;
  readonly needed: number;
} {
  const needed = items.filter(({ state }) => state !== 'not-needed');
  return { done: needed.filter(({ state }) => state === 'done').length, needed: needed.length };
}
