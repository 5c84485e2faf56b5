import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import { CONTACT_LEVELS, instantsOf, isTimeZone, MEETING } from '@entente/core/lifecycle';
import { useLingui } from '@lingui/react/macro';
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ofKind } from '../../../../lib/papers.ts';
import { useDossier } from '../../../../dossier/dossier-context.ts';
import { ChoiceField, LineField, NoteField, PersonField } from '../../../../dossier/paper-fields.tsx';
import classes from '../../../../dossier/dossier.module.css';
import { LEVEL_WORDS, MEETING_STATE_WORDS, options } from '../management-words.ts';
import { PaperForm } from '../../../../dossier/paper-form.tsx';
import { ownTimeZone, zoneOptions } from '../zones.ts';
import { AgendaFields } from './agenda-fields.tsx';
import { AttendeeFields } from './attendee-fields.tsx';
import { ClockFields } from './clock-fields.tsx';
import { DecisionFields } from './decision-fields.tsx';

type Meeting = PaperOf<'meeting'>;
type MeetingPaper = PaperAnswer & { readonly content: Meeting };
type Props = { readonly paper: MeetingPaper | null; readonly onDone: () => void };

const USUAL_MINUTES = 60;
const MOST_MINUTES = 10_080;

const freshMeeting = (today: string, timeZone: string): Meeting => ({
  kind: 'meeting',
  title: '',
  body: null,
  level: null,
  start: `${today}T10:00`,
  timeZone,
  occurrence: null,
  minutes: USUAL_MINUTES,
  place: null,
  link: null,
  convener: null,
  agenda: [],
  attendees: [],
  decisions: [],
  notes: null,
  state: 'planned',
  zones: [],
});

/** Whether the clocks of that place show the start twice, so that it has to be said which is meant. */
const isTwice = ({ start, timeZone }: Meeting): boolean =>
  start.length === 16 && isTimeZone(timeZone) && instantsOf(start, timeZone).length > 1;

/** What is missing yet: parts without words are not sent. */
const isWhole = ({ title, start, agenda, attendees, decisions, link }: Meeting): boolean =>
  title.trim() !== '' &&
  start.length === 16 &&
  agenda.every(({ topic }) => topic.trim() !== '') &&
  attendees.every(({ member, name }) => member !== null || name !== null) &&
  decisions.every(({ text }) => text.trim() !== '') &&
  (link === null || link.startsWith('https://'));

/** A meeting: when, who, what about, and what came of it. */
export function MeetingForm({ paper, onDone }: Props) {
  const { t, i18n } = useLingui();
  const { today, papers } = useDossier();
  const before = ofKind(papers, 'meeting').map(({ content }) => content);
  const [meeting, setMeeting] = useState<Meeting>(
    paper?.content ?? freshMeeting(today, before.at(-1)?.timeZone ?? ownTimeZone()),
  );
  const put = (more: Partial<Meeting>): void =>
    setMeeting((now) => {
      const next = { ...now, ...more };
      // Which of two hours is meant is asked where there are two, and forgotten elsewhere.
      return isTwice(next) ? next : { ...next, occurrence: null };
    });
  const whole = isWhole(meeting);
  const named = paper?.people ?? [];
  const zones = [...before, meeting].flatMap((each) => [each.timeZone, ...each.zones.map(({ timeZone }) => timeZone)]);
  return (
    <PaperForm
      paper={paper}
      content={whole ? meeting : null}
      problems={whole ? MEETING.problems(meeting, paper?.content ?? null) : []}
      onDone={onDone}
    >
      <LineField
        label={t`Title`}
        required
        isFirst
        value={meeting.title}
        onChange={(title) => put({ title: title ?? '' })}
      />
      <div className={classes.pair}>
        <TextInput
          type="datetime-local"
          label={t`Start, on the clocks of its place`}
          required
          value={meeting.start}
          onChange={(event) => put({ start: event.currentTarget.value.slice(0, 16) })}
        />
        <NativeSelect
          label={t`Time zone`}
          data={zoneOptions(zones, { near: t`At hand`, all: t`All` })}
          value={meeting.timeZone}
          onChange={(event) => put({ timeZone: event.currentTarget.value })}
        />
        <NumberInput
          label={t`Minutes`}
          required
          min={1}
          max={MOST_MINUTES}
          clampBehavior="strict"
          allowDecimal={false}
          value={meeting.minutes}
          onChange={(value) => put({ minutes: typeof value === 'number' && value > 0 ? value : USUAL_MINUTES })}
        />
        {isTwice(meeting) && (
          <ChoiceField
            label={t`Which of the two hours`}
            value={meeting.occurrence ?? ''}
            options={[
              { value: '', label: t`not said yet` },
              { value: 'earlier', label: t`the earlier, in summer time` },
              { value: 'later', label: t`the later, in standard time` },
            ]}
            onChange={(value) => put({ occurrence: value === 'earlier' || value === 'later' ? value : null })}
          />
        )}
      </div>
      <div className={classes.pair}>
        <LineField label={t`Body that meets`} value={meeting.body} onChange={(body) => put({ body })} />
        <ChoiceField
          label={t`Level`}
          value={meeting.level ?? ''}
          options={[{ value: '', label: t`not said` }, ...options(LEVEL_WORDS, i18n)]}
          onChange={(value) => put({ level: CONTACT_LEVELS.find((level) => level === value) ?? null })}
        />
        <LineField
          label={t({ message: 'Place', context: 'of a meeting' })}
          value={meeting.place}
          onChange={(place) => put({ place })}
        />
        <LineField label={t`Link to join, https://…`} value={meeting.link} onChange={(link) => put({ link })} />
        <PersonField
          label={t`Called by`}
          value={meeting.convener}
          named={named}
          onChange={(convener) => put({ convener })}
        />
        <ChoiceField
          label={t`State`}
          value={meeting.state}
          options={options(MEETING_STATE_WORDS, i18n)}
          onChange={(state) => put({ state })}
        />
      </div>
      <AgendaFields meeting={meeting} named={named} onChange={(agenda) => put({ agenda })} />
      <AttendeeFields attendees={meeting.attendees} named={named} onChange={(attendees) => put({ attendees })} />
      <ClockFields meeting={meeting} options={zones} onChange={(clocks) => put({ zones: clocks })} />
      <DecisionFields decisions={meeting.decisions} onChange={(decisions) => put({ decisions })} />
      <NoteField label={t`Notes`} value={meeting.notes} onChange={(notes) => put({ notes })} />
    </PaperForm>
  );
}
