import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { escalationOf } from '@entente/core/lifecycle';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ofKind } from '../../../../lib/papers.ts';
import { DateText } from '../../../../ui/date-text.tsx';
import { Inspected } from '../../../../ui/inspector.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import classes from '../../../../dossier/dossier.module.css';
import { ManagementMethodLink } from '../management-links.tsx';
import { ISSUE_STATE_WORDS, SEVERITY_WORDS } from '../management-words.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { IssueForm } from './issue-form.tsx';

type IssuePaper = PaperAnswer & { readonly content: PaperOf<'issue'> };

/** The issue log: what is open first, with the rung on which it is and should be. */
export function IssuesSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const issues = ofKind(papers, 'issue');
  const open = issues.filter(({ isOpen }) => isOpen);
  const over = issues.filter(({ isOpen }) => !isOpen);
  return (
    <Section
      id="issues"
      title={<Trans>Issue log</Trans>}
      count={open.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Raise an issue…</Trans>}
            title={t`Raise an issue`}
            form={(close) => <IssueForm paper={null} onDone={close} />}
          />
        )
      }
    >
      {open.length === 0 && (
        <p className={classes.quiet}>
          <Trans>No issue is open. What the working level cannot settle is raised here, with the day it goes up.</Trans>
        </p>
      )}
      <ul className={classes.items}>
        {open.map((paper) => (
          <IssueItem key={paper.id} paper={paper} />
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>
            <Plural value={over.length} one="# issue is settled" other="# issues are settled" />
          </summary>
          <ul className={classes.items}>
            {over.map((paper) => (
              <IssueItem key={paper.id} paper={paper} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function IssueItem({ paper }: { readonly paper: IssuePaper }) {
  const { t, i18n } = useLingui();
  const { today } = useDossier();
  const acts = usePaperActs();
  const { content: issue, people, isOpen } = paper;
  const { title } = issue;
  const holder = people.find(({ id }) => id === issue.holder);
  const escalation = escalationOf(issue, today);
  const named = (key: string): string => issue.ladder.find((rung) => rung.key === key)?.name ?? '–';
  const next = issue.ladder[issue.ladder.findIndex(({ key }) => key === issue.rung) + 1];
  const higher = next?.name ?? '';
  return (
    <li className={`${classes.item} ${isOpen ? '' : classes.closed}`}>
      <p>
        <span className={classes.title}>{title}</span>
        {' · '}
        <Trans>severity {i18n._(SEVERITY_WORDS[issue.severity])}</Trans>
        {!isOpen && ` · ${i18n._(ISSUE_STATE_WORDS[issue.state])}`}
      </p>
      <p className={classes.quiet}>
        <Trans>
          raised <DateText value={issue.raised} />
        </Trans>
        {issue.by !== null && (
          <>
            {' · '}
            <Trans>by {issue.by}</Trans>
          </>
        )}
        {' · '}
        {holder ? holder.hasLeft ? <Trans>{holder.name} (has left)</Trans> : holder.name : <Trans>nobody yet</Trans>}
        {issue.settled !== null && (
          <>
            {' · '}
            <Trans>
              settled <DateText value={issue.settled} />
            </Trans>
          </>
        )}
      </p>
      {isOpen && <Rungs paper={paper} />}
      {escalation !== null && escalation.daysOverdue !== null && (
        <p className={classes.caution}>
          <span aria-hidden="true">▲ </span>
          <Trans>Should be with {named(escalation.rung)} by now</Trans>
          {' · '}
          <Plural value={escalation.daysOverdue} one="# day overdue" other="# days overdue" />
        </p>
      )}
      {issue.text !== null && <p className={classes.note}>{issue.text}</p>}
      {issue.resolution !== null && <p className={classes.note}>{issue.resolution}</p>}
      {paper.abilities.change && (
        <div className={classes.acts} data-screen-only>
          {isOpen && next && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t`Take to ${higher}: ${title}`}
              disabled={acts.isPending}
              onClick={() => acts.change(paper, { ...issue, rung: next.key, since: today }, t`Taken to ${higher}.`)}
            >
              <Trans>Take to {higher}</Trans>
            </Button>
          )}
          <PaperButton
            label={<Trans>Change…</Trans>}
            about={t`Change: ${title}`}
            title={t`Change the issue`}
            look="subtle"
            form={(close) => <IssueForm paper={paper} onDone={close} />}
          />
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t`Take away: ${title}`}
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

/** The ladder in a row, the present rung marked; it opens to its rule. */
function Rungs({ paper: { id, content: issue } }: { readonly paper: IssuePaper }) {
  const { t } = useLingui();
  const figure = `escalation.${id}`;
  const here = issue.ladder.find(({ key }) => key === issue.rung)?.name ?? '–';
  return (
    <p>
      <InspectButton id={figure}>
        <Trans>
          with {here} since <DateText value={issue.since} />
        </Trans>
      </InspectButton>
      <Inspected id={figure} title={t`Escalation: ${issue.title}`}>
        <RuleBody
          rule={
            <Trans>
              An open issue stays the days of each rung from the day on which it came there, and then goes up, rung by
              rung. The last rung and one without days keep it. Taking it up early begins the days of that rung.
            </Trans>
          }
          inputs={[
            { label: t`On this rung since`, value: <DateText value={issue.since} /> },
            ...issue.ladder.map(({ name, days, key }) => ({
              label: key === issue.rung ? <strong>{name}</strong> : name,
              value: days === null ? <Trans>stays</Trans> : <Plural value={days} one="# day" other="# days" />,
            })),
          ]}
          links={[<ManagementMethodLink key="card" />]}
        />
      </Inspected>
    </p>
  );
}
