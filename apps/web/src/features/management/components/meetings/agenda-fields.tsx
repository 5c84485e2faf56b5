import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { agendaBudget } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NumberInput } from '@mantine/core';
import { LineField, PersonField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import { AgendaBudgetLine } from './agenda-budget.tsx';

type Meeting = PaperOf<'meeting'>;
type Props = {
  readonly meeting: Meeting;
  readonly named: PaperAnswer['people'];
  readonly onChange: (agenda: Meeting['agenda']) => void;
};

/** What is spoken of, for how long and by whom, against the time there is. */
export function AgendaFields({ meeting, named, onChange }: Props) {
  const { t } = useLingui();
  return (
    <PartsField
      legend={t`Agenda`}
      parts={meeting.agenda}
      onChange={(agenda) => onChange([...agenda])}
      fresh={(key) => ({ key, topic: '', minutes: null, owner: null })}
      add={<Trans>Add an item</Trans>}
      nameOf={({ topic }, nth) => (topic === '' ? t`item ${nth + 1}` : topic)}
      fields={(item, change) => (
        <>
          <LineField
            label={t`Topic`}
            required
            value={item.topic}
            onChange={(topic) => change({ ...item, topic: topic ?? '' })}
          />
          <NumberInput
            label={t`Minutes`}
            min={1}
            max={10_080}
            allowDecimal={false}
            value={item.minutes ?? ''}
            onChange={(value) => change({ ...item, minutes: typeof value === 'number' && value > 0 ? value : null })}
          />
          <PersonField
            label={t`Led by`}
            value={item.owner}
            named={named}
            onChange={(owner) => change({ ...item, owner })}
          />
        </>
      )}
    >
      {meeting.agenda.length > 0 && (
        <p role="status">
          <AgendaBudgetLine budget={agendaBudget(meeting)} minutes={meeting.minutes} />
        </p>
      )}
    </PartsField>
  );
}
