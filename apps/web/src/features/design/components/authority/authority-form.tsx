import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { AUTHORITY, type AuthorityMatter, isAmount } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import classes from '../design.module.css';
import { partiesNamed, useDossier } from '../../../../dossier/dossier-context.ts';
import { LineField, PartyField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import { AmountField, CurrencyField, isCurrency } from '../money-fields.tsx';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type Content = PaperOf<'authority'>;
type Props = { readonly paper: (PaperAnswer & { readonly content: Content }) | null; readonly onDone: () => void };

const isBound = (bound: string | null): boolean => bound === null || isAmount(bound);
const isWhole = ({ matters }: Content): boolean =>
  matters.every(
    ({ title, currency, rules }) =>
      title.trim() !== '' &&
      (currency === null || isCurrency(currency)) &&
      rules.every(({ above, upTo }) => isBound(above) && isBound(upTo)),
  );

/** Matters, each with who approves it in which range. */
export function AuthorityForm({ paper, onDone }: Props) {
  const { t } = useLingui();
  const [content, setContent] = useState<Content>(paper?.content ?? { kind: 'authority', matters: [] });
  const whole = isWhole(content);
  return (
    <PaperForm
      paper={paper}
      content={whole ? content : null}
      problems={whole ? AUTHORITY.problems(content, null) : []}
      onDone={onDone}
    >
      <PartsField
        legend={t`Matters`}
        parts={content.matters}
        onChange={(matters) => setContent({ ...content, matters: [...matters] })}
        fresh={(key): AuthorityMatter => ({ key, title: '', currency: null, rules: [] })}
        add={<Trans>Add a matter</Trans>}
        nameOf={({ title }, nth) => (title === '' ? t`matter ${nth + 1}` : title)}
        fields={(matter, change) => (
          <>
            <LineField
              label={t`Matter`}
              required
              value={matter.title}
              onChange={(title) => change({ ...matter, title: title ?? '' })}
            />
            <CurrencyField
              description={t`Empty: it is approved whatever it amounts to.`}
              value={matter.currency}
              onChange={(currency) => change({ ...matter, currency })}
            />
            <Rules matter={matter} onChange={change} />
          </>
        )}
      />
    </PaperForm>
  );
}

type RulesProps = { readonly matter: AuthorityMatter; readonly onChange: (matter: AuthorityMatter) => void };

function Rules({ matter, onChange }: RulesProps) {
  const { t } = useLingui();
  const parties = partiesNamed(useDossier());
  return (
    <div className={classes.wide}>
      <PartsField
        legend={t`Who approves`}
        parts={matter.rules}
        onChange={(rules) => onChange({ ...matter, rules: [...rules] })}
        fresh={(key) => ({
          key,
          party: matter.rules.at(-1)?.party ?? null,
          above: matter.rules.at(-1)?.upTo ?? null,
          upTo: null,
          approver: null,
        })}
        add={<Trans>Add a rule</Trans>}
        nameOf={({ approver }, nth) => approver ?? t`rule ${nth + 1}`}
        fields={(rule, change) => (
          <>
            <PartyField
              label={t`Party`}
              unsaid={t`the venture`}
              value={rule.party}
              parties={parties}
              onChange={(party) => change({ ...rule, party })}
            />
            {matter.currency !== null && (
              <>
                <AmountField label={t`Above`} value={rule.above} onChange={(above) => change({ ...rule, above })} />
                <AmountField
                  label={t`Up to and with`}
                  value={rule.upTo}
                  onChange={(upTo) => change({ ...rule, upTo })}
                />
              </>
            )}
            <LineField
              label={t`Organ or person`}
              description={t`Empty: no approval needed.`}
              value={rule.approver}
              onChange={(approver) => change({ ...rule, approver })}
            />
          </>
        )}
      />
    </div>
  );
}
