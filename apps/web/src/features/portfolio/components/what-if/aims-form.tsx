import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import { type Aim, AIMS, type Aims } from '@entente/core/portfolio';
import { AIM_TEXTS } from './aim-texts.ts';
import classes from './what-if.module.css';

type Props = { readonly aims: Aims; readonly onChange: (aims: Aims) => void };

/** What moves are wanted for, as weights; the ranking follows at once. */
export function AimsForm({ aims, onChange }: Props) {
  const { i18n } = useLingui();
  const set = (aim: Aim, weight: number): void => onChange({ ...aims, [aim]: weight });
  return (
    <fieldset className={classes.aims}>
      <legend className={classes.legend}>
        <Trans>Aims, by weight</Trans>
      </legend>
      {AIMS.map((aim) => (
        <NumberInput
          key={aim}
          size="xs"
          label={i18n._(AIM_TEXTS[aim])}
          min={0}
          max={10}
          value={aims[aim] ?? 0}
          onChange={(weight) => set(aim, typeof weight === 'number' ? weight : 0)}
        />
      ))}
    </fieldset>
  );
}
