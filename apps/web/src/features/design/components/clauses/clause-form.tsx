import { type Clause, CLAUSES, DEFAULT_CLAUSES } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { CLAUSE_STATE_WORDS, options } from '../design-words.ts';
import { ChoiceField, LineField, NoteField } from '../../../../dossier/paper-fields.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { type ClausesPaper, NO_CLAUSES, withClause } from './clause-content.ts';

type Props = {
  readonly paper: ClausesPaper | null;
  /** Null: a new one of the alliance's own. */
  readonly clause: Clause | null;
  readonly onDone: () => void;
};

/** A clause: its state, where it stands, and what is to be known of it. */
export function ClauseForm({ paper, clause, onDone }: Props) {
  const { t, i18n } = useLingui();
  const acts = usePaperActs();
  const [said, setSaid] = useState<Clause>(
    () => clause ?? { key: crypto.randomUUID(), title: '', state: 'not-begun', words: null, reference: null },
  );
  const put = (more: Partial<Clause>): void => setSaid((now) => ({ ...now, ...more }));
  const isOwn = DEFAULT_CLAUSES.every(({ key }) => key !== said.key);
  const isWhole = !isOwn || (said.title ?? '').trim() !== '';
  const before = paper?.content ?? NO_CLAUSES;
  const content = withClause(before, said);
  const isThere = paper?.content.clauses.some(({ key }) => key === said.key) ?? false;
  return (
    <PaperForm
      paper={paper}
      content={isWhole ? content : null}
      problems={isWhole ? CLAUSES.problems(content, null) : []}
      onDone={onDone}
    >
      {isOwn && (
        <LineField
          label={t`Name of the clause`}
          required
          isFirst
          value={said.title}
          onChange={(title) => put({ title: title ?? '' })}
        />
      )}
      <ChoiceField
        label={t`State`}
        value={said.state}
        options={options(CLAUSE_STATE_WORDS, i18n)}
        onChange={(state) => put({ state })}
      />
      <LineField
        label={t`Where it stands`}
        description={t`Document and number, for example joint venture contract § 12.`}
        value={said.reference}
        onChange={(reference) => put({ reference })}
      />
      <NoteField
        label={said.state === 'not-needed' ? t`Why it is not needed` : t`What is to be known of it`}
        required={said.state === 'not-needed'}
        value={said.words}
        onChange={(words) => put({ words })}
      />
      {isOwn && isThere && paper !== null && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              const clauses = before.clauses.filter(({ key }) => key !== said.key);
              acts.change(paper, { kind: 'clauses', clauses }, t`Taken away.`);
              onDone();
            }}
          >
            <Trans>Take away</Trans>
          </Button>
        </div>
      )}
    </PaperForm>
  );
}
