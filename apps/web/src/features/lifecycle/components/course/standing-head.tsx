import { Trans, useLingui } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Days, NotRecorded, Overdue, UnmetBehind } from '../counted.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { type OpenLifecycle, useCourse } from '../steps/course.ts';
import { GateForm } from '../steps/gate-forms.tsx';
import { AdvanceForm, EndForm, GiveUpForm, RevisitForm } from '../steps/move-forms.tsx';
import { DialogButton } from '../../../../ui/dialog-button.tsx';
import { useTemplate } from '../template-context.ts';
import classes from './course.module.css';
import { GateReasons } from './gate-reasons.tsx';

type Props = { readonly lifecycle: OpenLifecycle };

/** Where the alliance stands: its stage, since when, and what keeps the gate shut; then what can be done. */
export function StandingHead({ lifecycle }: Props) {
  const said = useLifecycleWords();
  const { standing, visits, state } = lifecycle;
  const since = visits.at(-1)?.from ?? null;
  const until = visits.at(-1)?.to ?? null;
  return (
    <div className={classes.head}>
      <p className={classes.where}>
        <strong>{said.stage(standing.stage)}</strong>{' '}
        {since !== null && (
          <span className={classes.since}>
            {state === 'open' ? (
              <Trans>
                since <DateText value={since} />
              </Trans>
            ) : state === 'ended' ? (
              <Trans>
                ended on <DateText value={until ?? since} />
              </Trans>
            ) : (
              <Trans>
                given up on <DateText value={until ?? since} />
              </Trans>
            )}
            {' · '}
            <InspectButton id="lifecycle.days">
              <Days count={standing.daysInStage} />
            </InspectButton>
          </span>
        )}
      </p>
      {state === 'open' && <PresentGate lifecycle={lifecycle} />}
      <Moves lifecycle={lifecycle} />
      <Behind lifecycle={lifecycle} />
    </div>
  );
}

/** The gate of the present stage. */
function PresentGate({ lifecycle: { standing, stages } }: Props) {
  const stage = stages.find(({ key }) => key === standing.stage);
  if (stage === undefined) return null;
  return (
    <div className={classes.gate}>
      {standing.daysOverdue !== null ? (
        <p className={classes.caution}>
          <span aria-hidden="true">▲ </span>
          <InspectButton id="lifecycle.gate">
            <Overdue count={standing.daysOverdue} />
          </InspectButton>
        </p>
      ) : (
        standing.due !== null && (
          <p>
            <Trans>
              Gate due <DateText value={standing.due} />
            </Trans>
          </p>
        )
      )}
      <p>
        <InspectButton id="lifecycle.gate">
          {standing.isOpen ? (
            <span className={classes.good}>
              <span aria-hidden="true">✓ </span>
              <Trans>The gate is open</Trans>
            </span>
          ) : (
            <Trans>The gate is shut</Trans>
          )}
        </InspectButton>
      </p>
      {!standing.isOpen && <GateReasons stage={stage.key} criteria={stage.criteria} approvers={stage.approvers} />}
    </div>
  );
}

/** The steps that lead away from the present stage, as far as the reader may take them. */
function Moves({ lifecycle: { standing, state } }: Props) {
  const { t } = useLingui();
  const { answer, canStep } = useCourse();
  const { template } = useTemplate();
  const { abilities } = answer;
  const at = template.stages.findIndex(({ key }) => key === standing.stage);
  const from = standing.stage;
  if (!canStep || !abilities.step || state !== 'open') return null;
  return (
    <div className={classes.actions} data-screen-only>
      {at < template.stages.length - 1 && (
        <DialogButton
          label={<Trans>Advance…</Trans>}
          title={t`Advance`}
          look={standing.isOpen ? 'filled' : 'default'}
          form={(close) => <AdvanceForm from={from} onDone={close} />}
        />
      )}
      {abilities.end && (
        <DialogButton
          label={<Trans>End…</Trans>}
          title={t`End the lifecycle`}
          look={standing.isOpen ? 'filled' : 'default'}
          form={(close) => <EndForm onDone={close} />}
        />
      )}
      {!standing.isOpen && (
        <span className={classes.quiet}>
          <Trans>shut until the points above are settled</Trans>
        </span>
      )}
      {abilities.judgeGate && <ApproverButtons stage={from} />}
      {at > 0 && (
        <DialogButton
          label={<Trans>Go back…</Trans>}
          title={t`Go back to an earlier stage`}
          form={(close) => <RevisitForm from={from} onDone={close} />}
        />
      )}
      {abilities.giveUp && (
        <DialogButton
          label={<Trans>Give up…</Trans>}
          title={t`Give the alliance up`}
          form={(close) => <GiveUpForm onDone={close} />}
        />
      )}
    </div>
  );
}

/** For whoever is named for the gate. */
function ApproverButtons({ stage }: { readonly stage: string }) {
  const { t } = useLingui();
  return (
    <>
      <DialogButton
        label={<Trans>Approve…</Trans>}
        title={t`Approve the gate`}
        form={(close) => <GateForm stage={stage} verdict="approved" onDone={close} />}
      />
      <DialogButton
        label={<Trans>Refuse…</Trans>}
        title={t`Refuse the gate`}
        form={(close) => <GateForm stage={stage} verdict="refused" onDone={close} />}
      />
    </>
  );
}

/** What lies behind: stages skipped or not recorded, criteria left unmet. */
function Behind({ lifecycle: { standing } }: Props) {
  const said = useLifecycleWords();
  const { skipped, unrecorded, unmet } = standing;
  const stages = said.stages(skipped);
  return (
    <>
      {skipped.length > 0 && (
        <p className={classes.caution}>
          <span aria-hidden="true">▲ </span>
          <InspectButton id="lifecycle.behind">
            <Trans>Skipped: {stages}</Trans>
          </InspectButton>
          {' · '}
          <Trans>Alliances often fail when firms skip one or more stages (source 002).</Trans>
        </p>
      )}
      {unmet.length > 0 && (
        <p className={classes.caution}>
          <span aria-hidden="true">▲ </span>
          <InspectButton id="lifecycle.behind">
            <UnmetBehind count={unmet.length} />
          </InspectButton>
        </p>
      )}
      {unrecorded.length > 0 && (
        <p className={classes.quiet}>
          <InspectButton id="lifecycle.behind" unknown>
            <NotRecorded count={unrecorded.length} />
          </InspectButton>
          {' · '}
          {said.stages(unrecorded)}
        </p>
      )}
    </>
  );
}
