import { type Approval, approvals, type Authority, isAmount } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import classes from '../design.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { usePartyNames } from '../../../../dossier/use-party-names.ts';
import { useRangeWords } from './use-range-words.ts';

const ROUTE = '/w/$workspace/alliances/$slug/design';

/** "Who approves this?": the venture and each parent, for a matter and an amount; the address holds the question. */
export function LookUp({ authority }: { readonly authority: Authority }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: ROUTE });
  const { matter: asked, amount: typed = '' } = useSearch({ from: ROUTE });
  const matter = authority.matters.find(({ key }) => key === asked) ?? authority.matters[0];
  if (matter === undefined) return null;
  const ask = (next: { readonly matter?: string; readonly amount?: string }): void =>
    void navigate({
      search: (before) => ({ ...before, matter: matter.key, ...next }),
      replace: true,
      resetScroll: false,
    });
  const { currency } = matter;
  const amount = typed.replaceAll(/[,\s]/g, '');
  const isAnswered = currency === null || isAmount(amount);
  const answers = isAnswered ? approvals(authority, matter.key, currency === null ? null : amount) : [];
  return (
    <>
      <div className={classes.asked} role="search" aria-label={t`Who approves this?`}>
        <NativeSelect
          size="xs"
          label={t`Who approves this?`}
          data={authority.matters.map(({ key, title }) => ({ value: key, label: title }))}
          value={matter.key}
          onChange={(event) => ask({ matter: event.currentTarget.value })}
        />
        {currency !== null && (
          <TextInput
            size="xs"
            inputMode="decimal"
            label={t`Amount in ${currency}`}
            value={typed}
            error={typed !== '' && !isAnswered ? t`Figures, with a point for decimals` : null}
            onChange={(event) => ask({ amount: event.currentTarget.value })}
          />
        )}
      </div>
      <dl className={classes.answers} aria-live="polite">
        {answers.map((answer) => (
          <AnswerRow key={answer.party ?? ''} matter={matter} answer={answer} amount={amount} />
        ))}
      </dl>
    </>
  );
}

type RowProps = {
  readonly matter: Authority['matters'][number];
  readonly answer: Approval;
  readonly amount: string;
};

function AnswerRow({ matter, answer, amount }: RowProps) {
  const { t } = useLingui();
  const nameOf = usePartyNames();
  const range = useRangeWords();
  const who = answer.party === null ? t`the venture` : nameOf(answer.party);
  const id = `design.approval.${answer.party ?? 'venture'}`;
  const rule = matter.rules.find(({ key }) => key === answer.rule);
  const said: Readonly<Record<Approval['answer'], string>> = {
    approves: answer.approver ?? '',
    'not-needed': t`no approval needed`,
    gap: t`nobody: no rule covers this amount`,
    unsaid: t`nothing is said of this matter`,
  };
  const isOpen = answer.answer === 'gap' || answer.answer === 'unsaid';
  return (
    <>
      <dt>{who}</dt>
      <dd>
        <InspectButton id={id} unknown={isOpen}>
          {answer.answer === 'gap' && <span aria-hidden="true">▲ </span>}
          {said[answer.answer]}
        </InspectButton>
        <Inspected id={id} title={`${matter.title}: ${who}`}>
          <RuleBody
            rule={
              <Trans>
                The rule of the party whose range holds the amount: above its lower bound, up to and with its upper one.
                No amount has two; one that has none is told as a gap.
              </Trans>
            }
            inputs={[
              { label: t`Matter`, value: matter.title },
              ...(matter.currency === null ? [] : [{ label: t`Amount`, value: `${amount} ${matter.currency}` }]),
              { label: t`Rule`, value: rule ? range(rule, matter.currency) : t`none` },
              { label: t`Who approves`, value: said[answer.answer] },
            ]}
            links={[<DesignMethodLink key="card" part="authority" />]}
          />
        </Inspected>
      </dd>
    </>
  );
}
