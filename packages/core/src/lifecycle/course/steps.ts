import { type Day, Outcome, type Problem, unreachable } from '../../kernel/index.ts';
import type { LifecycleTemplate, Stage } from '../templates/lifecycle-template.ts';
import { gateOf, isPassable, judgedCriteria } from './gate.ts';
import {
  lastVisit,
  type Lifecycle,
  orderOf,
  stageOf,
  type StageRecord,
  stageRecord,
  WHOLE_STAGE,
} from './lifecycle.ts';
import type { Step } from './step.ts';

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;
type Taken = Outcome<Lifecycle>;

const refused = (
  code: string,
  message: string,
  fix: string,
): { readonly ok: false; readonly problems: readonly Problem[] } => Outcome.refuse({ code, message, fix });

const unknownStage = (stage: string): ReturnType<typeof refused> =>
  refused(
    'stage-unknown',
    `The template has no stage "${stage.slice(0, 40)}"`,
    'Name a stage of the template by its key.',
  );

const unknownItem = (item: string, stage: string): ReturnType<typeof refused> =>
  refused(
    'stage-item-unknown',
    `The stage ${stage} has no "${item.slice(0, 40)}"`,
    'Name a decision, deliverable or exit criterion of the stage by its key.',
  );

const notThere = (message: string): ReturnType<typeof refused> =>
  refused(
    'lifecycle-not-there',
    message,
    'Look at where the alliance stands, and take the step that leads from there.',
  );

const withStage = (lifecycle: Lifecycle, stage: string, change: Partial<StageRecord>): Lifecycle => ({
  ...lifecycle,
  stages: new Map([...lifecycle.stages, [stage, { ...stageRecord(lifecycle, stage), ...change }]]),
});

const withKey = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map([...map, [key, value]]);

function begun(lifecycle: Lifecycle | null, template: LifecycleTemplate, step: StepOf<'begun'>): Taken {
  if (lifecycle !== null) return notThere('The lifecycle has begun already');
  if (stageOf(template, step.stage) === null) return unknownStage(step.stage);
  const { stage, on, earlier, reason } = step;
  return Outcome.of({
    template,
    state: 'open',
    visits: [{ stage, from: on, to: null, how: 'begun', reason }],
    stages: new Map(),
    earlier,
    steps: [],
  });
}

/** Ends the present visit on a day and, where there is a next, begins it; what approvers said holds for one visit. */
function moved(
  lifecycle: Lifecycle,
  on: Day,
  next: { stage: string; how: 'advanced' | 'revisited'; reason: string | null },
): Lifecycle {
  const visits = lifecycle.visits.map((visit) => (visit.to === null ? { ...visit, to: on } : visit));
  const there = withStage(lifecycle, next.stage, { approvals: new Map() });
  return { ...there, visits: [...visits, { ...next, from: on, to: null }] };
}

const closed = (lifecycle: Lifecycle, state: 'ended' | 'given-up', on: Day): Lifecycle => ({
  ...lifecycle,
  state,
  visits: lifecycle.visits.map((visit) => (visit.to === null ? { ...visit, to: on } : visit)),
});

