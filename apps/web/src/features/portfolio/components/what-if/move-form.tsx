import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { EdtfDate, Slug } from '@entente/core/kernel';
import { ALLIANCE_FORMS, RESOURCE_KINDS, type ResourceKind } from '@entente/core/register';
import { useWords } from '../../../../lib/use-words.ts';
import type { PlannedMove } from './move-address.ts';
import { PartnerSelect } from './partner-select.tsx';
import classes from './what-if.module.css';

type Draft = Omit<PlannedMove, 'partner' | 'resources'> & {
  readonly partner: PlannedMove['partner'] | null;
  readonly kind: ResourceKind | null;
  readonly subject: string;
};

/** A subject as the register writes it: "SUV models" is `suv-models`. */
const subjectOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** A term of a domain as the register writes it; as typed where it has no Latin letters. */
const termOf = (text: string): string => subjectOf(text) || text.trim();

const EMPTY: Draft = {
  partner: null,
  form: 'joint-venture',
  start: '',
  kind: null,
  subject: '',
  product: '',
  market: '',
  region: '',
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
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, start: year });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const subject = subjectOf(draft.subject);
  const dateWrong = !EdtfDate.parse(draft.start).ok;
  const subjectWrong = draft.kind !== null && !Slug.parse(subject).ok;
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const { partner, form, start, kind, product, market, region } = draft;
    if (partner === null || dateWrong || subjectWrong) return;
    onAdd({
      partner,
      form,
      start,
      resources: kind === null ? [] : [{ kind, subject }],
      product: termOf(product),
      market: termOf(market),
      region: termOf(region),
    });
    setDraft({ ...EMPTY, start });
    setTried(false);
  };
  return (
    <form className={classes.form} onSubmit={add} noValidate>
      <div className={classes.fields}>
        <div>
          <PartnerSelect workspace={workspace} value={draft.partner} onChange={(partner) => set({ partner })} />
          {tried && draft.partner === null && (
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
          value={draft.start}
          onChange={(event) => set({ start: event.currentTarget.value })}
          error={tried && dateWrong ? t`Write a year, a month or a day: 2027, 2027-04.` : undefined}
        />
        <Select
          label={t`Brings: kind`}
          data={RESOURCE_KINDS.map((kind) => ({ value: kind, label: words.term('resourceKinds', kind) }))}
          value={draft.kind}
          clearable
          clearButtonProps={{ 'aria-label': t`Clear` }}
          onChange={(kind) => set({ kind })}
        />
        <TextInput
          label={t`Brings: what`}
          value={draft.subject}
          disabled={draft.kind === null}
          onChange={(event) => set({ subject: event.currentTarget.value })}
          error={tried && subjectWrong ? t`Name it in Latin letters, as the register does: casting.` : undefined}
        />
        <TextInput
          label={t`Product`}
          value={draft.product}
          onChange={(event) => set({ product: event.currentTarget.value })}
        />
        <TextInput
          label={t`Market`}
          value={draft.market}
          onChange={(event) => set({ market: event.currentTarget.value })}
        />
        <TextInput
          label={t`Region`}
          value={draft.region}
          onChange={(event) => set({ region: event.currentTarget.value })}
        />
      </div>
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
