import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { METRIC } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { today } from '../../../../lib/as-of.ts';
import { DayField, LineField, NoteField, NumberField } from '../../../../dossier/paper-fields.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Metric = PaperOf<'metric'>;
type Props = {
  readonly paper: PaperAnswer & { readonly content: Metric };
  /** Null: a new one. */
  readonly reading: Metric['readings'][number] | null;
  readonly onDone: () => void;
};

/** What a metric was on a day. */
export function ReadingForm({ paper, reading, onDone }: Props) {
  const { t } = useLingui();
  const { content: metric } = paper;
  const [key] = useState(() => reading?.key ?? crypto.randomUUID());
  const [day, setDay] = useState<string | null>(reading?.day ?? today());
  const [value, setValue] = useState(reading?.value ?? null);
  const [source, setSource] = useState(reading?.source ?? null);
  const [comment, setComment] = useState(reading?.comment ?? null);
  const [isLeftOut, setIsLeftOut] = useState(false);
  const others = metric.readings.filter((each) => each.key !== key);
  const next =
    day === null || value === null ? null : { ...metric, readings: [...others, { key, day, value, source, comment }] };
  const content = isLeftOut ? { ...metric, readings: others } : next;
  return (
    <PaperForm
      paper={paper}
      content={content}
      problems={content === null ? [] : METRIC.problems(content, null)}
      onDone={onDone}
    >
      <div className={classes.pair}>
        <NumberField
          label={metric.unit === null ? t`Value` : t`Value (${metric.unit})`}
          required
          value={value}
          onChange={setValue}
        />
        <DayField label={t`Day`} value={day} onChange={setDay} />
      </div>
      <LineField label={t`Where the figure comes from`} value={source} onChange={setSource} />
      <NoteField label={t`Comment`} value={comment} onChange={setComment} />
      {reading !== null && (
        <Checkbox
          label={<Trans>Leave this reading out</Trans>}
          checked={isLeftOut}
          onChange={(event) => setIsLeftOut(event.currentTarget.checked)}
        />
      )}
    </PaperForm>
  );
}
