import { Trans, useLingui } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { StageRoom } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { type OpenLifecycle, type StageAnswer, useCourse } from '../steps/course.ts';
import { ApproversForm } from '../steps/gate-forms.tsx';
import { PlanForm, RecordForm, WaiveForm } from '../steps/stage-forms.tsx';
import { DialogButton } from '../../../../ui/dialog-button.tsx';
import { stageSource } from '../template-sources.tsx';
import { type TemplateStage, useTemplate } from '../template-context.ts';
import classes from './course.module.css';
import { CriterionRow } from './criterion-row.tsx';
import { approverName, Stated } from './gate-reasons.tsx';
import { SaidBy } from './said-by.tsx';

type Props = { readonly lifecycle: OpenLifecycle; readonly shown: string };
type Part = { readonly stage: StageAnswer; readonly canStep: boolean };

/** One stage: what it is for, what was decided and made, its exit criteria and its gate. */
export function StageView({ lifecycle, shown }: Props) {
  const said = useLifecycleWords();
  const told = useTemplate();
  const { answer, slug, canStep: isLatest } = useCourse();
  const at = told.template.stages.findIndex(({ key }) => key === shown);
  const written = told.template.stages[at];
  const stage = lifecycle.stages.find(({ key }) => key === shown);
  if (written === undefined || stage === undefined) return null;
  const canStep = isLatest && answer.abilities.step;
  const [number, all] = [at + 1, told.template.stages.length];
  return (
    <Section
      id="stage"
      title={
        <>
          {said.stage(shown)}{' '}
          <span className={classes.quiet}>
            <Trans>
              stage {number} of {all}
            </Trans>
          </span>
        </>
      }
    >
      <p className={classes.objective}>
        {said.said(written.objective)}{' '}
        <span className={classes.quiet}>
          <Trans>Source: {stageSource(told, shown)}</Trans>
        </span>
      </p>
      <StageRoom stage={shown} slug={slug} />
      <WholeWaiver stage={stage} />
      <div className={classes.parts}>
        <div>
          <h3>
            <Trans>Exit criteria</Trans>
          </h3>
          <ul className={classes.list}>
            {written.exitCriteria.map(({ key }) => {
              const criterion = stage.criteria.find((each) => each.key === key);
              return criterion && <CriterionRow key={key} stage={shown} criterion={criterion} canStep={canStep} />;
            })}
          </ul>
          {canStep && (
            <div className={classes.after}>
              <WaiveStage stage={shown} />
            </div>
          )}
          <GatePart stage={stage} canStep={canStep} />
        </div>
        <div>
          <h3>
            <Trans>Decisions</Trans>
          </h3>
          <Items items={written.decisions} stage={stage} canStep={canStep} />
          <h3>
            <Trans>Deliverables</Trans>
          </h3>
          <Items items={written.deliverables} stage={stage} canStep={canStep} />
        </div>
      </div>
    </Section>
  );
}

/** The waiver of the whole stage. */
function WholeWaiver({ stage: { waiver } }: { readonly stage: StageAnswer }) {
  const { answer } = useCourse();
  if (waiver === null) return null;
  return (
    <p>
      <span className={classes.caution}>
        <span aria-hidden="true">▲ </span>
        {waiver.until < answer.asOf ? (
          <Trans>
            Waived as a whole, lapsed after <DateText value={waiver.until} />:
          </Trans>
        ) : (
          <Trans>
            Waived as a whole until <DateText value={waiver.until} />:
          </Trans>
        )}
      </span>{' '}
      {waiver.reason} <SaidBy on={waiver.on} by={waiver.by} />
    </p>
  );
}

/** The way to let a whole stage go by. */
function WaiveStage({ stage: key }: { readonly stage: string }) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const stage = said.stage(key);
  return (
    <DialogButton
      label={<Trans>Waive the whole stage…</Trans>}
      about={t`Waive the whole stage: ${stage}`}
      title={t`Waive the whole stage: ${stage}`}
      look="subtle"
      form={(close) => <WaiveForm stage={key} criterion={null} onDone={close} />}
    />
  );
}

type ItemsProps = Part & { readonly items: TemplateStage['decisions'] };

function Items({ items, stage, canStep }: ItemsProps) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  return (
    <ul className={classes.list}>
      {items.map(({ key, words }) => {
        const record = stage.items.find((each) => each.key === key)?.record ?? null;
        const name = said.said(words);
        return (
          <li key={key} className={classes.item}>
            <div>
              <p>{name}</p>
              {record === null ? (
                <p className={classes.unknown}>
                  <Trans>nothing recorded</Trans>
                </p>
              ) : (
                <p className={classes.words}>
                  {record.text} <SaidBy on={record.on} by={record.by} />
                </p>
              )}
            </div>
            {canStep && (
              <DialogButton
                label={record === null ? <Trans>Record…</Trans> : <Trans>Record anew…</Trans>}
                about={t`Record: ${name}`}
                title={t`Record`}
                look="subtle"
                form={(close) => <RecordForm stage={stage.key} item={key} text={record?.text ?? ''} onDone={close} />}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Who is to approve the gate and what they said, and by when it is to be passed. */
function GatePart({ stage, canStep }: Part) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const { answer } = useCourse();
  const { key, approvers, due } = stage;
  const isPresent = answer.lifecycle?.state === 'open' && answer.lifecycle.standing.stage === key;
  return (
    <>
      <h3>
        <Trans>Gate</Trans>
      </h3>
      <ul className={classes.list}>
        <li className={classes.item}>
          <p>
            {due === null ? (
              <span className={classes.unknown}>
                <Trans>no day set by which it is to be passed</Trans>
              </span>
            ) : (
              <Trans>
                Gate due <DateText value={due} />
              </Trans>
            )}
          </p>
          {canStep && (
            <DialogButton
              label={<Trans>Set the day…</Trans>}
              title={t`Day by which the gate is to be passed`}
              look="subtle"
              form={(close) => <PlanForm stage={key} due={due} onDone={close} />}
            />
          )}
        </li>
        {approvers.map((approver) => (
          <li key={approver.key} className={classes.item}>
            <p>
              <span aria-hidden="true">{approver.state === 'approved' ? '✓ ' : '○ '}</span>
              <Stated name={approverName(approver)} state={said.approverState(approver.state)} />{' '}
              {approver.on !== null && (
                <span className={classes.quiet}>
                  <DateText value={approver.on} />
                </span>
              )}
              {approver.comment !== null && <span className={classes.comment}>{approver.comment}</span>}
              {approver.hasLeft && (
                <span className={classes.caution}>
                  {' '}
                  {approver.organisation === null ? (
                    <Trans>left the workspace</Trans>
                  ) : (
                    <Trans>no room of the alliance is open to them any more</Trans>
                  )}
                </span>
              )}
              {isPresent && !approver.isAsked && !approver.hasLeft && approver.state === 'awaited' && (
                <span className={classes.caution}>
                  {' '}
                  <Trans>not asked yet: whoever shares names them anew</Trans>
                </span>
              )}
            </p>
          </li>
        ))}
        <li className={classes.item}>
          <p className={classes.unknown}>{approvers.length === 0 && <Trans>nobody named to approve</Trans>}</p>
          {canStep && (
            <DialogButton
              label={<Trans>Name approvers…</Trans>}
              title={t`Name approvers`}
              look="subtle"
              form={(close) => <ApproversForm stage={key} named={approvers} onDone={close} />}
            />
          )}
        </li>
      </ul>
    </>
  );
}
