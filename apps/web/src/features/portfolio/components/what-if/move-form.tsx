import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { ALLIANCE_FORMS } from '@entente/core/register';
import { useWords } from '../../../../lib/use-words.ts';
import type { PlannedMove } from './move-address.ts';
import { type DraftFault, draftFaults, type MoveDraft, moveOfDraft } from './move-draft.ts';
import { PartnerSelect } from './partner-select.tsx';
import { ResourceLines } from './resource-lines.tsx';
import classes from './what-if.module.css';

const EMPTY: MoveDraft = {
  partner: null,
  form: 'joint-venture',
  start: '',
  resources: [{ key: 0, kind: null, subject: '' }],
  product: '',
  market: '',
  region: '',
  ownShare: '',
  partnerShare: '',
};

type Props = {
  readonly workspace: string;
  /** The year that is proposed as the beginning. */
  readonly year: string;
  readonly full: boolean;
  readonly onAdd: (move: PlannedMove) => void;
};

/** One move that could be made: with whom, in what form, from when, with what, and where. */
export function MoveForm({ workspace, year, full, onAdd }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const [draft, setDraft] = useState<MoveDraft>({ ...EMPTY, start: year });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<MoveDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const faults: readonly DraftFault[] = tried ? draftFaults(draft) : [];
  const told = (fault: DraftFault, words: string): string | undefined => (faults.includes(fault) ? words : undefined);
  const text = (part: 'start' | 'product' | 'market' | 'region' | 'ownShare' | 'partnerShare') => ({
    value: draft[part],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set({ [part]: event.currentTarget.value }),
  });
  const [notWord, notShare] = [
    t`Name it in Latin letters, as the register does: casting.`,
    t`Write a percentage from 0 to 100: 40.`,
  ];
  const over = told('shares-over', t`Both shares come to more than 100 %.`);
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const move = moveOfDraft(draft);
    setTried(move === null);
    if (move === null) return;
    onAdd(move);
    setDraft({ ...EMPTY, start: draft.start });
  };
  return (
    <form className={classes.form} onSubmit={add} noValidate>
      <div className={classes.fields}>
        <div>
          <PartnerSelect workspace={workspace} value={draft.partner} onChange={(partner) => set({ partner })} />
          {faults.includes('partner') && (
            <p className={classes.error} role="alert">
              <Trans>Choose a partner.</Trans>
            </p>
          )}
        </div>
        <Select
          label={t`Form`}
          data={ALLIANCE_FORMS.map((form) => ({ value: form, label: words.term('forms', form) }))}
          value={draft.form}
          allowDeselect={false}
          onChange={(form) => set({ form: form ?? 'joint-venture' })}
        />
        <TextInput
          label={t`Begins`}
          {...text('start')}
          error={told('start', t`Write a year, a month or a day: 2027, 2027-04.`)}
        />
        <TextInput
          label={t`Own share, %`}
          inputMode="decimal"
          {...text('ownShare')}
          error={told('ownShare', notShare) ?? over}
        />
        <TextInput
          label={t`Partner’s share, %`}
          inputMode="decimal"
          {...text('partnerShare')}
          error={told('partnerShare', notShare) ?? over}
        />
        <TextInput label={t`Product`} {...text('product')} error={told('product', notWord)} />
        <TextInput label={t`Market`} {...text('market')} error={told('market', notWord)} />
        <TextInput label={t`Region`} {...text('region')} error={told('region', notWord)} />
      </div>
      <ResourceLines resources={draft.resources} faults={faults} onChange={(resources) => set({ resources })} />
      <Button type="submit" size="xs" disabled={full}>
        <Trans>Add this move</Trans>
      </Button>
      {full && (
        <span className={classes.quiet}>
          {' '}
          <Trans>Twelve moves at most; remove one first.</Trans>
        </span>
      )}
    </form>
  );
}
