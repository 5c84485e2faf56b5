import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { type Quadrant } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField, DayField, LineField, NumberField, PersonField } from '../../../../dossier/paper-fields.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { DIRECTION_WORDS, options, QUADRANT_WORDS, TIMING_WORDS } from '../evaluation-words.ts';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Metric = PaperOf<'metric'>;
type Props = {
  /** Null: a new one. */
  readonly paper: (PaperAnswer & { readonly content: Metric }) | null;
  readonly quadrant: Quadrant;
  readonly onDone: () => void;
};

/** A figure by which the alliance is judged: what it is, which way is better, what is to be reached. */
export function MetricForm({ paper, quadrant, onDone }: Props) {
  const { t, i18n } = useLingui();
  const [metric, setMetric] = useState<Metric>(
    paper?.content ?? {
      kind: 'metric',
      name: '',
      quadrant,
      timing: 'lagging',
      unit: null,
      direction: 'higher',
      target: null,
      everyDays: null,
      owner: null,
      isRetired: false,
      readings: [],
    },
  );
  const [value, setValue] = useState(paper?.content.target?.value ?? null);
  const [by, setBy] = useState(paper?.content.target?.by ?? null);
  const put = (more: Partial<Metric>): void => setMetric((now) => ({ ...now, ...more }));
  const content = { ...metric, target: value === null ? null : { value, by } };
  return (
    <PaperForm paper={paper} content={metric.name.trim() === '' ? null : content} problems={[]} onDone={onDone}>
      <LineField
        label={t`What is measured`}
        required
        isFirst
        value={metric.name}
        onChange={(name) => put({ name: name ?? '' })}
      />
      <div className={classes.pair}>
        <ChoiceField
          label={t`Quadrant`}
          value={metric.quadrant}
          options={options(QUADRANT_WORDS, i18n)}
          onChange={(chosen) => put({ quadrant: chosen })}
        />
        <ChoiceField
          label={t`Leading or lagging`}
          value={metric.timing}
          options={options(TIMING_WORDS, i18n)}
          onChange={(timing) => put({ timing })}
        />
        <LineField label={t`Unit`} value={metric.unit} onChange={(unit) => put({ unit })} />
        <ChoiceField
          label={t`Which way is better`}
          value={metric.direction}
          options={options(DIRECTION_WORDS, i18n)}
          onChange={(direction) => put({ direction })}
        />
        <NumberField label={t`Target`} value={value} onChange={setValue} />
        <DayField label={t`To be reached by`} value={by} onChange={setBy} />
        <NumberField
          label={t`A reading every … days`}
          isCount
          value={metric.everyDays}
          onChange={(everyDays) => put({ everyDays })}
        />
        <PersonField
          label={t`Responsible`}
          value={metric.owner}
          named={paper?.people ?? []}
          onChange={(owner) => put({ owner })}
        />
      </div>
      <Checkbox
        label={<Trans>It is read no longer</Trans>}
        checked={metric.isRetired}
        onChange={(event) => put({ isRetired: event.currentTarget.checked })}
      />
    </PaperForm>
  );
}
