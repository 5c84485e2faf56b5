import { obligationReading } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useWords } from '../../../../lib/use-words.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { clauseOf } from '../clause-choice.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { CATEGORY_WORDS, RECURRENCE_WORDS, SIDE_WORDS } from '../design-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { usePartyNames } from '../../../../dossier/use-party-names.ts';
import { type ObligationPaper, StateFigure, useMoneyWords } from './obligation-figures.tsx';
import { ObligationForm } from './obligation-form.tsx';
import { StateForm } from './state-form.tsx';

/** Obligations of one alliance, each with what becomes of it. */
export function ObligationList({ obligations }: { readonly obligations: readonly ObligationPaper[] }) {
  return (
    <ul className={classes.items}>
      {obligations.map((paper) => (
        <ObligationItem key={paper.id} paper={paper} />
      ))}
    </ul>
  );
}

function ObligationItem({ paper }: { readonly paper: ObligationPaper }) {
  const { t } = useLingui();
  const { day } = useDossier();
  const acts = usePaperActs();
  const { content, abilities } = paper;
  const { title, recurs } = content;
  const { nextDue } = obligationReading(content, day);
  return (
    <li className={classes.item}>
      <p className={classes.title}>{title}</p>
      <p>
        <StateFigure paper={paper} day={day} />
        {nextDue !== null && (
          <>
            {' · '}
            <Trans>due</Trans> <DateText value={nextDue} />
          </>
        )}
        <Facts paper={paper} />
      </p>
      {content.standing !== null && <p className={classes.note}>{content.standing.words}</p>}
      {content.met.length > 0 && recurs !== null && (
        <p className={classes.quiet}>
          <Plural value={content.met.length} one="met once" other="met # times" />
        </p>
      )}
      {abilities.change && (
        <div className={classes.acts} data-screen-only>
          <PaperButton
            label={<Trans>What became of it…</Trans>}
            look="subtle"
            about={t`What became of it: ${title}`}
            title={title}
            form={(close) => <StateForm paper={paper} onDone={close} />}
          />
          <PaperButton
            look="subtle"
            label={<Trans>Edit</Trans>}
            about={t`Edit: ${title}`}
            title={title}
            form={(close) => <ObligationForm paper={paper} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away: ${title}`}
            loading={acts.isPending}
            onClick={() => acts.takeAway(paper)}
          >
            <Trans>Take away</Trans>
          </Button>
        </div>
      )}
    </li>
  );
}

/** Whose it is, what kind, how much, how often, who sees to it, and where it comes from. */
function Facts({ paper }: { readonly paper: ObligationPaper }) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const money = useMoneyWords();
  const nameOf = usePartyNames();
  const { papers } = useDossier();
  const { content, people } = paper;
  const holder = people.find(({ id }) => id === content.holder);
  const facts = [
    i18n._(SIDE_WORDS[content.side]),
    content.organisations.length === 0 ? null : words.listed(content.organisations.map(nameOf)),
    content.ownCategory ?? i18n._(CATEGORY_WORDS[content.category]),
    money(content.financial),
    content.recurs === null ? null : i18n._(RECURRENCE_WORDS[content.recurs]),
    holder === undefined ? t`nobody sees to it` : holder.hasLeft ? t`${holder.name} (has left)` : holder.name,
    clauseOf(content.clause, papers, i18n),
    content.reference,
  ];
  return <span className={classes.quiet}> · {facts.filter((fact) => fact !== null).join(' · ')}</span>;
}
