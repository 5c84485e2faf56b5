import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { COURSE_DECISION } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { today } from '../../../../lib/as-of.ts';
import { membersQuery } from '../../../../lib/papers.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { ChoiceField, DayField, NoteField } from '../../../../dossier/paper-fields.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { COURSE_WORDS, options } from '../evaluation-words.ts';
import { PaperForm } from '../../../../dossier/paper-form.tsx';
import { useFoundations } from './foundations.ts';

type Decision = PaperOf<'course-decision'>;
type Props = {
  readonly paper: (PaperAnswer & { readonly content: Decision }) | null;
  readonly onDone: () => void;
};

/** That the alliance goes on as it is, is changed, or is left: when, by whom, why, and resting on what. */
export function CourseForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const known = useFoundations();
  const { data } = useQuery(membersQuery(useWorkspace()));
  const [decision, setDecision] = useState<Decision>(
    paper?.content ?? { kind: 'course-decision', course: 'continue', day: today(), by: [], reasons: '', basis: [] },
  );
  const put = (more: Partial<Decision>): void => setDecision((now) => ({ ...now, ...more }));
  const present = (data?.items ?? []).filter(({ endedAt }) => endedAt === null).map(({ person }) => person);
  const left = (paper?.people ?? []).filter(({ id }) => !present.some((person) => person.id === id));
  const content = decision.reasons.trim() === '' || decision.day === '' ? null : decision;
  return (
    <PaperForm
      paper={paper}
      content={content}
      problems={content === null ? [] : COURSE_DECISION.problems(content, null)}
      onDone={onDone}
    >
      <div className={classes.pair}>
        <ChoiceField
          label={t`Course`}
          value={decision.course}
          options={options(COURSE_WORDS, i18n)}
          onChange={(course) => put({ course })}
        />
        <DayField label={t`Decided on`} value={decision.day} onChange={(day) => put({ day: day ?? '' })} />
      </div>
      <MultiSelect
        label={t`Decided by`}
        data={[...present, ...left].map(({ id, name }) => ({ value: id, label: name }))}
        value={[...decision.by]}
        onChange={(by) => put({ by })}
        searchable
      />
      <NoteField
        label={t`Reasons`}
        required
        value={decision.reasons}
        onChange={(reasons) => put({ reasons: reasons ?? '' })}
      />
      <MultiSelect
        label={t`It rests on`}
        data={[
          ...known.map(({ id, name }) => ({ value: id, label: name })),
          ...(paper?.content.basis ?? [])
            .filter(({ id }) => !known.some((each) => each.id === id))
            .map(({ id }) => ({ value: id, label: t`what is no longer here` })),
        ]}
        value={decision.basis.map(({ id }) => id)}
        onChange={(ids) => {
          const kindOf = (id: string) => [...known, ...decision.basis].find((each) => each.id === id)?.kind ?? 'paper';
          put({ basis: ids.map((id) => ({ kind: kindOf(id), id })) });
        }}
        searchable
      />
    </PaperForm>
  );
}
