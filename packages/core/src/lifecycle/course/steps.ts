import { type Day, Outcome, type Problem, unreachable } from '../../kernel/index.ts';
import type { LifecycleTemplate, Stage } from '../templates/lifecycle-template.ts';
import { gateOf, isPassable, judgedCriteria } from './gate.ts';
import { lastVisit, type Lifecycle, orderOf, stageOf, stageRecord } from './lifecycle.ts';
import type { Step } from './step.ts';
import { withStep } from './taken.ts';

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;
/** Why a step cannot be taken; null: it can. */
type Refusal = { readonly ok: false; readonly problems: readonly Problem[] } | null;

const refused = (code: string, message: string, fix: string): NonNullable<Refusal> =>
  Outcome.refuse({ code, message, fix });

const unknownStage = (stage: string): Refusal =>
  refused(
    'stage-unknown',
    `The template has no stage "${stage.slice(0, 40)}"`,
    'Name a stage of the template by its key.',
  );

const unknownItem = (item: string, stage: string): Refusal =>
  refused(
    'stage-item-unknown',
    `The stage ${stage} has no "${item.slice(0, 40)}"`,
    'Name a decision, deliverable or exit criterion of the stage by its key.',
  );

const notThere = (message: string): Refusal =>
  refused(
    'lifecycle-not-there',
    message,
    'Look at where the alliance stands, and take the step that leads from there.',
  );

function shutGate(lifecycle: Lifecycle, stage: Stage, on: Day): Refusal {
  const { criteria, approvers, isOpen } = gateOf(lifecycle, stage, on, null);
  if (isOpen) return null;
  const unmet = criteria.filter((each) => !isPassable(each)).map(({ criterion }) => criterion.key);
  const awaited = approvers.filter(({ state }) => state !== 'approved').map(({ approver }) => approver.name);
  const told = [
    ...(unmet.length > 0 ? [`not met and not waived: ${unmet.join(', ')}`] : []),
    ...(awaited.length > 0 ? [`not approved by: ${awaited.join(', ')}`] : []),
  ];
  return refused(
    'gate-shut',
    `The gate of ${stage.key} is shut; ${told.join('; ')}`,
    'Show by evidence that each exit criterion is met, or waive it with a reason and a day, and let every named approver approve.',
  );
}

/** The stages between two that were neither gone through nor let go by. */
function notGoneThrough(lifecycle: Lifecycle, from: number, to: number, on: Day): readonly string[] {
  return lifecycle.template.stages
    .slice(from + 1, to)
    .filter((stage) => !judgedCriteria(lifecycle, stage, on).every(isPassable))
    .map(({ key }) => key);
}

function shutForward(lifecycle: Lifecycle, present: string, step: StepOf<'advanced'>): Refusal {
  const { template } = lifecycle;
  const [from, to] = [orderOf(template, present), orderOf(template, step.stage)];
  if (to < 0) return unknownStage(step.stage);
  if (to <= from) return notThere(`${step.stage} does not come after ${present}; it can be revisited`);
  const stage = template.stages[from];
  const shut = stage === undefined ? null : shutGate(lifecycle, stage, step.on);
  if (shut !== null) return shut;
  const skipped = notGoneThrough(lifecycle, from, to, step.on);
  if (skipped.length === 0) return null;
  return refused(
    'stage-skipped',
    `Between ${present} and ${step.stage} lie ${skipped.join(', ')}`,
    'Go through each stage, or waive it as a whole with a reason and a day.',
  );
}

function shutBack({ template }: Lifecycle, present: string, { stage }: StepOf<'revisited'>): Refusal {
  if (stageOf(template, stage) === null) return unknownStage(stage);
  return orderOf(template, stage) < orderOf(template, present)
    ? null
    : notThere(`${stage} does not come before ${present}`);
}

function notEnding(lifecycle: Lifecycle, present: string, { on }: StepOf<'ended'>): Refusal {
  const last = lifecycle.template.stages.at(-1);
  if (last === undefined || present !== last.key) return notThere('Only an alliance in its last stage ends');
  return shutGate(lifecycle, last, on);
}

function notJudging(lifecycle: Lifecycle, present: string, step: StepOf<'gate-judged'>): Refusal {
  if (step.stage !== present)
    return notThere(`The alliance is in ${present}; the gate of ${step.stage} is not to be judged`);
  if (stageRecord(lifecycle, step.stage).approvers.some(({ key }) => key === step.approver)) return null;
  return refused(
    'approver-unnamed',
    'Only an approver who was named for the gate judges it',
    'Name the approver first, or let a named one judge.',
  );
}

const has = (items: readonly { readonly key: string }[], key: string): boolean =>
  items.some((item) => item.key === key);

/** What is said of a stage's own items, whichever stage the alliance is in. */
function unfit(stage: Stage, step: StepOf<'recorded' | 'judged' | 'waived'>): Refusal {
  switch (step.kind) {
    case 'recorded':
      return has([...stage.decisions, ...stage.deliverables], step.item) ? null : unknownItem(step.item, stage.key);
    case 'judged':
      if (step.evidence.trim() === '')
        return refused('evidence-missing', 'Whether a criterion is met rests on nothing', 'Say by what it is seen.');
      return has(stage.exitCriteria, step.criterion) ? null : unknownItem(step.criterion, stage.key);
    case 'waived':
      if (step.criterion !== null && !has(stage.exitCriteria, step.criterion))
        return unknownItem(step.criterion, stage.key);
      return step.until > step.on
        ? null
        : refused('waiver-past', `The waiver ends on ${step.until}, no later than it is given`, 'Give a later day.');
    default:
      return unreachable(step);
  }
}

