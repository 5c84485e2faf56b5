import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { HAND_OVER, HAND_OVER_ITEMS } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, DayField, LineField, PersonField } from '../../../../dossier/paper-fields.tsx';
import { PartsField } from '../../../../dossier/parts-field.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { HAND_OVER_STATE_WORDS, options, said } from '../management-words.ts';
import { PaperForm } from '../../../../dossier/paper-form.tsx';

type HandOver = PaperOf<'hand-over'>;
type Props = {
  readonly paper: (PaperAnswer & { readonly content: HandOver }) | null;
  readonly onDone: () => void;
};

const isOwn = ({ key }: HandOver['items'][number]): boolean => !HAND_OVER_ITEMS.some((item) => item.key === key);

/** What passes from those who negotiated to those who manage. */
export function HandOverForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const { today } = useDossier();
  const [pack, setPack] = useState<HandOver>(
    paper?.content ?? {
      kind: 'hand-over',
      from: null,
      to: null,
      due: null,
      items: HAND_OVER_ITEMS.map(({ key }) => ({
        key,
        text: null,
        state: 'open',
        holder: null,
        done: null,
        note: null,
      })),
    },
  );
  const put = (more: Partial<HandOver>): void => setPack((now) => ({ ...now, ...more }));
  const named = paper?.people ?? [];
  const nameOf = ({ key, text }: HandOver['items'][number], nth: number): string => {
    const known = HAND_OVER_ITEMS.find((item) => item.key === key);
    return text ?? (known ? said(known.words, i18n) : t`item ${nth + 1}`);
  };
  const whole = pack.items.every((item) => !isOwn(item) || item.text !== null);
  return (
    <PaperForm
      paper={paper}
      content={whole ? pack : null}
      problems={whole ? HAND_OVER.problems(pack, paper?.content ?? null) : []}
      onDone={onDone}
    >
      <div className={classes.pair}>
        <PersonField label={t`Handed over by`} value={pack.from} named={named} onChange={(from) => put({ from })} />
        <PersonField
          label={t`Alliance manager who takes it on`}
          value={pack.to}
          named={named}
          onChange={(to) => put({ to })}
        />
        <DayField label={t`Due`} value={pack.due} onChange={(due) => put({ due })} />
      </div>
      <PartsField<HandOver['items'][number]>
        legend={t`Checklist`}
        parts={pack.items}
        onChange={(items) => put({ items: [...items] })}
        fresh={(key) => ({ key, text: null, state: 'open', holder: null, done: null, note: null })}
        add={<Trans>Add an item</Trans>}
        nameOf={nameOf}
        fields={(item, change, nth) => (
          <>
            {isOwn(item) ? (
              <LineField label={t`Item`} required value={item.text} onChange={(text) => change({ ...item, text })} />
            ) : (
              <p className={classes.title}>{nameOf(item, nth)}</p>
            )}
            <ChoiceField
              label={t`State`}
              value={item.state}
              options={options(HAND_OVER_STATE_WORDS, i18n)}
              onChange={(state) => change({ ...item, state, done: state === 'done' ? (item.done ?? today) : null })}
            />
            {item.state === 'done' && (
              <DayField
                label={t`Handed over on`}
                required
                value={item.done}
                onChange={(done) => change({ ...item, done })}
              />
            )}
            <LineField label={t`Where it is`} value={item.note} onChange={(note) => change({ ...item, note })} />
          </>
        )}
      />
    </PaperForm>
  );
}
