import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { daysLate } from '@entente/core/lifecycle';
import { useState } from 'react';
import { today } from '../../../../lib/as-of.ts';
import { ofKind } from '../../../../lib/papers.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { ChoiceField, DayField, LineField, NoteField, PersonField } from '../../../../dossier/paper-fields.tsx';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { ACTION_STATE_WORDS, options } from '../evaluation-words.ts';
import { PaperButton, PaperForm } from '../../../../dossier/paper-form.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';

type Action = PaperOf<'action'>;
type ActionPaper = PaperAnswer & { readonly content: Action };

/** What is to be done after a health check. */
export function RoundActions({ check, partner }: { readonly check: string; readonly partner: string }) {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const actions = ofKind(papers, 'action').filter(({ content }) => content.healthCheck === check);
  if (actions.length === 0 && !canAdd) return null;
  return (
    <div>
      <strong>
        <Trans>Action plan</Trans>
      </strong>
      {actions.length === 0 && (
        <p className={shared.quiet}>
          <Trans>Nothing is to be done yet.</Trans>
        </p>
      )}
      <ul className={classes.list}>
        {actions.map((paper) => (
          <ActionItem key={paper.id} paper={paper} />
        ))}
      </ul>
      {canAdd && (
        <PaperButton
          label={<Trans>Add an action…</Trans>}
          about={t`Add an action: health check with ${partner}`}
          title={t`Add an action`}
          form={(close) => <ActionForm paper={null} check={check} onDone={close} />}
        />
      )}
    </div>
  );
}

function ActionItem({ paper }: { readonly paper: ActionPaper }) {
  const { t, i18n } = useLingui();
  const acts = usePaperActs();
  const { content: action, people, isOpen } = paper;
  const { text } = action;
  const late = isOpen ? daysLate(action.due, today()) : null;
  const holder = people.find(({ id }) => id === action.holder);
  return (
    <li>
      {text}{' '}
      <span className={shared.quiet}>
        {isOpen ? (
          action.due === null ? (
            <Trans>no day</Trans>
          ) : (
            <Trans>
              due <DateText value={action.due} />
            </Trans>
          )
        ) : (
          i18n._(ACTION_STATE_WORDS[action.state])
        )}
        {holder && ` · ${holder.hasLeft ? t`${holder.name} (has left)` : holder.name}`}
        {late !== null && (
          <span className={shared.caution}>
            {' · '}
            <span aria-hidden="true">▲ </span>
            <Plural value={late} one="# day overdue" other="# days overdue" />
          </span>
        )}
      </span>
      {action.outcome !== null && <p className={classes.note}>{action.outcome}</p>}
      {paper.abilities.change && (
        <div className={shared.acts} data-screen-only>
          {isOpen && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Done: ${text}`}
              disabled={acts.isPending}
              onClick={() => acts.change(paper, { ...action, state: 'done' }, t`Done.`)}
            >
              <Trans>Done</Trans>
            </Button>
          )}
          <PaperButton
            label={<Trans>Change…</Trans>}
            about={t`Change: ${text}`}
            title={t`Change the action`}
            look="subtle"
            form={(close) => <ActionForm paper={paper} check={action.healthCheck ?? ''} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away: ${text}`}
            disabled={acts.isPending}
            onClick={() => acts.takeAway(paper)}
          >
            <Trans>Take away</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}

type FormProps = { readonly paper: ActionPaper | null; readonly check: string; readonly onDone: () => void };

function ActionForm({ paper, check, onDone }: FormProps) {
  const { t, i18n } = useLingui();
  const [action, setAction] = useState<Action>(
    paper?.content ?? {
      kind: 'action',
      text: '',
      due: null,
      holder: null,
      organisation: null,
      state: 'open',
      healthCheck: check,
      outcome: null,
    },
  );
  const put = (more: Partial<Action>): void => setAction((now) => ({ ...now, ...more }));
  return (
    <PaperForm paper={paper} content={action.text.trim() === '' ? null : action} problems={[]} onDone={onDone}>
      <LineField
        label={t`What is to be done`}
        required
        isFirst
        value={action.text}
        onChange={(text) => put({ text: text ?? '' })}
      />
      <div className={shared.pair}>
        <DayField label={t`Due`} value={action.due} onChange={(due) => put({ due })} />
        <PersonField
          label={t`Held by`}
          value={action.holder}
          named={paper?.people ?? []}
          onChange={(holder) => put({ holder })}
        />
        <ChoiceField
          label={t`State`}
          value={action.state}
          options={options(ACTION_STATE_WORDS, i18n)}
          onChange={(state) => put({ state })}
        />
      </div>
      {action.state !== 'open' && (
        <NoteField label={t`What came of it`} value={action.outcome} onChange={(outcome) => put({ outcome })} />
      )}
    </PaperForm>
  );
}
