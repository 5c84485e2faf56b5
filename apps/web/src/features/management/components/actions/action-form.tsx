import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  NoteField,
  PartyField,
  PersonField,
} from '../../../../dossier/paper-fields.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { ACTION_STATE_WORDS, options } from '../management-words.ts';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Action = PaperOf<'action'>;
type Props = {
  readonly paper: (PaperAnswer & { readonly content: Action }) | null;
  /** The meeting that a new one comes from. */
  readonly meeting?: string;
  readonly onDone: () => void;
};

/** What somebody of either side has to do. */
export function ActionForm({ paper, meeting, onDone }: Props) {
  const { t, i18n } = useLingui();
  const { parties } = useDossier();
  const [action, setAction] = useState<Action>(
    paper?.content ?? {
      kind: 'action',
      text: '',
      due: null,
      holder: null,
      organisation: null,
      state: 'open',
      ...(meeting !== undefined && { meeting }),
      outcome: null,
    },
  );
  const put = (more: Partial<Action>): void => setAction((now) => ({ ...now, ...more }));
  return (
    <PaperForm paper={paper} content={action.text.trim() === '' ? null : action} problems={[]} onDone={onDone}>
      <LineField
        label={t`What is to be done`}
        required
        isFirst
        value={action.text}
        onChange={(text) => put({ text: text ?? '' })}
      />
      <div className={classes.pair}>
        <DayField label={t`Due`} value={action.due} onChange={(due) => put({ due })} />
        <PersonField
          label={t`Held by`}
          value={action.holder}
          named={paper?.people ?? []}
          onChange={(holder) => put({ holder })}
        />
        <PartyField
          label={t`Organisation that has to do it`}
          value={action.organisation}
          parties={parties}
          onChange={(organisation) => put({ organisation })}
        />
        <ChoiceField
          label={t`State`}
          value={action.state}
          options={options(ACTION_STATE_WORDS, i18n)}
          onChange={(state) => put({ state })}
        />
      </div>
      {action.state !== 'open' && (
        <NoteField label={t`What came of it`} value={action.outcome} onChange={(outcome) => put({ outcome })} />
      )}
    </PaperForm>
  );
}
