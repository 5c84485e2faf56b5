import type { AllianceLifecycleAnswer, LifecycleStepAnswer } from '@entente/contract/lifecycle';
import { can } from '@entente/core/accounts';
import { invariant } from '@entente/core/kernel';
import {
  type Approver,
  gateOf,
  type JudgedCriterion,
  type Lifecycle,
  reportedStages,
  type Stage,
  stageRecord,
  stageWaiver,
  standingOf,
  type Step,
} from '@entente/core/lifecycle';
import type { Workspace } from '../register/workspaces.store.ts';
import { approverAnswer, isOwn } from './approvers.ts';
import type { DevelopedRow, StepRow } from './lifecycles.store.ts';
import type { Recorded } from './recorded-steps.ts';

/** What is known beside the steps when a lifecycle is shown. */
export type Beside = {
  readonly asOf: string;
  /** Who can approve now, by id; null: the reader is not told. */
  readonly present: ReadonlySet<string> | null;
  /** Guests who can, by id; null: the reader is not told. */
  readonly guests: readonly string[] | null;
  /** Guests who are asked now, by id. */
  readonly asked: readonly string[];
  /** How many steps there are in all. */
  readonly version: number;
  /** Keys of the sources that the reader may see, by id. */
  readonly sources: ReadonlyMap<string, string>;
};

type LifecycleAnswer = NonNullable<AllianceLifecycleAnswer['lifecycle']>;
type StageAnswer = LifecycleAnswer['stages'][number];
type Told = Pick<LifecycleStepAnswer, 'number' | 'on' | 'by' | 'at'>;

const tellOf = ({ nth, day, actorId, actorName, recordedAt }: StepRow): Told => ({
  number: nth,
  on: day,
  by: { id: actorId, name: actorName },
  at: recordedAt.toISOString(),
});

/** Who said what is in the record, and when. */
const teller =
  ({ rows }: Recorded) =>
  (step: Step): Told => {
    const row = rows.get(step);
    invariant(row, 'what was said stands in a step');
    return tellOf(row);
  };

/** A source that the reader may not see is not named, nor the place in it. */
function evidenced<T extends { readonly source: string | null; readonly place: string | null }>(
  step: T,
  { sources }: Beside,
): Pick<T, 'source' | 'place'> {
  const key = step.source === null ? null : (sources.get(step.source) ?? null);
  return key === null && step.source !== null ? { source: null, place: null } : { source: key, place: step.place };
}

function stepAnswer(step: Step, told: Told, beside: Beside): LifecycleStepAnswer {
  const { by: _, on: __, ...content } = step;
  if (content.kind === 'approvers-named')
    return { ...content, approvers: content.approvers.map(approverAnswer), ...told };
  return { ...content, ...(content.kind === 'judged' ? evidenced(content, beside) : {}), ...told };
}

function waiverAnswer(waiver: JudgedCriterion['waiver'], told: (step: Step) => Told): StageAnswer['waiver'] {
  if (waiver === null) return null;
  const { reason, until, criterion } = waiver;
  return { ...told(waiver), reason, until, isOfStage: criterion === null };
}

/** Who of those named for a stage can still give their word; null: the reader is told of nobody. */
function presentFor(approvers: readonly Approver[], { present, guests }: Beside): ReadonlySet<string> | null {
  const partners = approvers.filter((each) => !isOwn(each)).map(({ key }) => key);
  return present && new Set([...present, ...partners.filter((key) => guests === null || guests.includes(key))]);
}

