import { EXIT_AREAS, EXIT_TRIGGERS, STAKE_WAYS, TASK_STATES, TRIGGER_STATES } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSaid } from '../../../lib/said.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { DayField, PersonField } from '../../../dossier/paper-fields.tsx';
import classes from '../../../dossier/paper.module.css';
import type { PaperDraft } from '../../../dossier/paper-section.tsx';
import { ventureStakesQuery } from '../api/venture-stakes.ts';
import own from './exit-plan-form.module.css';
import { useExitWords } from './exit-words.ts';

type Typed = PaperDraft<'exit-plan'>;

/** Triggers, tasks and stakes of a plan, row by row. */
export function ExitPlanForm({ slug, ...typed }: Typed & { readonly slug: string }) {
  return (
    <>
      <TriggerRows {...typed} />
      <TaskRows {...typed} />
      <StakeRows slug={slug} {...typed} />
    </>
  );
}

type RowsProps<Row> = {
  readonly legend: ReactNode;
  readonly rows: readonly Row[];
  readonly add: ReactNode;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
  readonly fields: (row: Row, at: number) => ReactNode;
};

function Rows<Row extends { readonly key: string }>({ legend, rows, add, onAdd, onRemove, fields }: RowsProps<Row>) {
  const { t } = useLingui();
  return (
    <fieldset className={classes.part}>
      <legend>{legend}</legend>
      {rows.map((row, at) => {
        const place = at + 1;
        return (
          <div key={row.key} className={`${classes.row} ${own.item}`} role="group" aria-label={t`Row ${place}`}>
            {fields(row, at)}
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t`Take away row ${place}`}
              onClick={() => onRemove(at)}
            >
              <Trans>Take away</Trans>
            </Button>
          </div>
        );
      })}
      <Button size="xs" variant="default" mt="xs" onClick={onAdd}>
        {add}
      </Button>
    </fieldset>
  );
}

const newKey = (): string => crypto.randomUUID();

function TriggerRows({ draft: { triggers }, change }: Typed) {
  const { t } = useLingui();
  const { wording } = useSaid();
  const words = useExitWords();
  return (
    <Rows
      legend={<Trans>What would end it</Trans>}
      rows={triggers}
      add={<Trans>Add a trigger</Trans>}
      onAdd={() =>
        change({
          triggers: [
            ...triggers,
            { key: newKey(), trigger: 'objectives-reached', text: '', state: 'watched', on: null },
          ],
        })
      }
      onRemove={(at) => change({ triggers: triggers.toSpliced(at, 1) })}
      fields={(row, at) => {
        const set = (part: Partial<typeof row>): void => change({ triggers: triggers.with(at, { ...row, ...part }) });
        return (
          <>
            <NativeSelect
              label={t`Trigger`}
              value={row.trigger}
              data={EXIT_TRIGGERS.map(({ key, words: name }) => ({ value: key, label: wording(name) }))}
              onChange={(event) => set({ trigger: event.currentTarget.value })}
            />
            <TextInput
              style={{ flex: '1 1 12rem' }}
              label={t`What exactly`}
              value={row.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
            <NativeSelect
              label={t`State`}
              value={row.state}
              data={TRIGGER_STATES.map((state) => ({ value: state, label: words.trigger(state) }))}
              onChange={(event) => set({ state: event.currentTarget.value as typeof row.state })}
            />
            <DayField label={t`Day`} value={row.on} onChange={(on) => set({ on })} />
          </>
        );
      }}
    />
  );
}

function TaskRows({ draft: { tasks }, change }: Typed) {
  const { t } = useLingui();
  const { wording } = useSaid();
  const words = useExitWords();
  return (
    <Rows
      legend={<Trans>What is to be settled</Trans>}
      rows={tasks}
      add={<Trans>Add a task</Trans>}
      onAdd={() =>
        change({
          tasks: [...tasks, { key: newKey(), area: 'value', text: '', holder: null, due: null, state: 'open' }],
        })
      }
      onRemove={(at) => change({ tasks: tasks.toSpliced(at, 1) })}
      fields={(row, at) => {
        const set = (part: Partial<typeof row>): void => change({ tasks: tasks.with(at, { ...row, ...part }) });
        return (
          <>
            <TextInput
              style={{ flex: '1 1 14rem' }}
              label={t`Task`}
              required
              value={row.text}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
            <NativeSelect
              label={t`Settles`}
              value={row.area}
              data={EXIT_AREAS.map(({ key, words: name }) => ({ value: key, label: wording(name) }))}
              onChange={(event) => set({ area: event.currentTarget.value })}
            />
            <PersonField label={t`Who does it`} value={row.holder} named={[]} onChange={(holder) => set({ holder })} />
            <DayField label={t`By`} value={row.due} onChange={(due) => set({ due })} />
            <NativeSelect
              label={t`State`}
              value={row.state}
              data={TASK_STATES.map((state) => ({ value: state, label: words.task(state) }))}
              onChange={(event) => set({ state: event.currentTarget.value as typeof row.state })}
            />
          </>
        );
      }}
    />
  );
}

function StakeRows({ slug, draft: { stakes }, change }: Typed & { readonly slug: string }) {
  const { t } = useLingui();
  const words = useExitWords();
  const { data } = useQuery(ventureStakesQuery(useWorkspace(), slug));
  const firms = new Map(
    [
      ...(data?.members ?? []).map(({ organisation }) => organisation),
      ...(data?.stakes ?? []).map(({ holder }) => holder),
    ].flatMap((firm) => (firm === null ? [] : [[firm.id, firm.name ?? firm.slug ?? firm.id] as const])),
  );
  const choices = [...firms].map(([value, label]) => ({ value, label }));
  const [first] = choices;
  return (
    <Rows
      legend={<Trans>What becomes of the stakes</Trans>}
      rows={stakes}
      add={<Trans>Add a stake</Trans>}
      onAdd={() =>
        first &&
        change({
          stakes: [
            ...stakes,
            { key: newKey(), organisation: first.value, way: 'sell', to: null, due: null, terms: '' },
          ],
        })
      }
      onRemove={(at) => change({ stakes: stakes.toSpliced(at, 1) })}
      fields={(row, at) => {
        const set = (part: Partial<typeof row>): void => change({ stakes: stakes.with(at, { ...row, ...part }) });
        return (
          <>
            <NativeSelect
              label={t`Whose stake`}
              value={row.organisation}
              data={choices}
              onChange={(event) => set({ organisation: event.currentTarget.value })}
            />
            <NativeSelect
              label={t`What becomes of it`}
              value={row.way}
              data={STAKE_WAYS.map((way) => ({ value: way, label: words.way(way) }))}
              onChange={(event) => set({ way: event.currentTarget.value as typeof row.way })}
            />
            <NativeSelect
              label={t`To whom`}
              value={row.to ?? ''}
              data={[{ value: '', label: t`not said` }, ...choices]}
              onChange={(event) => set({ to: event.currentTarget.value === '' ? null : event.currentTarget.value })}
            />
            <DayField label={t`By`} value={row.due} onChange={(due) => set({ due })} />
            <TextInput
              style={{ flex: '1 1 12rem' }}
              label={t`Terms`}
              value={row.terms}
              onChange={(event) => set({ terms: event.currentTarget.value })}
            />
          </>
        );
      }}
    />
  );
}
