import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { datedRungs, type Deadlock } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ofKind } from '../../../../lib/papers.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { Term } from '../../../../ui/term.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { DesignMethodLink } from '../design-links.tsx';
import { END_WORDS } from '../design-words.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { LadderForm } from './ladder-form.tsx';

type Ladder = PaperOf<'deadlock-ladder'>;
type LadderPaper = PaperAnswer & { readonly content: Ladder };

/** To whom a matter goes on which the sides cannot agree, and where open deadlocks stand. */
export function DeadlockSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const paper = ofKind(papers, 'deadlock-ladder')[0] ?? null;
  return (
    <Section
      id="deadlock"
      title={
        <Term id="deadlock ladder">
          <Trans>Deadlock ladder</Trans>
        </Term>
      }
      count={paper?.content.rungs.length ?? 0}
      action={
        canAdd && (
          <PaperButton
            label={paper === null ? <Trans>Set up the ladder…</Trans> : <Trans>Change the ladder…</Trans>}
            title={t`Deadlock ladder`}
            form={(close) => <LadderForm paper={paper} onDone={close} />}
          />
        )
      }
    >
      {paper === null ? (
        <p className={classes.quiet}>
          <Trans>
            Nothing is agreed for a deadlock. Say to whom a matter goes, how many days each level has, and what happens
            when none of them settles it.
          </Trans>
        </p>
      ) : (
        <LadderBody paper={paper} />
      )}
    </Section>
  );
}

function LadderBody({ paper: { content } }: { readonly paper: LadderPaper }) {
  const { i18n } = useLingui();
  const settled = content.deadlocks.filter((each) => each.settled !== null);
  return (
    <>
      <ol className={classes.inner}>
        {content.rungs.map((rung) => (
          <li key={rung.key}>
            {rung.level}: <Plural value={rung.days} one="# day" other="# days" />{' '}
            <span className={classes.quiet}>{rung.people}</span>
          </li>
        ))}
      </ol>
      <p>
        <Trans>Then:</Trans>{' '}
        {content.end === null ? (
          <span className={classes.caution}>
            <span aria-hidden="true">▲ </span>
            <Trans>not said</Trans>
          </span>
        ) : (
          i18n._(END_WORDS[content.end])
        )}{' '}
        <span className={`${classes.quiet} ${classes.note}`}>{content.endWords}</span>
      </p>
      <ul className={classes.items}>
        {content.deadlocks
          .filter((each) => each.settled === null)
          .map((each) => (
            <OpenDeadlock key={each.key} ladder={content} deadlock={each} />
          ))}
        {settled.map((each) => (
          <li key={each.key} className={`${classes.item} ${classes.closed}`}>
            <p>
              {each.matter}{' '}
              <span className={classes.quiet}>
                <Trans>settled</Trans> {each.settled !== null && <DateText value={each.settled} />}
              </span>
            </p>
            {each.outcome !== null && <p className={classes.note}>{each.outcome}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

type OpenProps = { readonly ladder: Ladder; readonly deadlock: Deadlock };

function OpenDeadlock({ ladder, deadlock }: OpenProps) {
  const { t } = useLingui();
  const { day } = useDossier();
  const rungs = datedRungs(ladder.rungs, deadlock.arose);
  const here = rungs.find(({ from, until }) => from <= day && day <= until);
  const last = rungs.at(-1);
  const isOver = last !== undefined && day > last.until;
  const id = `design.deadlock.${deadlock.key}`;
  return (
    <li className={classes.item}>
      <p className={classes.title}>{deadlock.matter}</p>
      <p>
        <InspectButton id={id} unknown={!here && !isOver}>
          {here ? (
            <>
              {here.level}, <Trans>by</Trans> <DateText value={here.until} />
            </>
          ) : isOver ? (
            <span className={classes.caution}>
              <span aria-hidden="true">▲ </span>
              <Trans>the ladder is at its end</Trans>
            </span>
          ) : (
            <Trans>not on a rung on this day</Trans>
          )}
        </InspectButton>
      </p>
      <Inspected id={id} title={deadlock.matter}>
        <RuleBody
          rule={
            <Trans>
              The first level has the matter from the day on which it arose, which counts; each next one from the day
              after. What is left after the last goes the way that was agreed.
            </Trans>
          }
          inputs={[
            { label: t`Arose`, value: <DateText value={deadlock.arose} /> },
            ...rungs.map((rung) => ({
              label: rung.level,
              value: (
                <>
                  <DateText value={rung.from} /> – <DateText value={rung.until} />
                </>
              ),
            })),
          ]}
          links={[<DesignMethodLink key="card" part="deadlock" />]}
        />
      </Inspected>
    </li>
  );
}
