import type { LifecycleStepAnswer } from '@entente/contract/lifecycle';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { SourcePlace } from '../../../../ui/source-place.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import classes from './course.module.css';
import { SaidBy } from './said-by.tsx';

type Props = { readonly steps: readonly LifecycleStepAnswer[] };

/** Every step that was taken, the latest first; none is ever changed. */
export function StepHistory({ steps }: Props) {
  const words = useWords();
  return (
    <Section id="history" title={<Trans>History</Trans>} count={steps.length}>
      <ol className={classes.steps} reversed>
        {steps.toReversed().map((step) => (
          <li key={step.number ?? step.at} className={classes.step}>
            <p>
              <span className={classes.number}>{step.number === null ? '·' : words.count(step.number)}</span>{' '}
              <StepTitle step={step} /> <SaidBy on={step.on} by={step.by} at={step.at} />
            </p>
            <StepText step={step} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

type StepProps = { readonly step: LifecycleStepAnswer };

/** What was done, in a line. */
function StepTitle({ step }: StepProps): ReactNode {
  const said = useLifecycleWords();
  const words = useWords();
  const stage = 'stage' in step ? said.stage(step.stage) : '';
  switch (step.kind) {
    case 'begun':
      return (
        <b>
          <Trans>Begun in {stage}</Trans>
        </b>
      );
    case 'recorded': {
      const item = said.item(step.stage, step.item);
      return (
        <b>
          <Trans>
            Recorded in {stage}: {item}
          </Trans>
        </b>
      );
    }
    case 'judged': {
      const criterion = said.item(step.stage, step.criterion);
      const verdict = said.criterionState(step.verdict);
      return (
        <b>
          <Trans>
            Judged in {stage}: {criterion}: {verdict}
          </Trans>
        </b>
      );
    }
    case 'waived': {
      const criterion = step.criterion === null ? null : said.item(step.stage, step.criterion);
      return (
        <b>
          {criterion === null ? (
            <Trans>Waived as a whole: {stage}</Trans>
          ) : (
            <Trans>
              Waived in {stage}: {criterion}
            </Trans>
          )}
        </b>
      );
    }
    case 'planned':
      return (
        <b>
          {step.due === null ? (
            <Trans>Gate of {stage}: no day any more</Trans>
          ) : (
            <Trans>
              Gate of {stage} due <DateText value={step.due} />
            </Trans>
          )}
        </b>
      );
    case 'approvers-named': {
      const names = words.listed(step.approvers.map(({ name }) => name));
      return (
        <b>
          {names === '' ? (
            <Trans>Gate of {stage}: no approvers any more</Trans>
          ) : (
            <Trans>
              Approvers of {stage}: {names}
            </Trans>
          )}
        </b>
      );
    }
    case 'gate-judged': {
      const verdict = said.approverState(step.verdict);
      return (
        <b>
          <Trans>
            Gate of {stage}: {verdict}
          </Trans>
        </b>
      );
    }
    case 'advanced':
      return (
        <b>
          <Trans>Advanced to {stage}</Trans>
        </b>
      );
    case 'revisited':
      return (
        <b>
          <Trans>Gone back to {stage}</Trans>
        </b>
      );
    case 'ended':
      return (
        <b>
          <Trans>Ended</Trans>
        </b>
      );
    case 'given-up':
      return (
        <b>
          <Trans>Given up</Trans>
        </b>
      );
  }
}

/** Its words: text, evidence, reason or comment. */
function StepText({ step }: StepProps): ReactNode {
  switch (step.kind) {
    case 'recorded':
      return <p className={classes.words}>{step.text}</p>;
    case 'judged':
      return (
        <p className={classes.words}>
          {step.evidence}{' '}
          {(step.source !== null || step.place !== null) && (
            <>
              (<SourcePlace source={step.source} place={step.place} />)
            </>
          )}
        </p>
      );
    case 'waived':
      return (
        <p className={classes.words}>
          {step.reason}{' '}
          <span className={classes.quiet}>
            <Trans>
              until <DateText value={step.until} />
            </Trans>
          </span>
        </p>
      );
    case 'begun':
      return (
        <>
          {step.earlier === 'skipped' && (
            <p className={classes.words}>
              <Trans>The stages before were skipped.</Trans>
            </p>
          )}
          {step.reason !== null && <p className={classes.words}>{step.reason}</p>}
        </>
      );
    case 'gate-judged':
      return step.comment === null ? null : <p className={classes.words}>{step.comment}</p>;
    case 'revisited':
    case 'ended':
    case 'given-up':
      return step.reason === null ? null : <p className={classes.words}>{step.reason}</p>;
    default:
      return null;
  }
}
