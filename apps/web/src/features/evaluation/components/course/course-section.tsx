import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { keptSearch } from '../../../../lib/kept-search.ts';
import { ofKind } from '../../../../lib/papers.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { DateText, dateWords } from '../../../../ui/date-text.tsx';
import { Section } from '../../../../ui/section.tsx';
import classes from '../evaluation.module.css';
import shared from '../../../../dossier/dossier.module.css';
import { COURSE_WORDS } from '../evaluation-words.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { CourseForm } from './course-form.tsx';
import { useFoundations } from './foundations.ts';

type DecisionPaper = PaperAnswer & { readonly content: PaperOf<'course-decision'> };

/** What was decided after the alliance was evaluated, the latest first. */
export function CourseSection() {
  const { t } = useLingui();
  const { papers, canAdd, slug } = useDossier();
  const workspace = useWorkspace();
  const decisions = [...ofKind(papers, 'course-decision')].sort((one, other) =>
    one.content.day < other.content.day ? 1 : -1,
  );
  return (
    <Section
      id="course"
      title={<Trans>Continue, adapt or exit</Trans>}
      count={decisions.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Record a decision…</Trans>}
            title={t`Record a decision`}
            form={(close) => <CourseForm paper={null} onDone={close} />}
          />
        )
      }
    >
      {decisions.length === 0 && (
        <p className={shared.quiet}>
          <Trans>Nothing is decided yet. After each evaluation, record whether the alliance goes on, and why.</Trans>
        </p>
      )}
      <ul className={classes.items}>
        {decisions.map((paper) => (
          <DecisionItem key={paper.id} paper={paper} />
        ))}
      </ul>
      <p>
        <Link to="/w/$workspace/alliances/$slug/reviews" params={{ workspace, slug }} search={keptSearch}>
          <Trans>Business reviews: contribution against equity</Trans>
        </Link>
      </p>
    </Section>
  );
}

function DecisionItem({ paper }: { readonly paper: DecisionPaper }) {
  const { t, i18n } = useLingui();
  const { listed } = useWords();
  const acts = usePaperActs();
  const { content: decision, people } = paper;
  const on = dateWords(decision.day, i18n);
  const by = people.map(({ name, hasLeft }) => (hasLeft ? t`${name} (has left)` : name));
  const known = useFoundations();
  return (
    <li className={classes.item}>
      <p>
        <strong>{i18n._(COURSE_WORDS[decision.course])}</strong>{' '}
        <span className={shared.quiet}>
          <DateText value={decision.day} />
          {' · '}
          {by.length === 0 ? <Trans>by whom is not said</Trans> : <Trans>by {listed(by)}</Trans>}
        </span>
      </p>
      <p className={classes.note}>{decision.reasons}</p>
      {decision.basis.length > 0 && (
        <p className={shared.quiet}>
          <Trans>
            It rests on:{' '}
            {listed(
              decision.basis.map(({ id }) => known.find((each) => each.id === id)?.name ?? t`what is no longer here`),
            )}
          </Trans>
        </p>
      )}
      {paper.abilities.change && (
        <div className={shared.acts} data-screen-only>
          <PaperButton
            label={<Trans>Change…</Trans>}
            about={t`Change the decision of ${on}`}
            title={t`Change the decision`}
            look="subtle"
            form={(close) => <CourseForm paper={paper} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away the decision of ${on}`}
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
