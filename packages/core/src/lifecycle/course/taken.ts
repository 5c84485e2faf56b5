import { invariant, unreachable } from '../../kernel/index.ts';
import type { LifecycleTemplate } from '../templates/lifecycle-template.ts';
import { type Lifecycle, type StageRecord, stageRecord, type Visit, WHOLE_STAGE } from './lifecycle.ts';
import type { Step } from './step.ts';

type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

const withStage = (lifecycle: Lifecycle, stage: string, change: Partial<StageRecord>): Lifecycle => ({
  ...lifecycle,
  stages: new Map(lifecycle.stages).set(stage, { ...stageRecord(lifecycle, stage), ...change }),
});

const withKey = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

const begun = (template: LifecycleTemplate, { stage, on, earlier, reason }: StepOf<'begun'>): Lifecycle => ({
  template,
  state: 'open',
  visits: [{ stage, from: on, to: null, how: 'begun', reason }],
  stages: new Map(),
  earlier,
  steps: [],
});

const left = ({ visits }: Lifecycle, on: string): readonly Visit[] =>
  visits.map((visit) => (visit.to === null ? { ...visit, to: on } : visit));

/** Ends the present visit and begins the next; what approvers said holds for one visit. */
function moved(lifecycle: Lifecycle, step: StepOf<'advanced' | 'revisited'>): Lifecycle {
  const { stage, on, kind: how } = step;
  const reason = step.kind === 'revisited' ? step.reason : null;
  const there = withStage(lifecycle, stage, { approvals: new Map() });
  return { ...there, visits: [...left(lifecycle, on), { stage, from: on, to: null, how, reason }] };
}

/** Whoever is named again keeps the word they gave. */
function named(lifecycle: Lifecycle, { stage, approvers }: StepOf<'approvers-named'>): Lifecycle {
  const keys = new Set(approvers.map(({ key }) => key));
  const approvals = [...stageRecord(lifecycle, stage).approvals].filter(([key]) => keys.has(key));
  return withStage(lifecycle, stage, { approvers, approvals: new Map(approvals) });
}

function taken(lifecycle: Lifecycle, step: Exclude<Step, { kind: 'begun' }>): Lifecycle {
  if (step.kind === 'ended' || step.kind === 'given-up')
    return { ...lifecycle, state: step.kind, visits: left(lifecycle, step.on) };
  const { items, verdicts, waivers, approvals } = stageRecord(lifecycle, step.stage);
  switch (step.kind) {
    case 'recorded':
      return withStage(lifecycle, step.stage, { items: withKey(items, step.item, step) });
    case 'judged':
      return withStage(lifecycle, step.stage, { verdicts: withKey(verdicts, step.criterion, step) });
    case 'waived':
      return withStage(lifecycle, step.stage, { waivers: withKey(waivers, step.criterion ?? WHOLE_STAGE, step) });
    case 'planned':
      return withStage(lifecycle, step.stage, { due: step.due });
    case 'approvers-named':
      return named(lifecycle, step);
    case 'gate-judged':
      return withStage(lifecycle, step.stage, { approvals: withKey(approvals, step.approver, step) });
    case 'advanced':
    case 'revisited':
      return moved(lifecycle, step);
    default:
      return unreachable(step);
  }
}

/** What a lifecycle is after one more step, but for the list of its steps. */
function next(lifecycle: Lifecycle | null, template: LifecycleTemplate, step: Step): Lifecycle {
  const after = step.kind === 'begun' ? begun(template, step) : lifecycle && taken(lifecycle, step);
  invariant(after, 'a lifecycle begins with its first step');
  return after;
}

/** The lifecycle with one more step, which is not judged. */
export const withStep = (lifecycle: Lifecycle | null, template: LifecycleTemplate, step: Step): Lifecycle => ({
  ...next(lifecycle, template, step),
  steps: [...(lifecycle?.steps ?? []), step],
});

/**
 * The lifecycle that steps come to which were judged when they were taken: as it was recorded, whatever is asked of a step today.
 * @param steps in their order, the first of them `begun`
 * @returns null where there are none
 * @example recordedLifecycle(SEVEN_STAGES, []) // => null
 */
export function recordedLifecycle(template: LifecycleTemplate, steps: readonly Step[]): Lifecycle | null {
  const lifecycle = steps.reduce<Lifecycle | null>((before, step) => next(before, template, step), null);
  return lifecycle && { ...lifecycle, steps };
}
