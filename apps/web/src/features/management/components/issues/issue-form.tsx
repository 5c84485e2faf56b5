import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { DEFAULT_LADDER, ISSUE } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, DayField, LineField, NoteField, PersonField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { ISSUE_STATE_WORDS, options, said, SEVERITY_WORDS } from '../management-words.ts';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Issue = PaperOf<'issue'>;
type Props = {
  readonly paper: (PaperAnswer & { readonly content: Issue }) | null;
  readonly onDone: () => void;
};

const isWhole = ({ title, ladder }: Issue): boolean =>
  title.trim() !== '' && ladder.length > 0 && ladder.every(({ name }) => name.trim() !== '');

/** What has to be settled between the sides, and whoever it goes to next. */
export function IssueForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const { today } = useDossier();
  const [issue, setIssue] = useState<Issue>(
    paper?.content ?? {
      kind: 'issue',
      title: '',
      text: null,
      raised: today,
      by: null,
      holder: null,
      severity: 'medium',
      ladder: DEFAULT_LADDER.map(({ key, name, days }) => ({ key, name: said(name, i18n), days })),
      rung: DEFAULT_LADDER[0]?.key ?? '',
      since: today,
      state: 'open',
      resolution: null,
      settled: null,
    },
  );
  const put = (more: Partial<Issue>): void => setIssue((now) => ({ ...now, ...more }));
  const whole = isWhole(issue);
  return (
    <PaperForm
      paper={paper}
      content={whole ? issue : null}
      problems={whole ? ISSUE.problems(issue, paper?.content ?? null) : []}
      onDone={onDone}
    >
      <LineField
        label={t`Title`}
        required
        isFirst
        value={issue.title}
        onChange={(title) => put({ title: title ?? '' })}
      />
      <NoteField label={t`What it is about`} value={issue.text} onChange={(text) => put({ text })} />
      <div className={classes.pair}>
        <DayField
          label={t`Raised on`}
          required
          value={issue.raised}
          onChange={(raised) => raised !== null && put(paper === null ? { raised, since: raised } : { raised })}
        />
        <LineField label={t`Raised by`} value={issue.by} onChange={(by) => put({ by })} />
        <PersonField
          label={t`Held by`}
          value={issue.holder}
          named={paper?.people ?? []}
          onChange={(holder) => put({ holder })}
        />
        <ChoiceField
          label={t`Severity`}
          value={issue.severity}
          options={options(SEVERITY_WORDS, i18n)}
          onChange={(severity) => put({ severity })}
        />
        <ChoiceField
          label={t`Rung on which it is`}
          value={issue.rung}
          options={issue.ladder.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(rung) => put({ rung })}
        />
        <DayField
          label={t`On this rung since`}
          required
          value={issue.since}
          onChange={(since) => since !== null && put({ since })}
        />
        <ChoiceField
          label={t`State`}
          value={issue.state}
          options={options(ISSUE_STATE_WORDS, i18n)}
          onChange={(state) => put({ state, settled: state === 'open' ? null : (issue.settled ?? today) })}
        />
        {issue.state !== 'open' && (
          <DayField label={t`Settled on`} value={issue.settled} onChange={(settled) => put({ settled })} />
        )}
      </div>
      {issue.state !== 'open' && (
        <NoteField
          label={t`How it was settled`}
          value={issue.resolution}
          onChange={(resolution) => put({ resolution })}
        />
      )}
      <PartsField
        legend={t`Escalation ladder`}
        parts={issue.ladder}
        onChange={(ladder) => put({ ladder: [...ladder] })}
        fresh={(key) => ({ key, name: '', days: null })}
        add={<Trans>Add a rung</Trans>}
        nameOf={({ name }, nth) => (name === '' ? t`rung ${nth + 1}` : name)}
        fields={(rung, change) => (
          <>
            <LineField
              label={t`Who decides here`}
              required
              value={rung.name}
              onChange={(name) => change({ ...rung, name: name ?? '' })}
            />
            <NumberInput
              label={t`Days before it goes up`}
              min={0}
              max={3650}
              allowDecimal={false}
              value={rung.days ?? ''}
              onChange={(value) => change({ ...rung, days: typeof value === 'number' ? value : null })}
            />
          </>
        )}
      />
    </PaperForm>
  );
}
