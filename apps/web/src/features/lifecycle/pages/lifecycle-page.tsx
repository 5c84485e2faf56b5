import type { AllianceLifecycleAnswer } from '@entente/contract/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { today, useAsOf } from '../../../lib/as-of.ts';
import { AllianceRooms } from '../../../dossier/alliance-rooms.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { EmptyState, FailureState, LoadingState } from '../../../ui/states.tsx';
import { lifecycleOfQuery, templateQuery } from '../api/lifecycle-requests.ts';
import classes from '../components/course/course.module.css';
import { InspectedFigures } from '../components/course/inspected-figures.tsx';
import { Reported } from '../components/course/reported.tsx';
import { StagePath } from '../components/course/stage-path.tsx';
import { StageView } from '../components/course/stage-view.tsx';
import { StandingHead } from '../components/course/standing-head.tsx';
import { Stays } from '../components/course/stays.tsx';
import { StepHistory } from '../components/course/step-history.tsx';
import { GovernanceAdvice } from '../components/governance/governance-advice.tsx';
import { BoardLink, RecordedAllianceLink } from '../components/lifecycle-links.tsx';
import { type Course, CourseContext } from '../components/steps/course.ts';
import { BeginForm } from '../components/steps/move-forms.tsx';
import { DialogButton } from '../../../ui/dialog-button.tsx';
import { TemplateContext } from '../components/template-context.ts';

const ROUTE = '/w/$workspace/alliances/$slug/lifecycle';

/** One alliance through its stages: where it stands, what keeps its gate shut, what was said and by whom. */
export function LifecyclePage() {
  const { t } = useLingui();
  const { workspace, slug } = useParams({ from: ROUTE });
  const { day } = useAsOf();
  const course = useQuery(lifecycleOfQuery(workspace, slug, day));
  const template = useQuery(templateQuery(workspace));
  const name = course.data?.alliance.name ?? slug;
  usePageTitle(course.data && t`Lifecycle: ${name}`);
  const error = course.data ? template.error : course.error;
  if (error && !(course.data && template.data))
    return (
      <FailureState
        error={error}
        onRetry={() => {
          void course.refetch();
          void template.refetch();
        }}
      />
    );
  if (!course.data || !template.data) return <LoadingState lines={12} />;
  return (
    <TemplateContext value={template.data}>
      <h1>
        <Trans>Lifecycle</Trans> <RecordedAllianceLink slug={slug}>{name}</RecordedAllianceLink>
      </h1>
      <AllianceRooms slug={slug} />
      <div aria-busy={course.isPlaceholderData}>
        <CourseOf key={course.data.alliance.id} answer={course.data} slug={slug} />
      </div>
    </TemplateContext>
  );
}

/** The day that a new step has: that of the bar, but not before what was said last. */
function dayOfStep({ asOf, lifecycle }: AllianceLifecycleAnswer, now: string): string {
  const last = lifecycle?.steps.reduce((latest, { on }) => (on > latest ? on : latest), '') ?? '';
  const read = asOf < now ? asOf : now;
  return last > read ? last : read;
}

function CourseOf({ answer, slug }: { readonly answer: AllianceLifecycleAnswer; readonly slug: string }) {
  const { stage } = useSearch({ from: ROUTE });
  const now = today();
  const { lifecycle, version } = answer;
  const course: Course = {
    answer,
    slug,
    day: dayOfStep(answer, now),
    today: now,
    // Words of partners are no steps of ours.
    canStep: version === (lifecycle?.steps ?? []).filter(({ number }) => number !== null).length,
  };
  if (lifecycle === null)
    return (
      <CourseContext value={course}>
        <NotBegun course={course} />
      </CourseContext>
    );
  const shown = lifecycle.stages.some(({ key }) => key === stage) && stage ? stage : lifecycle.standing.stage;
  return (
    <CourseContext value={course}>
      <StandingHead lifecycle={lifecycle} />
      {!course.canStep && <Later answer={answer} />}
      <StagePath lifecycle={lifecycle} shown={shown} />
      <StageView lifecycle={lifecycle} shown={shown} />
      {shown === 'design' && <GovernanceAdvice slug={slug} />}
      <Stays lifecycle={lifecycle} />
      <Reported lifecycle={lifecycle} />
      <StepHistory steps={lifecycle.steps} />
      <p className={classes.lead}>
        <BoardLink>
          <Trans>Every alliance by stage</Trans>
        </BoardLink>
        {' · '}
        {answer.class === 'NEVER' ? (
          <Trans>shown to owners, administrators and managers, never to a partner</Trans>
        ) : (
          <Trans>shown within the firm, never to a partner</Trans>
        )}
      </p>
      <InspectedFigures lifecycle={lifecycle} />
    </CourseContext>
  );
}

/** Something was said after the day that is read; what is past is looked at, not added to. */
function Later({ answer: { asOf } }: { readonly answer: AllianceLifecycleAnswer }) {
  return (
    <p className={classes.caution} role="note">
      <Trans>
        This is how it stood on <DateText value={asOf} />; more was recorded since.
      </Trans>{' '}
      <Link to="." search={(before) => ({ ...before, asOf: undefined })}>
        <Trans>Look at today to add to it</Trans>
      </Link>
    </p>
  );
}

function NotBegun({ course: { answer, canStep } }: { readonly course: Course }) {
  const { t } = useLingui();
  return (
    <>
      <EmptyState
        title={
          canStep ? <Trans>No lifecycle is kept of this alliance yet</Trans> : <Trans>Not begun by this day</Trans>
        }
        action={
          canStep &&
          answer.abilities.begin && (
            <DialogButton
              label={<Trans>Begin the lifecycle…</Trans>}
              title={t`Begin the lifecycle`}
              look="filled"
              form={(close) => <BeginForm onDone={close} />}
            />
          )
        }
      >
        {canStep ? (
          <Trans>
            Say which of the seven stages it is in. What came before may stay unknown; it is then shown as not recorded,
            not as skipped.
          </Trans>
        ) : (
          <Trans>Choose a later date above to see it.</Trans>
        )}
      </EmptyState>
      <p>
        <BoardLink>
          <Trans>Every alliance by stage</Trans>
        </BoardLink>
      </p>
    </>
  );
}