function shutGate(lifecycle: Lifecycle, stage: Stage, on: Day): ReturnType<typeof refused> | null {
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

function advanced(lifecycle: Lifecycle, present: string, step: StepOf<'advanced'>): Taken {
  const { template } = lifecycle;
  const [from, to] = [orderOf(template, present), orderOf(template, step.stage)];
  if (to < 0) return unknownStage(step.stage);
  if (to <= from) return notThere(`${step.stage} does not come after ${present}; it can be revisited`);
  const stage = template.stages[from];
  const shut = stage === undefined ? null : shutGate(lifecycle, stage, step.on);
  if (shut !== null) return shut;
  const skipped = notGoneThrough(lifecycle, from, to, step.on);
  if (skipped.length > 0)
    return refused(
      'stage-skipped',
      `Between ${present} and ${step.stage} lie ${skipped.join(', ')}`,
      'Go through each stage, or waive it as a whole with a reason and a day.',
    );
  return Outcome.of(moved(lifecycle, step.on, { stage: step.stage, how: 'advanced', reason: null }));
}

function revisited(lifecycle: Lifecycle, present: string, { stage, on, reason }: StepOf<'revisited'>): Taken {
  const { template } = lifecycle;
  if (stageOf(template, stage) === null) return unknownStage(stage);
  if (orderOf(template, stage) >= orderOf(template, present))
    return notThere(`${stage} does not come before ${present}`);
  return Outcome.of(moved(lifecycle, on, { stage, how: 'revisited', reason }));
}

function ended(lifecycle: Lifecycle, present: string, { on }: StepOf<'ended'>): Taken {
  const last = lifecycle.template.stages.at(-1);
  if (last === undefined || present !== last.key) return notThere('Only an alliance in its last stage ends');
  return shutGate(lifecycle, last, on) ?? Outcome.of(closed(lifecycle, 'ended', on));
}

function givenUp(lifecycle: Lifecycle, present: string, { on }: StepOf<'given-up'>): Taken {
  if (stageOf(lifecycle.template, present)?.isBeforeAgreement !== true)
    return notThere('What was signed is not given up; it is terminated');
  return Outcome.of(closed(lifecycle, 'given-up', on));
}

function gateJudged(lifecycle: Lifecycle, present: string, step: StepOf<'gate-judged'>): Taken {
  const { approvers, approvals } = stageRecord(lifecycle, step.stage);
  if (step.stage !== present)
    return notThere(`The alliance is in ${present}; the gate of ${step.stage} is not to be judged`);
  if (!approvers.some(({ key }) => key === step.approver))
    return refused(
      'approver-unnamed',
      'Only an approver who was named for the gate judges it',
      'Name the approver first, or let a named one judge.',
    );
  return Outcome.of(withStage(lifecycle, step.stage, { approvals: withKey(approvals, step.approver, step) }));
}

/** What is said of a stage's own items, whichever stage the alliance is in. */
function told(lifecycle: Lifecycle, stage: Stage, step: StepOf<'recorded' | 'judged' | 'waived'>): Taken {
  const record = stageRecord(lifecycle, stage.key);
  const has = (items: readonly { readonly key: string }[], key: string): boolean =>
    items.some((item) => item.key === key);
  switch (step.kind) {
    case 'recorded':
      return has([...stage.decisions, ...stage.deliverables], step.item)
        ? Outcome.of(withStage(lifecycle, stage.key, { items: withKey(record.items, step.item, step) }))
        : unknownItem(step.item, stage.key);
    case 'judged':
      if (step.evidence.trim() === '')
        return refused('evidence-missing', 'Whether a criterion is met rests on nothing', 'Say by what it is seen.');
      return has(stage.exitCriteria, step.criterion)
        ? Outcome.of(withStage(lifecycle, stage.key, { verdicts: withKey(record.verdicts, step.criterion, step) }))
        : unknownItem(step.criterion, stage.key);
    case 'waived': {
      if (step.criterion !== null && !has(stage.exitCriteria, step.criterion))
        return unknownItem(step.criterion, stage.key);
      if (step.until <= step.on)
        return refused(
          'waiver-past',
          `The waiver ends on ${step.until}, no later than it is given`,
          'Give a later day.',
        );
      const key = step.criterion ?? WHOLE_STAGE;
      return Outcome.of(withStage(lifecycle, stage.key, { waivers: withKey(record.waivers, key, step) }));
    }
    default:
      return unreachable(step);
  }
}

function aboutStage(
  lifecycle: Lifecycle,
  step: StepOf<'recorded' | 'judged' | 'waived' | 'planned' | 'approvers-named'>,
): Taken {
  const stage = stageOf(lifecycle.template, step.stage);
  if (stage === null) return unknownStage(step.stage);
  if (step.kind === 'planned') return Outcome.of(withStage(lifecycle, stage.key, { due: step.due }));
  if (step.kind !== 'approvers-named') return told(lifecycle, stage, step);
  const keys = new Set(step.approvers.map(({ key }) => key));
  if (keys.size < step.approvers.length)
    return refused('approver-repeated', 'An approver is named twice', 'Name each approver once.');
  const approvals = [...stageRecord(lifecycle, stage.key).approvals].filter(([key]) => keys.has(key));
  return Outcome.of(withStage(lifecycle, stage.key, { approvers: step.approvers, approvals: new Map(approvals) }));
}

function takenFrom(lifecycle: Lifecycle, present: string, step: Exclude<Step, { kind: 'begun' }>): Taken {
  switch (step.kind) {
    case 'advanced':
      return advanced(lifecycle, present, step);
    case 'revisited':
      return revisited(lifecycle, present, step);
    case 'ended':
      return ended(lifecycle, present, step);
    case 'given-up':
      return givenUp(lifecycle, present, step);
    case 'gate-judged':
      return gateJudged(lifecycle, present, step);
    default:
      return aboutStage(lifecycle, step);
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

/**
 * The lifecycle after one more step, or why the step cannot be taken: the gate is shut, stages lie between, the alliance is
 * elsewhere. Gates ask for the exit criteria and approvers (source 002, week 1: an alliance proceeds only after the objectives of
 * the preceding stage are achieved; stages may be revisited).
 * @param lifecycle null before the first step, which begins it
 * @returns a new lifecycle; the given one is left alone
 * @example lifecycleAfter(null, SEVEN_STAGES, { kind: 'begun', stage: 'negotiation', earlier: 'unknown', reason: null, on: '2003-10-01', by: null }).ok // => true
 */
export function lifecycleAfter(lifecycle: Lifecycle | null, template: LifecycleTemplate, step: Step): Taken {
  if (step.kind === 'begun') {
    const first = begun(lifecycle, template, step);
    return first.ok ? Outcome.of({ ...first.value, steps: [step] }) : first;
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
  const next = takenFrom(lifecycle, visit.stage, step);
  return next.ok ? Outcome.of({ ...next.value, steps: [...lifecycle.steps, step] }) : next;
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
