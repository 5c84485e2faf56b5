import { invariant } from '../../kernel/index.ts';
import type { AllianceStage, Wording } from '../../register/index.ts';
import { TERM_WORDS } from '../../register/index.ts';
import type { ExitCriterion, LifecycleTemplate, Stage, StageItem } from './lifecycle-template.ts';

const w = (en: string, ja: string, zhHant: string): Wording => ({ en, ja, 'zh-Hant': zhHant });

/** English, Japanese, Chinese. */
type Said = readonly [key: string, en: string, ja: string, zhHant: string];

const itemOf = ([key, en, ja, zhHant]: Said): StageItem => ({ key, words: w(en, ja, zhHant) });

type Written = {
  readonly key: AllianceStage;
  readonly objective: Wording;
  readonly decisions: readonly Said[];
  readonly deliverables: readonly Said[];
  readonly exitCriteria: readonly Said[];
  readonly isBeforeAgreement?: true;
};

const WRITTEN: readonly Written[] = [
  {
    key: 'strategy-formation',
    objective: w(
      'Find the arrangement that serves the firm’s objectives best, and say what an alliance is to do for them',
      '自社の目的に最も適した形態を見いだし、アライアンスに何を求めるかを定める',
      '找出最能達成公司目標的安排，並說明聯盟要為此做什麼',
    ),
    decisions: [
      [
        'arrangement',
        'Market exchange, internal growth, merger or acquisition, or an alliance?',
        '市場取引、内部成長、合併・買収、アライアンスのいずれか',
        '市場交易、內部成長、併購，還是聯盟？',
      ],
      ['alliance-strategy', 'What is the alliance strategy?', 'アライアンス戦略は何か', '聯盟策略為何？'],
    ],
    deliverables: [
      ['arrangements-compared', 'Comparison of the arrangements', '形態の比較', '各種安排之比較'],
      ['charter', 'Alliance charter', 'アライアンス憲章', '聯盟章程'],
    ],
    exitCriteria: [
      [
        'alliance-most-viable',
        'An alliance was found to be the most viable option, with reasons',
        'アライアンスが最も有効な選択肢であることを理由とともに確認した',
        '已附理由確認聯盟是最可行的選項',
      ],
      ['strategy-formulated', 'The alliance strategy is formulated', 'アライアンス戦略を策定した', '已制定聯盟策略'],
    ],
    isBeforeAgreement: true,
  },
  {
    key: 'partner-selection',
    objective: w(
      'Find a partner that can help the firm to reach its objectives',
      '自社の目的の達成を助けられるパートナーを見いだす',
      '找到能協助公司達成目標的夥伴',
    ),
    decisions: [
      ['criteria', 'By which criteria is the partner chosen?', 'どの基準でパートナーを選ぶか', '以哪些準則選擇夥伴？'],
      ['short-list', 'Who is on the short list?', '最終候補は誰か', '誰在短名單上？'],
      ['partner', 'Who is the partner?', 'パートナーは誰か', '夥伴是誰？'],
    ],
    deliverables: [
      ['candidates-listed', 'Long list and short list', '候補一覧と最終候補一覧', '長名單與短名單'],
      ['candidates-rated', 'Candidates rated by the criteria', '基準による候補の評価', '依準則評比的候選夥伴'],
    ],
    exitCriteria: [
      [
        'short-list-from-search',
        'A systematic search ended in a short list',
        '体系的な探索により最終候補が定まった',
        '有系統的搜尋產生了短名單',
      ],
      [
        'partner-chosen',
        'The partner was chosen by the selection criteria',
        '選定基準によりパートナーを決めた',
        '已依選擇準則選定夥伴',
      ],
    ],
    isBeforeAgreement: true,
  },
  {
    key: 'negotiation',
    objective: w(
      'Agree with the partner on how to collaborate',
      '協働の仕組みについてパートナーと合意する',
      '與夥伴就合作方式達成共識',
    ),
    decisions: [
      [
        'tactics',
        'Which negotiation strategy and tactics are used?',
        'どの交渉戦略・戦術をとるか',
        '採用何種談判策略與戰術？',
      ],
      ['contributions', 'Who contributes what?', '誰が何を拠出するか', '各方貢獻什麼？'],
      ['compensation', 'Who receives what?', '誰が何を受け取るか', '各方獲得什麼？'],
      ['coordination', 'How is the work coordinated?', 'どう調整するか', '如何協調？'],
    ],
    deliverables: [
      ['term-sheet', 'Term sheet', 'タームシート', '條款清單'],
      ['agreement', 'Alliance agreement', 'アライアンス契約', '聯盟協議'],
    ],
    exitCriteria: [
      [
        'consensus',
        'The partners agree on contributions, compensation and coordination',
        '拠出・対価・調整について合意した',
        '各方已就貢獻、報酬與協調達成共識',
      ],
      [
        'agreement-formal',
        'The partnership is formalised in an alliance agreement',
        '提携をアライアンス契約として正式に定めた',
        '夥伴關係已以聯盟協議正式確立',
      ],
    ],
    isBeforeAgreement: true,
  },
  {
    key: 'design',
    objective: w(
      'Set how and under which conditions the alliance is carried out',
      'アライアンスをどのように、どの条件で実行するかを定める',
      '訂定聯盟如何、在何種條件下執行',
    ),
    decisions: [
      ['governance-form', 'Which governance form?', 'どの統治形態か', '採用何種治理形式？'],
      ['provisions', 'Which contractual provisions?', 'どの契約条項か', '採用哪些契約條款？'],
      ['control', 'Which management control mechanisms?', 'どの管理統制の仕組みか', '採用哪些管理控制機制？'],
    ],
    deliverables: [
      ['governance-design', 'Bodies, seats and reserved matters', '機関・議席・留保事項', '機構、席次與保留事項'],
      ['clauses', 'Contract clauses', '契約条項', '契約條款'],
      ['control-plan', 'Control plan', '統制計画', '控制計畫'],
    ],
    exitCriteria: [
      ['form-selected', 'The governance form is selected', '統治形態を選んだ', '已選定治理形式'],
      ['provisions-formulated', 'The contractual provisions are formulated', '契約条項を作成した', '已擬定契約條款'],
      [
        'control-decided',
        'The management control mechanisms are decided',
        '管理統制の仕組みを決めた',
        '已決定管理控制機制',
      ],
    ],
  },
  {
    key: 'management',
    objective: w(
      'Run the alliance from day to day, in working relationships of high quality',
      '質の高い協働関係のもとで日々の運営を行う',
      '以高品質的工作關係進行聯盟的日常運作',
    ),
    decisions: [
      ['daily-coordination', 'How is daily work coordinated?', '日々の業務をどう調整するか', '日常工作如何協調？'],
      ['monitoring', 'What is monitored?', '何を監視するか', '監督什麼？'],
      ['communication', 'How do the partners communicate?', 'どう連絡を取り合うか', '夥伴如何溝通？'],
      [
        'inter-partner-learning',
        'What do the partners learn from each other?',
        '互いに何を学ぶか',
        '夥伴彼此學習什麼？',
      ],
      ['adversity', 'How is adversity responded to?', '逆境にどう対応するか', '如何因應逆境？'],
      ['modifications', 'What has to be modified?', '何を変更するか', '需要修改什麼？'],
    ],
    deliverables: [
      ['hand-over-pack', 'Launch hand-over pack', '立ち上げ引き継ぎ資料', '啟動交接資料'],
      ['minutes', 'Minutes and actions', '議事録と実施事項', '會議紀錄與待辦事項'],
    ],
    exitCriteria: [
      ['operational', 'The alliance is operational', 'アライアンスが稼働している', '聯盟已開始運作'],
      [
        'coordinated',
        'Coordination, monitoring and communication are in place',
        '調整・監視・連絡の体制が整っている',
        '協調、監督與溝通機制已就緒',
      ],
    ],
  },
  {
    key: 'evaluation',
    objective: w(
      'Judge whether objectives, design or management have to be adapted, or the alliance left',
      '目的・設計・運営を改めるべきか、退出すべきかを判断する',
      '判斷目標、設計或管理是否需要調整，或應退出聯盟',
    ),
    decisions: [
      ['metrics', 'What is performance measured by?', '業績を何で測るか', '以什麼衡量績效？'],
      [
        'assessment',
        'How do the partners judge, jointly or each?',
        '共同または各自でどう評価したか',
        '夥伴共同或各自如何評估？',
      ],
      ['course', 'Continue, adapt or exit?', '継続・修正・退出のいずれか', '繼續、調整或退出？'],
    ],
    deliverables: [
      ['metric-system', 'Performance metric system', '業績測定の仕組み', '績效衡量系統'],
      ['assessments', 'Joint or individual assessments', '共同または各自の評価', '共同或個別評估'],
    ],
    exitCriteria: [
      [
        'metrics-implemented',
        'The partners have a performance metric system that is used',
        '業績測定の仕組みを設け、用いている',
        '夥伴已建立並使用績效衡量系統',
      ],
      ['assessed', 'Performance was assessed', '業績を評価した', '已評估績效'],
      ['course-decided', 'To continue, adapt or exit is decided', '継続・修正・退出を決めた', '已決定繼續、調整或退出'],
    ],
  },
  {
    key: 'termination',
    objective: w(
      'End the alliance so that value is kept, losses are few and reputations are whole',
      '価値を残し、損失を抑え、評判を守って終える',
      '在保有價值、減少損失並維護聲譽下結束聯盟',
    ),
    decisions: [
      ['value', 'Which value is extracted?', 'どの価値を引き出すか', '取得哪些價值？'],
      ['losses', 'Which losses can be reduced?', 'どの損失を減らせるか', '可減少哪些損失？'],
      ['reputation', 'How are reputations protected?', '評判をどう守るか', '如何維護聲譽？'],
    ],
    deliverables: [
      ['termination-plan', 'Termination plan', '終了計画', '終止計畫'],
      ['completion-report', 'Completion report', '完了報告', '完成報告'],
    ],
    exitCriteria: [
      ['plan-formulated', 'The termination plan is formulated', '終了計画を作成した', '已擬定終止計畫'],
      [
        'plan-carried-out',
        'The plan is carried out: value, losses and reputations are settled',
        '計画を実行し、価値・損失・評判の扱いを終えた',
        '計畫已執行完畢：價值、損失與聲譽均已處理',
      ],
    ],
  },
];

