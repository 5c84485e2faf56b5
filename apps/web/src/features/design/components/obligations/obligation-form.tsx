import { OBLIGATION, isAmount } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { ClauseField } from '../clause-choice.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { CATEGORY_WORDS, options, RECURRENCE_WORDS, SIDE_WORDS } from '../design-words.ts';
import { ChoiceField, DayField, LineField, PersonField } from '../../../../dossier/paper-fields.tsx';
import { PartiesField } from '../../../../dossier/parties-field.tsx';
import { AmountField, CurrencyField, isCurrency } from '../money-fields.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';
import type { Obligation, ObligationPaper } from './obligation-figures.tsx';

type Props = { readonly paper: ObligationPaper | null; readonly onDone: () => void };

const TWO_WEEKS = 14;
const MOST_REMINDER = 366;

const NEW: Obligation = {
  kind: 'obligation',
  title: '',
  category: 'payment',
  ownCategory: null,
  financial: null,
  side: 'ours',
  organisations: [],
  due: null,
  recurs: null,
  until: null,
  reminderDays: TWO_WEEKS,
  holder: null,
  clause: null,
  reference: null,
  met: [],
  standing: null,
};

const isWhole = ({ title, financial }: Obligation): boolean => {
  if (title.trim() === '') return false;
  const { amount, currency } = financial ?? { amount: null, currency: null };
  return (amount === null || isAmount(amount)) && (currency === null || isCurrency(currency));
};

/** What a side has undertaken: who, what, by when, how often. */
export function ObligationForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const [said, setSaid] = useState<Obligation>(paper?.content ?? NEW);
  const put = (more: Partial<Obligation>): void => setSaid((now) => ({ ...now, ...more }));
  const whole = isWhole(said);
  return (
    <PaperForm
      paper={paper}
      content={whole ? said : null}
      problems={whole ? OBLIGATION.problems(said, paper?.content ?? null) : []}
      onDone={onDone}
    >
      <LineField
        label={t`What has to be done`}
        required
        isFirst
        value={said.title}
        onChange={(title) => put({ title: title ?? '' })}
      />
      <div className={classes.pair}>
        <ChoiceField
          label={t`Whose it is`}
          value={said.side}
          options={options(SIDE_WORDS, i18n)}
          onChange={(side) => put({ side })}
        />
        <ChoiceField
          label={t`Category`}
          value={said.category}
          options={options(CATEGORY_WORDS, i18n)}
          onChange={(category) => put({ category })}
        />
        <LineField
          label={t`Category of your own`}
          value={said.ownCategory}
          onChange={(ownCategory) => put({ ownCategory })}
        />
        <PersonField
          label={t`Who sees to it`}
          value={said.holder}
          named={paper?.people ?? []}
          onChange={(holder) => put({ holder })}
        />
      </div>
      <PartiesField
        label={t`Who has to do it`}
        value={said.organisations}
        onChange={(organisations) => put({ organisations: [...organisations] })}
      />
      <Checkbox
        label={t`It is financial`}
        checked={said.financial !== null}
        onChange={(event) => put({ financial: event.currentTarget.checked ? { amount: null, currency: null } : null })}
      />
      <MoneyAndDays said={said} put={put} />
      <div className={classes.pair}>
        <ClauseField value={said.clause} onChange={(clause) => put({ clause })} />
        <LineField label={t`Where it stands`} value={said.reference} onChange={(reference) => put({ reference })} />
      </div>
    </PaperForm>
  );
}

type PartProps = { readonly said: Obligation; readonly put: (more: Partial<Obligation>) => void };

function MoneyAndDays({ said, put }: PartProps) {
  const { t, i18n } = useLingui();
  const { financial } = said;
  return (
    <div className={classes.pair}>
      {financial !== null && (
        <>
          <AmountField
            label={said.recurs === null ? t`Amount` : t`Amount each time`}
            description={t`Empty: not known.`}
            value={financial.amount}
            onChange={(amount) => put({ financial: { ...financial, amount } })}
          />
          <CurrencyField
            value={financial.currency}
            onChange={(currency) => put({ financial: { ...financial, currency } })}
          />
        </>
      )}
      <DayField
        label={said.recurs === null ? t`Due` : t`Due for the first time`}
        value={said.due}
        onChange={(due) => put({ due })}
      />
      <ChoiceField
        label={t`Recurs`}
        value={said.recurs ?? ''}
        options={[{ value: '', label: t`no` }, ...options(RECURRENCE_WORDS, i18n)]}
        onChange={(recurs) => put(recurs === '' ? { recurs: null, until: null } : { recurs })}
      />
      {said.recurs !== null && <DayField label={t`Until`} value={said.until} onChange={(until) => put({ until })} />}
      <NumberInput
        label={t`Days before that it is recalled`}
        min={0}
        max={MOST_REMINDER}
        allowDecimal={false}
        value={said.reminderDays}
        onChange={(days) => put({ reminderDays: typeof days === 'number' ? days : 0 })}
      />
    </div>
  );
}
