import { nextDue, OBLIGATION } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DateText } from '../../../../ui/date-text.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, DayField, NoteField } from '../../../../dossier/paper-fields.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';
import type { Obligation, ObligationPaper } from './obligation-figures.tsx';

type Said = 'met' | 'terminated' | 'in-dispute' | 'goes-on';
type Props = { readonly paper: ObligationPaper; readonly onDone: () => void };

/** The obligation as it stands once that was said of it. */
function after(content: Obligation, said: Said, on: string, words: string | null, key: string): Obligation | null {
  switch (said) {
    case 'met':
      return { ...content, met: [...content.met, { key, due: nextDue(content), on, words }] };
    case 'goes-on':
      return { ...content, standing: null };
    default:
      return words === null ? null : { ...content, standing: { state: said, on, words } };
  }
}

/** That an obligation was met, ended, is in dispute, or goes on. */
export function StateForm({ paper, onDone }: Props) {
  const { t } = useLingui();
  const { today } = useDossier();
  const { content } = paper;
  const due = nextDue(content);
  const canMeet = content.standing === null && (due !== null || (content.due === null && content.met.length === 0));
  const [key] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<Said>(canMeet ? 'met' : content.standing ? 'goes-on' : 'in-dispute');
  const [on, setOn] = useState<string | null>(today);
  const [words, setWords] = useState<string | null>(null);
  const text = words === null || words.trim() === '' ? null : words;
  const next = on === null ? null : after(content, said, on, text, key);
  const choices: readonly { readonly value: Said; readonly label: string; readonly isThere: boolean }[] = [
    { value: 'met', label: t`met`, isThere: canMeet },
    { value: 'in-dispute', label: t`in dispute`, isThere: content.standing?.state !== 'in-dispute' },
    { value: 'terminated', label: t`terminated`, isThere: content.standing?.state !== 'terminated' },
    { value: 'goes-on', label: t`it goes on`, isThere: content.standing !== null },
  ];
  return (
    <PaperForm
      paper={paper}
      content={next}
      problems={next === null ? [] : OBLIGATION.problems(next, content)}
      onDone={onDone}
    >
      <ChoiceField
        label={t`What became of it`}
        value={said}
        options={choices.filter(({ isThere }) => isThere)}
        onChange={setSaid}
      />
      {said === 'met' && due !== null && (
        <p>
          <Trans>
            For the day on which it was due: <DateText value={due} />
          </Trans>
        </p>
      )}
      <DayField label={t`Day`} required value={on} onChange={setOn} />
      <NoteField
        label={t`In words`}
        required={said === 'terminated' || said === 'in-dispute'}
        value={words}
        onChange={setWords}
      />
    </PaperForm>
  );
}
