import type {
  AllianceLifecycleAnswer,
  LifecycleStepAnswer,
  LifecycleStepCreation,
  LifecycleTemplateAnswer,
} from '@entente/contract/lifecycle';
import type { Problem } from '@entente/core/kernel';
import { type Gate, gateOf, lifecycleAfter, lifecycleOf, type Step } from '@entente/core/lifecycle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { takeStep } from '../../api/lifecycle-requests.ts';

/** The lifecycle that a page shows, and what may be said of it. */
export type Course = {
  readonly answer: AllianceLifecycleAnswer;
  readonly slug: string;
  /** The day that a new step has unless another is typed. */
  readonly day: string;
  /** The last day that a step can have. */
  readonly today: string;
  /** Whether the reader may say more: nothing later is on record than what is shown. */
  readonly canStep: boolean;
};

export type OpenLifecycle = NonNullable<AllianceLifecycleAnswer['lifecycle']>;
export type StageAnswer = OpenLifecycle['stages'][number];
export type CriterionAnswer = StageAnswer['criteria'][number];
export type ApproverAnswer = StageAnswer['approvers'][number];

export const CourseContext = createContext<Course | null>(null);

export function useCourse(): Course {
  const course = useContext(CourseContext);
  if (course === null) throw new Error('useCourse is used outside the page of a lifecycle');
  return course;
}

const stepOf = ({ by, ...content }: LifecycleStepAnswer): Step => ({ ...content, by: by.name });

/** A step as the rules take it; null where they ask for what the server alone knows: who asks, and who is a member. */
function askedStep(body: LifecycleStepCreation): Step | null {
  if (body.kind === 'approvers-named' || body.kind === 'gate-judged') return null;
  return { ...body, by: null };
}

const lifecycleIn = ({ template }: LifecycleTemplateAnswer, { lifecycle }: AllianceLifecycleAnswer) =>
  lifecycleOf(template, (lifecycle?.steps ?? []).map(stepOf));

/** Why a step cannot be taken, by the rules that the server asks too; null where nothing speaks against it here. */
export function refusalOf(
  told: LifecycleTemplateAnswer,
  answer: AllianceLifecycleAnswer,
  body: LifecycleStepCreation,
): Problem | null {
  const step = askedStep(body);
  const before = lifecycleIn(told, answer);
  if (step === null || !before.ok) return null;
  const after = lifecycleAfter(before.value, told.template, step);
  return after.ok ? null : (after.problems[0] ?? null);
}

/** The gate of the present stage on a day, as the rules see it. */
export function gateOn(told: LifecycleTemplateAnswer, answer: AllianceLifecycleAnswer, day: string): Gate | null {
  const lifecycle = lifecycleIn(told, answer);
  const here = answer.lifecycle?.standing.stage;
  const stage = told.template.stages.find(({ key }) => key === here);
  return lifecycle.ok && lifecycle.value !== null && stage ? gateOf(lifecycle.value, stage, day, null) : null;
}

/** Takes a step, and reads anew what it changed. What was refused stays with the form that asked. */
export function useTakeStep() {
  const { answer, slug } = useCourse();
  const workspace = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: LifecycleStepCreation) => takeStep({ workspace, alliance: slug, version: answer.version }, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['workspace', workspace] }),
  });
}