function stageAnswer(lifecycle: Lifecycle, stage: Stage, told: (step: Step) => Told, beside: Beside): StageAnswer {
  const { items, approvals, due, approvers: named } = stageRecord(lifecycle, stage.key);
  const { criteria, approvers, isOpen } = gateOf(lifecycle, stage, beside.asOf, presentFor(named, beside));
  const isHere = lifecycle.state === 'open' && lifecycle.visits.at(-1)?.stage === stage.key;
  const itemAnswer = (kind: 'decision' | 'deliverable') => (item: { readonly key: string }) => {
    const record = items.get(item.key) ?? null;
    return { key: item.key, kind, record: record && { ...told(record), text: record.text } };
  };
  return {
    key: stage.key,
    items: [...stage.decisions.map(itemAnswer('decision')), ...stage.deliverables.map(itemAnswer('deliverable'))],
    criteria: criteria.map(({ criterion, state, verdict, waiver }) => ({
      key: criterion.key,
      state,
      verdict: verdict && {
        ...told(verdict),
        verdict: verdict.verdict,
        evidence: verdict.evidence,
        ...evidenced(verdict, beside),
      },
      waiver: waiverAnswer(waiver, told),
    })),
    waiver: waiverAnswer(stageWaiver(lifecycle, stage.key), told),
    approvers: approvers.map(({ approver, state, comment, hasLeft }) => ({
      ...approverAnswer(approver),
      state,
      comment,
      on: approvals.get(approver.key)?.on ?? null,
      hasLeft,
      isAsked: isHere && (isOwn(approver) || beside.asked.includes(approver.key)),
    })),
    due,
    isOpen,
  };
}

function standingAnswer(lifecycle: Lifecycle, { asOf, present }: Beside): LifecycleAnswer['standing'] {
  const standing = standingOf(lifecycle, asOf, present);
  invariant(standing, 'what has begun stands somewhere');
  const { unmet, gate, ...rest } = standing;
  return {
    ...rest,
    unmet: unmet.map(({ stage, criterion, state }) => ({ stage, criterion: criterion.key, state })),
    isOpen: gate.isOpen,
  };
}

function lifecycleAnswer(recorded: Recorded, alliance: DevelopedRow, beside: Beside): LifecycleAnswer | null {
  const { lifecycle } = recorded;
  if (lifecycle === null) return null;
  const told = teller(recorded);
  const { template, state, earlier, visits, steps } = lifecycle;
  return {
    template: template.key,
    state,
    earlier,
    visits,
    stages: template.stages.map((stage) => stageAnswer(lifecycle, stage, told, beside)),
    standing: standingAnswer(lifecycle, beside),
    reported: reportedStages(lifecycle, alliance.isOver ? alliance.ending : null),
    // A partner's word stands where it was said, among steps that were taken meanwhile.
    steps: steps
      .map((step) => stepAnswer(step, told(step), beside))
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  };
}

/** What the reader may do next, as the lifecycle stands after all of its steps. */
function abilitiesOf(
  lifecycle: Lifecycle | null,
  alliance: DevelopedRow,
  { id, viewer }: Workspace,
): AllianceLifecycleAnswer['abilities'] {
  const writes = can(viewer, 'register.write', { workspaceId: id, class: alliance.class });
  const present = lifecycle?.visits.at(-1)?.stage ?? '';
  const step = writes && lifecycle?.state === 'open';
  const stages = lifecycle?.template.stages ?? [];
  const named = lifecycle === null ? [] : stageRecord(lifecycle, present).approvers;
  return {
    begin: writes && lifecycle === null,
    step,
    judgeGate: step && named.some((each) => each.key === viewer.personId && isOwn(each)),
    end: step && stages.at(-1)?.key === present,
    giveUp: step && stages.some(({ key, isBeforeAgreement }) => key === present && isBeforeAgreement),
  };
}

/** The development of an alliance as its reader may see it. */
export function allianceLifecycleAnswer(
  alliance: DevelopedRow,
  { then, now }: { readonly then: Recorded; readonly now: Recorded },
  beside: Beside,
  workspace: Workspace,
): AllianceLifecycleAnswer {
  const { id, slug, name } = alliance;
  return {
    alliance: { id, slug, name },
    class: alliance.class,
    asOf: beside.asOf,
    lifecycle: lifecycleAnswer(then, alliance, beside),
    version: beside.version,
    abilities: abilitiesOf(now.lifecycle, alliance, workspace),
  };
}
