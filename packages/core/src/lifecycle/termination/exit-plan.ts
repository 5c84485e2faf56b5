import type { Day, Problem } from '../../kernel/index.ts';
import { NO_FACTS, type PaperRule } from '../dossier/paper-rule.ts';
import { keyTwice, type PartKey } from '../dossier/part-keys.ts';
import { saidPoint, type SaidPoint } from '../dossier/said.ts';

/** Why an alliance may end: the first five from source 002 (objectives, term, contingencies), the others usual in contracts. */
export const EXIT_TRIGGERS: readonly SaidPoint[] = (
  [
    ['objectives-reached', 'The objectives are reached', '目的を達成した', '目標已達成'],
    ['term-ended', 'The agreed term ends', '契約期間の満了', '約定期限屆滿'],
    ['performance', 'Performance stays below what was agreed', '業績が合意を下回り続ける', '績效持續低於約定'],
    ['strategy-changed', 'A partner’s strategy changes', 'パートナーの戦略変更', '夥伴策略改變'],
    ['contingency', 'A contingency outside the partners’ control', '当事者の支配を超える事態', '非夥伴所能控制的情況'],
    ['breach', 'A breach of contract', '契約違反', '違約'],
    ['deadlock', 'A deadlock that the ladder did not solve', '解決されなかったデッドロック', '無法化解的僵局'],
    ['change-of-control', 'A change of control of a partner', 'パートナーの支配権の変更', '夥伴控制權變更'],
    ['insolvency', 'Insolvency of a partner', 'パートナーの倒産', '夥伴破產'],
    ['law', 'A law or an authority forbids it', '法令・当局による禁止', '法律或主管機關禁止'],
    ['other', 'Another trigger', 'その他', '其他'],
  ] as const
).map(saidPoint);
export const TRIGGER_STATES = ['watched', 'met', 'past'] as const;

/** What a plan has to settle: value, losses and reputations (source 002, stage 7), and what they are made of. */
export const EXIT_AREAS: readonly SaidPoint[] = (
  [
    ['value', 'Value to extract', '引き出す価値', '要取得的價值'],
    ['losses', 'Losses to reduce', '減らす損失', '要減少的損失'],
    ['reputation', 'Reputations to protect', '守る評判', '要維護的聲譽'],
    ['people', 'People', '人員', '人員'],
    ['intellectual-property', 'Intellectual property and know-how', '知的財産とノウハウ', '智慧財產與專門技術'],
    ['customers', 'Customers and suppliers', '顧客と供給業者', '客戶與供應商'],
    ['contracts', 'Contracts and obligations', '契約と義務', '契約與義務'],
    ['communication', 'Communication', '広報・連絡', '溝通'],
  ] as const
).map(saidPoint);
export const TASK_STATES = ['open', 'done', 'dropped'] as const;

/** What is to become of a stake. */
export const STAKE_WAYS = ['sell', 'buy', 'list', 'dissolve', 'keep'] as const;

export type ExitTrigger = {
  readonly key: PartKey;
  readonly trigger: string;
  readonly text: string;
  readonly state: (typeof TRIGGER_STATES)[number];
  /** When it is looked for while it is watched, or when it was met; null: no day is known. */
  readonly on: Day | null;
};

export type ExitTask = {
  readonly key: PartKey;
  readonly area: string;
  readonly text: string;
  readonly holder: string | null;
  readonly due: Day | null;
  readonly state: (typeof TASK_STATES)[number];
};

export type StakeUnwinding = {
  readonly key: PartKey;
  /** Whose stake it is; an organisation of the register. */
  readonly organisation: string;
  readonly way: (typeof STAKE_WAYS)[number];
  /** Who takes it over; an organisation of the register. */
  readonly to: string | null;
  readonly due: Day | null;
  readonly terms: string;
};

/** How we would leave, or are leaving: triggers, tasks, and what becomes of the stakes. */
export type ExitPlan = {
  readonly triggers: readonly ExitTrigger[];
  readonly tasks: readonly ExitTask[];
  readonly stakes: readonly StakeUnwinding[];
};

