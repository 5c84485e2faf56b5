import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { type ObligationReading, obligationReading, obligationTotals } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText, dateWords } from '../../../../ui/date-text.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import classes from '../design.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { RECURRENCE_WORDS, STATE_WORDS } from '../design-words.ts';

export type Obligation = PaperOf<'obligation'>;
export type ObligationPaper = PaperAnswer & { readonly content: Obligation };

const SIGNS: Readonly<Record<ObligationReading['state'], string>> = {
  pending: '○',
  upcoming: '◔',
  overdue: '▲',
  completed: '●',
  terminated: '×',
  'in-dispute': '⚑',
};

/** The state of an obligation on a day, by sign and word; behind it the rule and what it rests on. */
export function StateFigure({ paper, day }: { readonly paper: ObligationPaper; readonly day: string }) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const { content } = paper;
  const reading = obligationReading(content, day);
  const id = `obligation.${paper.id}`;
  const { state, nextDue, remindedFrom, daysLate } = reading;
  const dated = (on: string | null): string => (on === null ? t`no date` : dateWords(on, i18n));
  return (
    <>
      <InspectButton id={id}>
        <span className={classes.state} data-state={state}>
          <span aria-hidden="true">{SIGNS[state]} </span>
          {i18n._(STATE_WORDS[state])}
        </span>
      </InspectButton>
      {daysLate !== null && (
        <span className={shared.quiet}>
          {' '}
          <Plural value={daysLate} one="# day late" other="# days late" />
        </span>
      )}
      <Inspected id={id} title={content.title}>
        <RuleBody
          rule={
            <Trans>
              What was terminated or is in dispute stays so until somebody says otherwise. Else it is completed once it
              was met each time, overdue from the day after it was due, upcoming from as many days before as it is to be
              recalled, and pending until then. Without a date it is pending until it is met.
            </Trans>
          }
          inputs={[
            { label: t`As of`, value: dateWords(day, i18n) },
            { label: t`First due`, value: dated(content.due) },
            {
              label: t`Recurs`,
              value: content.recurs === null ? t`no` : i18n._(RECURRENCE_WORDS[content.recurs]),
            },
            { label: t`Next due`, value: dated(nextDue) },
            { label: t`Told as upcoming from`, value: dated(remindedFrom) },
            { label: t`Times met`, value: words.count(content.met.length) },
            ...(content.standing === null
              ? []
              : [
                  {
                    label: i18n._(STATE_WORDS[content.standing.state]),
                    value: (
                      <>
                        <DateText value={content.standing.on} />: {content.standing.words}
                      </>
                    ),
                  },
                ]),
          ]}
          links={[<DesignMethodLink key="card" part="obligations" />]}
        />
      </Inspected>
    </>
  );
}

/** An amount with its currency, as far as it is known; null where the obligation is not financial. */
export function useMoneyWords(): (financial: Obligation['financial']) => string | null {
  const { t } = useLingui();
  const words = useWords();
  return (financial) => {
    if (financial === null) return null;
    const { amount, currency } = financial;
    return amount === null || currency === null ? t`amount unknown` : `${words.number(amount)} ${currency}`;
  };
}

/** What obligations come to at their next dates, by currency. */
export function Totals({ obligations }: { readonly obligations: readonly ObligationPaper[] }) {
  const { t } = useLingui();
  const money = useMoneyWords();
  const words = useWords();
  const { totals, unknown } = obligationTotals(obligations.map(({ content }) => content));
  if (totals.length === 0 && unknown === 0) return null;
  return (
    <ul className={classes.totals} aria-label={t`Totals by currency`}>
      {totals.map(({ currency, amount, count }) => (
        <li key={currency}>
          <InspectButton id={`obligation.total.${currency}`}>{money({ amount, currency })}</InspectButton>{' '}
          <span className={shared.quiet}>
            <Plural value={count} one="# obligation" other="# obligations" />
          </span>
          <Inspected id={`obligation.total.${currency}`} title={t`Total in ${currency}`}>
            <RuleBody
              rule={
                <Trans>
                  The exact sum of the amounts shown in this currency, each obligation counted once, at its next date.
                  Currencies are never added to each other.
                </Trans>
              }
              inputs={obligations
                .filter(({ content }) => content.financial?.currency === currency && content.financial.amount !== null)
                .map(({ content }) => ({ label: content.title, value: money(content.financial) }))}
              links={[<DesignMethodLink key="card" part="obligations" />]}
            />
          </Inspected>
        </li>
      ))}
      {unknown > 0 && (
        <li className={shared.quiet}>
          <Plural
            value={unknown}
            one="# financial obligation of unknown amount, not counted"
            other="# financial obligations of unknown amount, not counted"
          />
        </li>
      )}
      {totals.length > 1 && (
        <li className={shared.quiet}>
          <Trans>{words.count(totals.length)} currencies, not added to each other</Trans>
        </li>
      )}
    </ul>
  );
}
