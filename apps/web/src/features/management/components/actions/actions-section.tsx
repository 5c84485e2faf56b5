import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { daysLate } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ofKind } from '../../../../lib/papers.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import classes from '../../../../dossier/dossier.module.css';
import { ACTION_STATE_WORDS } from '../management-words.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { ActionForm } from './action-form.tsx';

type ActionPaper = PaperAnswer & { readonly content: PaperOf<'action'> };

/** What is to be done on either side: what is open first, by day. */
export function ActionsSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const actions = ofKind(papers, 'action');
  const open = actions.filter(({ isOpen }) => isOpen);
  const over = actions.filter(({ isOpen }) => !isOpen);
  return (
    <Section
      id="actions"
      title={<Trans context="to do">Actions</Trans>}
      count={open.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Add an action…</Trans>}
            title={t`Add an action`}
            form={(close) => <ActionForm paper={null} onDone={close} />}
          />
        )
      }
    >
      {open.length === 0 && (
        <p className={classes.quiet}>
          <Trans>Nothing is to be done. Actions come from meetings, or are added here.</Trans>
        </p>
      )}
      <ul className={classes.items}>
        {open.map((paper) => (
          <ActionItem key={paper.id} paper={paper} />
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>
            <Plural value={over.length} one="# action is over" other="# actions are over" />
          </summary>
          <ul className={classes.items}>
            {over.map((paper) => (
              <ActionItem key={paper.id} paper={paper} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function ActionItem({ paper }: { readonly paper: ActionPaper }) {
  const { t, i18n } = useLingui();
  const { today, papers } = useDossier();
  const acts = usePaperActs();
  const { content: action, people, organisations, isOpen } = paper;
  const { text } = action;
  const late = isOpen ? daysLate(action.due, today) : null;
  const meeting = ofKind(papers, 'meeting').find(({ id }) => id === action.meeting);
  const holder = people.find(({ id }) => id === action.holder);
  const organisation = organisations.find(({ id }) => id === action.organisation);
  return (
    <li className={`${classes.item} ${isOpen ? '' : classes.closed}`}>
      <p>
        <span className={classes.title}>{text}</span>
        {!isOpen && ` · ${i18n._(ACTION_STATE_WORDS[action.state])}`}
      </p>
      <p className={classes.quiet}>
        {action.due === null ? (
          <Trans>no day</Trans>
        ) : (
          <Trans>
            due <DateText value={action.due} />
          </Trans>
        )}
        {late !== null && (
          <span className={classes.caution}>
            {' · '}
            <span aria-hidden="true">▲ </span>
            <Plural value={late} one="# day overdue" other="# days overdue" />
          </span>
        )}
        {' · '}
        {holder ? holder.hasLeft ? <Trans>{holder.name} (has left)</Trans> : holder.name : <Trans>nobody yet</Trans>}
        {organisation && ` · ${organisation.name ?? organisation.slug ?? ''}`}
        {meeting && (
          <>
            {' · '}
            <Trans>from {meeting.content.title}</Trans>
          </>
        )}
      </p>
      {action.outcome !== null && <p className={classes.note}>{action.outcome}</p>}
      {paper.abilities.change && (
        <div className={classes.acts} data-screen-only>
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
            form={(close) => <ActionForm paper={paper} onDone={close} />}
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