/** The fourth bullet of the lecture notes lists the seven; each has its number there. */
const placeOf = (at: number) => ({ source: '002', place: `7 Alliance development stages, ${at + 1}` });

function stageOf(
  { key, objective, decisions, deliverables, exitCriteria, isBeforeAgreement }: Written,
  at: number,
): Stage {
  const name = TERM_WORDS.stages[key];
  invariant(name, 'each stage has its words in the register');
  const source = placeOf(at);
  return {
    key,
    name,
    objective,
    source,
    decisions: decisions.map(itemOf),
    deliverables: deliverables.map(itemOf),
    exitCriteria: exitCriteria.map((said): ExitCriterion => ({ ...itemOf(said), source })),
    isBeforeAgreement: isBeforeAgreement === true,
  };
}

/**
 * The seven stages of alliance development (source 002, week 1, "7 Alliance development stages"), with the objective, decisions
 * and deliverables that it names for each. It states no exit criteria as such, but that an alliance proceeds once the objectives
 * of a stage are reached: the criteria say for each stage what that is. Hand-over pack, minutes and completion report are ours.
 */
export const SEVEN_STAGES: LifecycleTemplate = Object.freeze({
  key: 'seven-stages',
  name: w('Seven stages of alliance development', 'アライアンス発展の七段階', '聯盟發展的七個階段'),
  stages: WRITTEN.map(stageOf),
});
