import type { LifecycleCardAnswer } from '@entente/contract/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { LifecycleLink, LifecycleMethodLink } from '../lifecycle-links.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import { BehindRule, DaysRule, GateRule } from '../rules.tsx';
import { stageSource, templateSource } from '../template-sources.tsx';
import { useTemplate } from '../template-context.ts';
import { inspected } from './board-card.tsx';

type Props = { readonly card: LifecycleCardAnswer };

/** What the figures of one card open to. */
export function InspectedCard({ card }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const said = useLifecycleWords();
  const told = useTemplate();
  const { slug, stage, since, daysInStage, due, daysOverdue, open, gate } = card;
  const name = card.name ?? slug;
  const stageName = said.stage(stage);
  const unknown = t`unknown`;
  const further = [
    <LifecycleLink key="course" slug={slug}>
      <Trans>Lifecycle of {name}</Trans>
    </LifecycleLink>,
    <LifecycleMethodLink key="card" />,
  ];
  return (
    <>
      <Inspected id={inspected('days', slug)} title={t`Days in stage: ${name}`}>
        <RuleBody
          rule={<DaysRule />}
          inputs={[
            { label: t`Stage`, value: stageName },
            { label: t`Entered`, value: <DateText value={since} /> },
            { label: t`Days in stage`, value: words.count(daysInStage) },
            { label: t`Times gone back`, value: words.count(card.loops) },
          ]}
          sources={[stageSource(told, stage)]}
          links={further}
        />
      </Inspected>
      <Inspected id={inspected('gate', slug)} title={t`Gate of ${stageName}: ${name}`}>
        <RuleBody
          rule={<GateRule />}
          inputs={[
            { label: t`Exit criteria neither met nor waived`, value: words.count(open) },
            {
              label: t`Approvers awaited`,
              value: gate.awaited.length === 0 ? words.count(0) : words.listed(gate.awaited.map((each) => each.name)),
            },
            { label: t`Due`, value: due === null ? unknown : <DateText value={due} /> },
            { label: t`Days overdue`, value: daysOverdue === null ? t`not overdue` : words.count(daysOverdue) },
          ]}
          sources={[stageSource(told, stage)]}
          links={further}
        />
      </Inspected>
      <Inspected id={inspected('behind', slug)} title={t`Stages behind: ${name}`}>
        <RuleBody
          rule={<BehindRule />}
          inputs={[
            { label: t`Skipped`, value: card.skipped.length === 0 ? words.count(0) : said.stages(card.skipped) },
            {
              label: t`Not recorded`,
              value: card.unrecorded.length === 0 ? words.count(0) : said.stages(card.unrecorded),
            },
            { label: t`Criteria unmet in stages left`, value: words.count(card.unmet) },
            { label: t`Waivers lapsed`, value: words.count(card.lapsed) },
          ]}
          sources={[templateSource(told)]}
          links={further}
        />
      </Inspected>
    </>
  );
}
