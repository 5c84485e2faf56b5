import type { PaperOf } from '@entente/contract/dossier';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import classes from '../../../../dossier/dossier.module.css';
import { zoneOptions } from '../zones.ts';

type Meeting = PaperOf<'meeting'>;
type Props = {
  readonly meeting: Meeting;
  /** Zones at hand. */
  readonly options: readonly string[];
  readonly onChange: (zones: Meeting['zones']) => void;
};

/** On whose clocks the start is told as well: a zone for each organisation of the alliance. */
export function ClockFields({ meeting, options, onChange }: Props) {
  const { t } = useLingui();
  const { parties } = useDossier();
  if (parties.length === 0) return null;
  const put = (organisation: string, timeZone: string): void => {
    const others = meeting.zones.filter((zone) => zone.organisation !== organisation);
    onChange(timeZone === '' ? others : [...others, { organisation, timeZone }]);
  };
  const choices = zoneOptions(options, { near: t`At hand`, all: t`All` });
  return (
    <fieldset className={classes.parts}>
      <legend>{t`Clocks of the organisations`}</legend>
      <div className={classes.pair}>
        {parties.map(({ id, name }) => (
          <NativeSelect
            key={id}
            label={name}
            data={[{ group: '–', items: [{ value: '', label: t`not known` }] }, ...choices]}
            value={meeting.zones.find(({ organisation }) => organisation === id)?.timeZone ?? ''}
            onChange={(event) => put(id, event.currentTarget.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
