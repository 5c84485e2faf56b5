import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { agendaBudget, meetingClocks } from '@entente/core/lifecycle';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { ofKind } from '../../../../lib/papers.ts';
import { Inspected } from '../../../../ui/inspector.tsx';
import { InspectButton } from '../../../../ui/inspect-button.tsx';
import { RuleBody } from '../../../../ui/rule-body.tsx';
import { Section } from '../../../../ui/section.tsx';
import { ActionForm } from '../actions/action-form.tsx';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import classes from '../../../../dossier/dossier.module.css';
import { ManagementMethodLink } from '../management-links.tsx';
import { ATTENDANCE_WORDS, LEVEL_WORDS, MEETING_STATE_WORDS, SIDE_WORDS } from '../management-words.ts';
import { PaperButton } from '../../../../dossier/paper-form.tsx';
import { usePaperActs } from '../../../../dossier/use-paper-acts.ts';
import { localWords, meetingWhen } from '../zones.ts';
import { AgendaBudgetLine } from './agenda-budget.tsx';
import { MeetingForm } from './meeting-form.tsx';

type MeetingPaper = PaperAnswer & { readonly content: PaperOf<'meeting'> };

/** The meetings of an alliance: those to come first, then those that were, the latest first. */
export function MeetingsSection() {
  const { t } = useLingui();
  const { papers, canAdd } = useDossier();
  const meetings = ofKind(papers, 'meeting');
  const ahead = meetings.filter(({ isOpen }) => isOpen);
  const past = meetings.filter(({ isOpen }) => !isOpen).toReversed();
  return (
    <Section
      id="meetings"
      title={<Trans>Meetings</Trans>}
      count={meetings.length}
      action={
        canAdd && (
          <PaperButton
            label={<Trans>Call a meeting…</Trans>}
            title={t`Call a meeting`}
            look="filled"
            form={(close) => <MeetingForm paper={null} onDone={close} />}
          />
        )
      }
    >
      {meetings.length === 0 ? (
        <p className={classes.quiet}>
          <Trans>No meeting is recorded. Call the first one of each level, on the clocks of both sides.</Trans>
        </p>
      ) : (
        <ul className={classes.items}>
          {[...ahead, ...past].map((paper) => (
            <MeetingItem key={paper.id} paper={paper} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function MeetingItem({ paper }: { readonly paper: MeetingPaper }) {
  const { t, i18n } = useLingui();
  const { content: meeting } = paper;
  const when = meetingWhen(meeting, i18n.locale);
  const acts = usePaperActs();
  const { title } = meeting;
  return (
    <li className={`${classes.item} ${paper.isOpen ? '' : classes.closed}`}>
      <p>
        <span className={classes.title}>{title}</span>
        {meeting.body !== null && ` · ${meeting.body}`}
        {meeting.level !== null && ` · ${i18n._(LEVEL_WORDS[meeting.level])}`}
        {' · '}
        {i18n._(MEETING_STATE_WORDS[meeting.state])}
      </p>
      <p>
        <time dateTime={when.time ? new Date(when.time.start).toISOString() : meeting.start}>{when.there}</time>
        {when.until !== null && `–${when.until}`} <span className={classes.quiet}>{when.zone}</span>
        {when.mine !== null && (
          <span className={classes.quiet}>
            {' · '}
            <Trans>for you {when.mine}</Trans>
          </span>
        )}
      </p>
      {when.time === null && (
        <p className={classes.caution}>
          <span aria-hidden="true">▲ </span>
          <Trans>The clocks of that place no longer show this time once. Change the meeting.</Trans>
        </p>
      )}
      <Clocks paper={paper} />
      {(meeting.place !== null || meeting.link !== null) && (
        <p>
          {meeting.place}
          {meeting.place !== null && meeting.link !== null && ' · '}
          {meeting.link !== null && (
            <a href={meeting.link} target="_blank" rel="noreferrer">
              <Trans>Link to join</Trans>
            </a>
          )}
        </p>
      )}
      <Agenda paper={paper} />
      <Attendance paper={paper} />
      <Decisions meeting={meeting} />
      {meeting.notes !== null && <p className={classes.note}>{meeting.notes}</p>}
      {paper.abilities.change && (
        <div className={classes.acts} data-screen-only>
          <PaperButton
            label={<Trans>Change…</Trans>}
            about={t`Change: ${title}`}
            title={t`Change the meeting`}
            look="subtle"
            form={(close) => <MeetingForm paper={paper} onDone={close} />}
          />
          <PaperButton
            label={<Trans>Add an action…</Trans>}
            about={t`Add an action from: ${title}`}
            title={t`Add an action`}
            look="subtle"
            form={(close) => <ActionForm paper={null} meeting={paper.id} onDone={close} />}
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

function Clocks({ paper: { content: meeting, organisations } }: { readonly paper: MeetingPaper }) {
  const { i18n } = useLingui();
  const clocks = meetingClocks(meeting);
  if (clocks.length === 0) return null;
  return (
    <ul className={classes.inner}>
      {clocks.map(({ organisation, timeZone, local }) => (
        <li key={organisation}>
          {organisations.find(({ id }) => id === organisation)?.name ?? '–'}: {localWords(local, i18n.locale)}{' '}
          <span className={classes.quiet}>{timeZone.replaceAll('_', ' ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Agenda({ paper: { id, content: meeting, people } }: { readonly paper: MeetingPaper }) {
  const { t } = useLingui();
  if (meeting.agenda.length === 0) return null;
  const budget = agendaBudget(meeting);
  const figure = `agenda.${id}`;
  return (
    <>
      <h3 className={classes.heading}>
        <Trans>Agenda</Trans>
      </h3>
      <ol className={classes.inner}>
        {meeting.agenda.map(({ key, topic, minutes, owner }) => (
          <li key={key}>
            {topic}
            {minutes !== null && (
              <>
                {' · '}
                <Trans>{minutes} min</Trans>
              </>
            )}
            {owner !== null && ` · ${people.find((person) => person.id === owner)?.name ?? ''}`}
          </li>
        ))}
      </ol>
      <p>
        <InspectButton id={figure}>
          <AgendaBudgetLine budget={budget} minutes={meeting.minutes} />
        </InspectButton>
      </p>
      <Inspected id={figure} title={t`Time budget of the agenda`}>
        <RuleBody
          rule={
            <Trans>
              The minutes of the items against the minutes of the meeting. An item without a time counts as none and is
              told, so what fits may still turn out too long.
            </Trans>
          }
          inputs={[
            { label: t`Minutes of the meeting`, value: meeting.minutes },
            ...meeting.agenda.map(({ topic, minutes }) => ({ label: topic, value: minutes ?? t`unknown` })),
          ]}
          links={[<ManagementMethodLink key="card" />]}
        />
      </Inspected>
    </>
  );
}

function Attendance({ paper: { content: meeting, people, organisations } }: { readonly paper: MeetingPaper }) {
  const { i18n } = useLingui();
  if (meeting.attendees.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>
        <Trans>Attendance</Trans>
      </h3>
      <ul className={classes.inner}>
        {meeting.attendees.map(({ key, member, name, side, level, attendance, organisation }) => (
          <li key={key}>
            {[
              name ?? people.find(({ id }) => id === member)?.name ?? '–',
              organisations.find(({ id }) => id === organisation)?.name ?? i18n._(SIDE_WORDS[side]),
              ...(level === null ? [] : [i18n._(LEVEL_WORDS[level])]),
              i18n._(ATTENDANCE_WORDS[attendance]),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Decisions({ meeting: { decisions } }: { readonly meeting: PaperOf<'meeting'> }) {
  if (decisions.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>
        <Trans>Decisions</Trans>
      </h3>
      <ul className={classes.inner}>
        {decisions.map(({ key, text, by, isReserved }) => (
          <li key={key}>
            <span className={classes.note}>{text}</span>
            {by !== null && ` · ${by}`}
            {isReserved && (
              <>
                {' · '}
                <Trans>reserved matter</Trans>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
