import { useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { SourcePlace } from '../../../../ui/source-place.tsx';
import { LifecycleMethodLink } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { BehindRule, CriterionRule, DaysRule, GateRule } from '../rules.tsx';
import { type CriterionAnswer, type OpenLifecycle, useCourse } from '../steps/course.ts';
import { stageSource, templateSource } from '../template-sources.tsx';
import { useTemplate } from '../template-context.ts';
import classes from './course.module.css';
import { inspectedCriterion } from './criterion-row.tsx';
import { GateReasons } from './gate-reasons.tsx';

type Props = { readonly lifecycle: OpenLifecycle };

const CARD = [<LifecycleMethodLink key="card" />];

/** What the figures of a lifecycle open to. */
export function InspectedFigures({ lifecycle }: Props) {
  return (
    <>
      <InspectedDays lifecycle={lifecycle} />
      <InspectedGate lifecycle={lifecycle} />
      <InspectedBehind lifecycle={lifecycle} />
      {lifecycle.stages.flatMap(({ key, criteria }) =>
        criteria.map((criterion) => (
          <InspectedCriterion key={`${key} ${criterion.key}`} stage={key} criterion={criterion} />
        )),
      )}
    </>
  );
}

function InspectedDays({ lifecycle: { standing, visits } }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLifecycleWords();
  const told = useTemplate();
  const { answer } = useCourse();
  const since = visits.at(-1)?.from;
  return (
    <Inspected id="lifecycle.days" title={t`Days in stage`}>
      <RuleBody
        rule={<DaysRule />}
        inputs={[
          { label: t`Stage`, value: said.stage(standing.stage) },
          ...(since === undefined ? [] : [{ label: t`Entered`, value: <DateText value={since} /> }]),
          { label: t`Read on`, value: <DateText value={visits.at(-1)?.to ?? answer.asOf} /> },
          { label: t`Days in stage`, value: words.count(standing.daysInStage) },
          { label: t`Times gone back`, value: words.count(standing.loops) },
          ...standing.times.map(({ stage, days }) => {
            const name = said.stage(stage);
            return { label: t`Days in all: ${name}`, value: words.count(days) };
          }),
        ]}
        sources={[stageSource(told, standing.stage)]}
        links={CARD}
      />
    </Inspected>
  );
}

function InspectedGate({ lifecycle: { standing, stages } }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLifecycleWords();
  const told = useTemplate();
  const stage = stages.find(({ key }) => key === standing.stage);
  const name = said.stage(standing.stage);
  if (stage === undefined) return null;
  return (
    <Inspected id="lifecycle.gate" title={t`Gate of ${name}`}>
      <RuleBody
        rule={<GateRule />}
        inputs={[
          ...stage.criteria.map(({ key, state }) => ({
            label: said.item(stage.key, key),
            value: said.criterionState(state),
          })),
          ...stage.approvers.map((approver) => ({
            label: approver.name,
            value: said.approverState(approver.state),
          })),
          { label: t`Due`, value: standing.due === null ? t`unknown` : <DateText value={standing.due} /> },
          {
            label: t`Days overdue`,
            value: standing.daysOverdue === null ? t`not overdue` : words.count(standing.daysOverdue),
          },
        ]}
        sources={[stageSource(told, standing.stage)]}
        links={CARD}
      />
    </Inspected>
  );
}

function InspectedBehind({ lifecycle: { standing } }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLifecycleWords();
  const told = useTemplate();
  const { skipped, unrecorded, unmet } = standing;
  const left = [...new Set(unmet.map(({ stage }) => stage))];
  return (
    <Inspected id="lifecycle.behind" title={t`Stages behind`}>
      <RuleBody
        rule={<BehindRule />}
        inputs={[
          { label: t`Skipped`, value: skipped.length === 0 ? words.count(0) : said.stages(skipped) },
          { label: t`Not recorded`, value: unrecorded.length === 0 ? words.count(0) : said.stages(unrecorded) },
          { label: t`Criteria unmet in stages left`, value: words.count(unmet.length) },
        ]}
        sources={[templateSource(told)]}
        links={CARD}
      >
        {left.map((key) => (
          <div key={key} className={classes.behind}>
            <h3>{said.stage(key)}</h3>
            <GateReasons
              stage={key}
              criteria={unmet
                .filter(({ stage }) => stage === key)
                .map(({ criterion, state }) => ({ key: criterion, state }))}
              approvers={[]}
            />
          </div>
        ))}
      </RuleBody>
    </Inspected>
  );
}

type CriterionProps = { readonly stage: string; readonly criterion: CriterionAnswer };

function InspectedCriterion({ stage, criterion: { key, state, verdict, waiver } }: CriterionProps) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const told = useTemplate();
  const unknown = t`unknown`;
  return (
    <Inspected id={inspectedCriterion(stage, key)} title={said.item(stage, key)}>
      <RuleBody
        rule={<CriterionRule />}
        inputs={[
          { label: t`State`, value: said.criterionState(state) },
          { label: t`Verdict`, value: verdict === null ? t`none yet` : said.criterionState(verdict.verdict) },
          ...(verdict === null
            ? []
            : [
                { label: t`Evidence`, value: verdict.evidence },
                { label: t`Judged by`, value: verdict.by.name ?? unknown },
                { label: t`Judged on`, value: <DateText value={verdict.on} /> },
              ]),
          ...(waiver === null
            ? []
            : [
                { label: t`Waived by`, value: waiver.by.name ?? unknown },
                { label: t`Reason`, value: waiver.reason },
                { label: t`Waived until`, value: <DateText value={waiver.until} /> },
              ]),
        ]}
        sources={[
          stageSource(told, stage),
          ...(verdict !== null && (verdict.source !== null || verdict.place !== null)
            ? [<SourcePlace key="evidence" source={verdict.source} place={verdict.place} />]
            : []),
        ]}
        links={CARD}
      />
    </Inspected>
  );
}
