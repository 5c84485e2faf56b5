import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { type Control, CONTROL_PLAN, type ControlledRisk } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import classes from '../design.module.css';
import { CONTROL_WORDS, FREQUENCY_WORDS, options, RISK_WORDS } from '../design-words.ts';
import { ChoiceField, LineField, PersonField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Plan = PaperOf<'control-plan'>;
type Props = { readonly paper: (PaperAnswer & { readonly content: Plan }) | null; readonly onDone: () => void };

const isWhole = ({ risks }: Plan): boolean =>
  risks.every(({ words, controls }) => words.trim() !== '' && controls.every((control) => control.words.trim() !== ''));

/** Risks in words, each with the controls that hold it. */
export function ControlsForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const [plan, setPlan] = useState<Plan>(paper?.content ?? { kind: 'control-plan', risks: [] });
  const whole = isWhole(plan);
  const fresh = (key: string): ControlledRisk => ({ key, words: '', kind: null, controls: [] });
  return (
    <PaperForm
      paper={paper}
      content={whole ? plan : null}
      problems={whole ? CONTROL_PLAN.problems(plan, null) : []}
      onDone={onDone}
    >
      <PartsField
        legend={t`Risks`}
        parts={plan.risks}
        onChange={(risks) => setPlan({ ...plan, risks: [...risks] })}
        fresh={fresh}
        add={<Trans>Add a risk</Trans>}
        nameOf={({ words }, nth) => (words === '' ? t`risk ${nth + 1}` : words)}
        fields={(risk, change) => (
          <>
            <LineField
              label={t`What may go wrong`}
              required
              value={risk.words}
              onChange={(words) => change({ ...risk, words: words ?? '' })}
            />
            <ChoiceField
              label={t`Kind of risk`}
              value={risk.kind ?? ''}
              options={[{ value: '', label: t`not said` }, ...options(RISK_WORDS, i18n)]}
              onChange={(kind) => change({ ...risk, kind: kind === '' ? null : kind })}
            />
            <Controls paper={paper} risk={risk} onChange={change} />
          </>
        )}
      />
    </PaperForm>
  );
}

type ControlsProps = Pick<Props, 'paper'> & {
  readonly risk: ControlledRisk;
  readonly onChange: (risk: ControlledRisk) => void;
};

function Controls({ paper, risk, onChange }: ControlsProps) {
  const { t, i18n } = useLingui();
  return (
    <div className={classes.wide}>
      <PartsField
        legend={t`Controls`}
        parts={risk.controls}
        onChange={(controls) => onChange({ ...risk, controls: [...controls] })}
        fresh={(key): Control => ({ key, kind: 'output', words: '', owner: null, frequency: null })}
        add={<Trans>Add a control</Trans>}
        nameOf={({ words }, nth) => (words === '' ? t`control ${nth + 1}` : words)}
        fields={(control, change) => (
          <>
            <LineField
              label={t`What is done`}
              required
              value={control.words}
              onChange={(words) => change({ ...control, words: words ?? '' })}
            />
            <ChoiceField
              label={t`Kind of control`}
              value={control.kind}
              options={options(CONTROL_WORDS, i18n)}
              onChange={(kind) => change({ ...control, kind })}
            />
            <PersonField
              label={t`Who sees to it`}
              value={control.owner}
              named={paper?.people ?? []}
              onChange={(owner) => change({ ...control, owner })}
            />
            <ChoiceField
              label={t`How often`}
              value={control.frequency ?? ''}
              options={[{ value: '', label: t`not said` }, ...options(FREQUENCY_WORDS, i18n)]}
              onChange={(frequency) => change({ ...control, frequency: frequency === '' ? null : frequency })}
            />
          </>
        )}
      />
    </div>
  );
}