function notOfStage(
  { template }: Lifecycle,
  step: StepOf<'recorded' | 'judged' | 'waived' | 'planned' | 'approvers-named'>,
): Refusal {
  const stage = stageOf(template, step.stage);
  if (stage === null) return unknownStage(step.stage);
  if (step.kind === 'planned') return null;
  if (step.kind !== 'approvers-named') return unfit(stage, step);
  return new Set(step.approvers.map(({ key }) => key)).size === step.approvers.length
    ? null
    : refused('approver-repeated', 'An approver is named twice', 'Name each approver once.');
}

function refusalFrom(lifecycle: Lifecycle, present: string, step: Exclude<Step, { kind: 'begun' }>): Refusal {
  switch (step.kind) {
    case 'advanced':
      return shutForward(lifecycle, present, step);
    case 'revisited':
      return shutBack(lifecycle, present, step);
    case 'ended':
      return notEnding(lifecycle, present, step);
    case 'given-up':
      return stageOf(lifecycle.template, present)?.isBeforeAgreement === true
        ? null
        : notThere('What was signed is not given up; it is terminated');
    case 'gate-judged':
      return notJudging(lifecycle, present, step);
    default:
      return notOfStage(lifecycle, step);
  }
}

const MOVES: ReadonlySet<Step['kind']> = new Set(['advanced', 'revisited', 'ended', 'given-up']);

/**
 * The day before which a step cannot lie, by what it rests on: a move on all that was said, the word of an approver on the latest
 * naming. So what is known of any day is the steps up to it.
 */
function restsOn({ steps }: Lifecycle, step: Step): Day | null {
  const naming = (stage: string): readonly Step[] =>
    steps.filter((each) => each.kind === 'approvers-named' && each.stage === stage).slice(-1);
  const said = MOVES.has(step.kind) ? steps : step.kind === 'gate-judged' ? naming(step.stage) : [];
  return said.reduce<Day | null>((latest, { on }) => (latest === null || on > latest ? on : latest), null);
}

function refusalOf(lifecycle: Lifecycle | null, template: LifecycleTemplate, step: Step): Refusal {
  if (step.kind === 'begun') {
    if (lifecycle !== null) return notThere('The lifecycle has begun already');
    return stageOf(template, step.stage) === null ? unknownStage(step.stage) : null;
  }
  if (lifecycle === null) return notThere('The lifecycle has not begun');
  const visit = lastVisit(lifecycle);
  if (lifecycle.state !== 'open' || visit === null)
    return notThere('The lifecycle has ended; nothing more is said of it');
  if (step.on < visit.from)
    return refused(
      'step-before-stage',
      `The step is of ${step.on}, and the stage was entered on ${visit.from}`,
      'Give the day of the step; it lies on or after the day on which the present stage was entered.',
    );
  const others = restsOn(lifecycle, step);
  if (others !== null && step.on < others)
    return refused(
      'step-before-others',
      `The step is of ${step.on}, and rests on what was said of ${others}`,
      `Give ${others} or a later day.`,
    );
  return refusalFrom(lifecycle, visit.stage, step);
}

/**
 * The lifecycle after one more step, or why the step cannot be taken: the gate is shut, stages lie between, the alliance is
 * elsewhere. Gates ask for the exit criteria and approvers (source 002, week 1: an alliance proceeds only after the objectives of
 * the preceding stage are achieved; stages may be revisited).
 * @param lifecycle null before the first step, which begins it
 * @returns a new lifecycle; the given one is left alone
 * @example lifecycleAfter(null, SEVEN_STAGES, { kind: 'begun', stage: 'negotiation', earlier: 'unknown', reason: null, on: '2003-10-01', by: null }).ok // => true
 */
export function lifecycleAfter(
  lifecycle: Lifecycle | null,
  template: LifecycleTemplate,
  step: Step,
): Outcome<Lifecycle> {
  return refusalOf(lifecycle, template, step) ?? Outcome.of(withStep(lifecycle, template, step));
}

/**
 * The lifecycle that a sequence of steps comes to. The steps up to a day, of a sequence that is without fault, are without fault:
 * they come to the lifecycle as it stood on that day.
 * @returns null where there are none; else the first refusal, with the number of the step in its pointer
 * @example lifecycleOf(SEVEN_STAGES, []).value // => null
 */
export function lifecycleOf(template: LifecycleTemplate, steps: readonly Step[]): Outcome<Lifecycle | null> {
  let lifecycle: Lifecycle | null = null;
  for (const [nth, step] of steps.entries()) {
    const next = lifecycleAfter(lifecycle, template, step);
    if (!next.ok) return Outcome.refuse(...next.problems.map((problem) => ({ ...problem, pointer: `/${nth}` })));
    lifecycle = next.value;
  }
  return Outcome.of(lifecycle);
}
