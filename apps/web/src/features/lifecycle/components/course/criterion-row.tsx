import { Trans, useLingui } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { SourcePlace } from '../../../../ui/source-place.tsx';
import { useLifecycleWords } from '../lifecycle-words.ts';
import type { CriterionAnswer } from '../steps/course.ts';
import { JudgeForm, WaiveForm } from '../steps/stage-forms.tsx';
import { DialogButton } from '../../../../ui/dialog-button.tsx';
import classes from './course.module.css';
import { SaidBy } from './said-by.tsx';

type Props = { readonly stage: string; readonly criterion: CriterionAnswer; readonly canStep: boolean };

const SIGNS: Readonly<Record<CriterionAnswer['state'], string>> = {
  met: '✓',
  unmet: '✗',
  waived: '◇',
  lapsed: '▲',
  open: '○',
};

export const inspectedCriterion = (stage: string, criterion: string): string =>
  `lifecycle.criterion.${stage}.${criterion}`;

/** An exit criterion: whether it is met, by what that is seen, and who let it go by. */
export function CriterionRow({ stage, criterion, canStep }: Props) {
  const { t } = useLingui();
  const said = useLifecycleWords();
  const { key, state, verdict, waiver } = criterion;
  const name = said.item(stage, key);
  return (
    <li className={classes.item}>
      <div>
        <p>
          {name}{' '}
          <span className={classes.state} data-state={state}>
            <span aria-hidden="true">{SIGNS[state]} </span>
            <InspectButton id={inspectedCriterion(stage, key)}>{said.criterionState(state)}</InspectButton>
          </span>
        </p>
        {verdict && (
          <p className={classes.words}>
            {verdict.evidence}{' '}
            {(verdict.source !== null || verdict.place !== null) && (
              <>
                (<SourcePlace source={verdict.source} place={verdict.place} />){' '}
              </>
            )}
            <SaidBy on={verdict.on} by={verdict.by} />
          </p>
        )}
        {waiver && !waiver.isOfStage && (
          <p className={classes.words}>
            <Trans>
              Waived until <DateText value={waiver.until} />:
            </Trans>{' '}
            {waiver.reason} <SaidBy on={waiver.on} by={waiver.by} />
          </p>
        )}
      </div>
      {canStep && (
        <div className={classes.buttons}>
          <DialogButton
            label={<Trans>Judge…</Trans>}
            about={t`Judge: ${name}`}
            title={t`Judge an exit criterion`}
            look="subtle"
            form={(close) => <JudgeForm stage={stage} criterion={key} onDone={close} />}
          />
          {state !== 'met' && (
            <DialogButton
              label={<Trans>Waive…</Trans>}
              about={t`Waive: ${name}`}
              title={t`Waive an exit criterion`}
              look="subtle"
              form={(close) => <WaiveForm stage={stage} criterion={key} onDone={close} />}
            />
          )}
        </div>
      )}
    </li>
  );
}
