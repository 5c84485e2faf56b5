import type { PaperOf } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { LineField, NoteField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';

type Decisions = PaperOf<'meeting'>['decisions'];
type Props = { readonly decisions: Decisions; readonly onChange: (decisions: Decisions) => void };

/** What was decided, by whom, and whether the owners had reserved it to themselves. */
export function DecisionFields({ decisions, onChange }: Props) {
  const { t } = useLingui();
  return (
    <PartsField
      legend={t`Decisions`}
      parts={decisions}
      onChange={(next) => onChange([...next])}
      fresh={(key) => ({ key, text: '', by: null, isReserved: false })}
      add={<Trans>Add a decision</Trans>}
      nameOf={({ text }, nth) => (text === '' ? t`decision ${nth + 1}` : text.slice(0, 60))}
      fields={(decision, change) => (
        <>
          <NoteField
            label={t`What was decided`}
            required
            value={decision.text}
            onChange={(text) => change({ ...decision, text: text ?? '' })}
          />
          <LineField label={t`By whom`} value={decision.by} onChange={(by) => change({ ...decision, by })} />
          <Checkbox
            label={t`A reserved matter`}
            checked={decision.isReserved}
            onChange={(event) => change({ ...decision, isReserved: event.currentTarget.checked })}
          />
        </>
      )}
    />
  );
}
