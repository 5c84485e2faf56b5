import type { PaperAnswer } from '@entente/contract/dossier';
import { clauseChecklist } from '@entente/core/lifecycle';
import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { ofKind } from '../../../lib/papers.ts';
import { clauseName } from './design-words.ts';
import { useDossier } from '../../../dossier/dossier-context.ts';
import { ChoiceField } from '../../../dossier/paper-fields.tsx';

const clausesIn = (papers: readonly PaperAnswer[]) =>
  clauseChecklist(ofKind(papers, 'clauses')[0]?.content ?? { clauses: [] });

/** What the clause of a key is called; null where none is named or there. */
export function clauseOf(key: string | null, papers: readonly PaperAnswer[], i18n: I18n): string | null {
  const clause = clausesIn(papers).find((each) => each.key === key);
  return clause ? clauseName(clause, i18n) : null;
}

type Props = { readonly value: string | null; readonly onChange: (key: string | null) => void };

/** A clause of the checklist, or none. */
export function ClauseField({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { papers } = useDossier();
  return (
    <ChoiceField
      label={t`Clause it comes from`}
      value={value ?? ''}
      options={[
        { value: '', label: t`not said` },
        ...clausesIn(papers).map((clause) => ({ value: clause.key, label: clauseName(clause, i18n) })),
      ]}
      onChange={(key) => onChange(key === '' ? null : key)}
    />
  );
}