export type ExitProgress = {
  /** Triggers that are met and not past: what is to be done about them is still to be settled. */
  readonly met: readonly PartKey[];
  /** Triggers still watched though their day has come: somebody has to say whether they are met. */
  readonly come: readonly PartKey[];
  readonly done: number;
  readonly open: number;
  readonly late: readonly PartKey[];
  /** Open tasks of which no day is known. */
  readonly undated: number;
  /** Areas of which the plan says nothing. */
  readonly areasLeft: readonly string[];
};

/**
 * How far a plan has come on a day: which triggers are met, of which watched ones the day has come (on that day already), which
 * open tasks are late (from the day after theirs), and of which areas it says nothing.
 * @example exitProgress({ triggers: [{ key: 'a', trigger: 'term-ended', text: '', state: 'watched', on: '2026-06-30' }], tasks: [], stakes: [] }, '2026-06-30').come // => ['a']
 */
export function exitProgress({ triggers, tasks }: ExitPlan, today: Day): ExitProgress {
  const open = tasks.filter(({ state }) => state === 'open');
  return {
    met: triggers.filter(({ state }) => state === 'met').map(({ key }) => key),
    come: triggers.filter(({ state, on }) => state === 'watched' && on !== null && on <= today).map(({ key }) => key),
    done: tasks.filter(({ state }) => state === 'done').length,
    open: open.length,
    late: open.filter(({ due }) => due !== null && due < today).map(({ key }) => key),
    undated: open.filter(({ due }) => due === null).length,
    areasLeft: EXIT_AREAS.filter(({ key }) => tasks.every(({ area }) => area !== key)).map(({ key }) => key),
  };
}

const earliest = (tasks: readonly ExitTask[]): ExitTask | null =>
  tasks
    .filter(({ state, due }) => state === 'open' && due !== null)
    .reduce<ExitTask | null>(
      (first, each) => (first === null || (each.due ?? '') < (first.due ?? '') ? each : first),
      null,
    );

const earliestDay = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

/** Whether somebody has to act on it: it is met, or its day is known. What is watched without a day waits for nobody. */
const isWaiting = ({ state, on }: ExitTrigger): boolean => state === 'met' || (state === 'watched' && on !== null);

const unknownIn = (
  parts: readonly string[],
  known: readonly SaidPoint[],
  pointerOf: (at: number) => string,
): readonly Problem[] =>
  parts.flatMap((part, at) =>
    known.some(({ key }) => key === part)
      ? []
      : [
          {
            code: 'value-refused',
            message: 'There is no such trigger or area',
            fix: 'Choose one of the list, or `other`.',
            pointer: pointerOf(at),
          },
        ],
  );

/** Nobody of another side ever reads how we would leave. */
export const EXIT_PLAN: PaperRule<ExitPlan> = {
  stage: 'termination',
  class: 'NEVER',
  isSingle: true,
  facts: ({ triggers, tasks, stakes }) => {
    const next = earliest(tasks);
    const waiting = triggers.filter(isWaiting);
    return {
      ...NO_FACTS,
      due: earliestDay([next?.due ?? null, ...waiting.map(({ on }) => on)]),
      isOpen: waiting.length > 0 || tasks.some(({ state }) => state === 'open'),
      holder: next?.holder ?? null,
      people: tasks.flatMap(({ holder }) => (holder === null ? [] : [holder])),
      organisations: stakes.flatMap(({ organisation, to }) => (to === null ? [organisation] : [organisation, to])),
    };
  },
  problems: ({ triggers, tasks, stakes }) => [
    ...keyTwice(triggers, '/triggers'),
    ...keyTwice(tasks, '/tasks'),
    ...keyTwice(stakes, '/stakes'),
    ...unknownIn(
      triggers.map(({ trigger }) => trigger),
      EXIT_TRIGGERS,
      (at) => `/triggers/${at}/trigger`,
    ),
    ...unknownIn(
      tasks.map(({ area }) => area),
      EXIT_AREAS,
      (at) => `/tasks/${at}/area`,
    ),
  ],
};
