import type { PaperAnswer } from '@entente/contract/dossier';
import type { CONTROL_KINDS } from '@entente/core/lifecycle';
import { type ControlledRisk, controlPlanReading, CONTROLS_FOR, type RiskReading } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { ofKind } from '../../../../lib/papers.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { CONTROL_WORDS, FREQUENCY_WORDS, RISK_WORDS } from '../design-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { ControlsForm } from './controls-form.tsx';

/** What is controlled, by risk, and which risk no control of the right kind answers. */
export function ControlsSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const paper = ofKind(papers, 'control-plan')[0] ?? null;
  const risks = paper?.content.risks ?? [];
  const readings = paper === null ? [] : controlPlanReading(paper.content);
  return (
    <Section
      id="controls"
      title={
        <Term id="control plan">
          <Trans>Control plan</Trans>
        </Term>
      }
      count={risks.length}
      action={
        canAdd && (
          <PaperButton
            label={paper === null ? <Trans>Plan controls…</Trans> : <Trans>Change the plan…</Trans>}
            title={t`Control plan`}
            form={(close) => <ControlsForm paper={paper} onDone={close} />}
          />
        )
      }
    >
      {risks.length === 0 && (
        <p className={classes.quiet}>
          <Trans>
            No control is planned. Name what may go wrong, then by which output, behaviour or social control it is held.
          </Trans>
        </p>
      )}
      <ul className={classes.items}>
        {risks.map((risk, place) => {
          const reading = readings[place];
          return reading && <RiskItem key={risk.key} risk={risk} reading={reading} people={paper?.people ?? []} />;
        })}
      </ul>
    </Section>
  );
}

type ItemProps = {
  readonly risk: ControlledRisk;
  readonly reading: RiskReading;
  readonly people: PaperAnswer['people'];
};

function RiskItem({ risk, reading, people }: ItemProps) {
  const { t, i18n } = useLingui();
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  return (
    <li className={classes.item}>
      <p className={classes.title}>{risk.words}</p>
      <p>
        {risk.kind === null ? <Trans>kind of risk not said</Trans> : i18n._(RISK_WORDS[risk.kind])}
        {' · '}
        <Answered risk={risk} reading={reading} />
      </p>
      <ul className={classes.inner}>
        {risk.controls.map((control) => (
          <li key={control.key}>
            <span className={classes.note}>{control.words}</span>{' '}
            <span className={classes.quiet}>
              {[
                i18n._(CONTROL_WORDS[control.kind]),
                control.frequency === null ? null : i18n._(FREQUENCY_WORDS[control.frequency]),
                control.owner === null ? t`nobody sees to it` : nameOf(control.owner),
              ]
                .filter((each) => each !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Answered({ risk, reading }: Omit<ItemProps, 'people'>) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const id = `design.risk.${risk.key}`;
  const { isAnswered, inPlace, withoutOwner } = reading;
  const named = (kinds: readonly (typeof CONTROL_KINDS)[number][]): string =>
    kinds.length === 0 ? t`none` : words.listed(kinds.map((kind) => i18n._(CONTROL_WORDS[kind])));
  return (
    <>
      <InspectButton id={id} unknown={isAnswered === null}>
        {isAnswered === null ? (
          <Trans>whether it is answered is unknown</Trans>
        ) : isAnswered ? (
          <Trans>answered</Trans>
        ) : (
          <span className={classes.caution}>
            <span aria-hidden="true">▲ </span>
            <Trans>no control of the right kind</Trans>
          </span>
        )}
      </InspectButton>
      <Inspected id={id} title={risk.words}>
        <RuleBody
          rule={
            <Trans>
              Performance risk is answered by output control, relationship risk by behaviour control, and social control
              answers both. After Das and Teng (2001), Organization Studies 22(2), 251–283.
            </Trans>
          }
          inputs={[
            { label: t`Kind of risk`, value: risk.kind === null ? t`not said` : i18n._(RISK_WORDS[risk.kind]) },
            {
              label: t`Controls that would answer it`,
              value: risk.kind === null ? t`unknown` : named(CONTROLS_FOR[risk.kind]),
            },
            { label: t`Controls in place`, value: named(inPlace) },
            { label: t`Controls that nobody sees to`, value: words.count(withoutOwner.length) },
          ]}
          links={[<DesignMethodLink key="card" part="control-plan" />]}
        />
      </Inspected>
    </>
  );
}
