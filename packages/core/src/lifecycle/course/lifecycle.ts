import type { Day } from '../../kernel/index.ts';
import type { LifecycleTemplate, Stage } from '../templates/lifecycle-template.ts';
import type { Approver, Step } from './step.ts';

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** A stay in a stage. A stage that is revisited has several. */
export type Visit = {
  readonly stage: string;
  readonly from: Day;
  /** Null while the alliance is in it. */
  readonly to: Day | null;
  readonly how: 'begun' | 'advanced' | 'revisited';
  /** Why it was gone back to. */
  readonly reason: string | null;
};

/** What was said of a stage so far. */
export type StageRecord = {
  /** The latest word on each decision and deliverable, by its key. */
  readonly items: ReadonlyMap<string, StepOf<'recorded'>>;
  readonly verdicts: ReadonlyMap<string, StepOf<'judged'>>;
  /** The latest waiver by criterion; that of the whole stage by the empty key. */
  readonly waivers: ReadonlyMap<string, StepOf<'waived'>>;
  readonly due: Day | null;
  readonly approvers: readonly Approver[];
  /** The latest word of each approver in the present visit. */
  readonly approvals: ReadonlyMap<string, StepOf<'gate-judged'>>;
};

/** Where an alliance stands in its development, and how it came there. */
export type Lifecycle = {
  readonly template: LifecycleTemplate;
  readonly state: 'open' | 'ended' | 'given-up';
  readonly visits: readonly Visit[];
  readonly stages: ReadonlyMap<string, StageRecord>;
  /** Whether the stages before the first visit are not known, or were not gone through. */
  readonly earlier: 'unknown' | 'skipped';
  readonly steps: readonly Step[];
};

const EMPTY_STAGE: StageRecord = Object.freeze({
  items: new Map(),
  verdicts: new Map(),
  waivers: new Map(),
  due: null,
  approvers: [],
  approvals: new Map(),
});

/** Key of a waiver that lets a whole stage go by. */
export const WHOLE_STAGE = '';

/** What was said of a stage; of one of which nothing was said, an empty record. */
export const stageRecord = ({ stages }: Lifecycle, stage: string): StageRecord => stages.get(stage) ?? EMPTY_STAGE;

/** The place of a stage in its template; -1 where it has none of this key. */
export const orderOf = ({ stages }: LifecycleTemplate, stage: string): number =>
  stages.findIndex(({ key }) => key === stage);

export const stageOf = ({ stages }: LifecycleTemplate, stage: string): Stage | null =>
  stages.find(({ key }) => key === stage) ?? null;

/** The stay in the stage where the alliance is, or was when it ended. */
export const lastVisit = ({ visits }: Lifecycle): Visit | null => visits.at(-1) ?? null;
