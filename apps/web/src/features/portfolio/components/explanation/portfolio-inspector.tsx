import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Inspected } from '../../../../ui/inspector.tsx';
import { useInspector } from '../../../../ui/inspector-context.ts';
import { type YearReading, yearReading } from '../configuration/reading.ts';
import { eventsAt } from '../milestones/event-address.ts';
import { EventList } from '../milestones/event-list.tsx';
import { moveRows } from '../moves/move-rows.ts';
import { usePortfolioView } from '../portfolio-context.ts';
import { InspectedAgreement } from './inspected-agreement.tsx';
import { InspectedDisputes } from './inspected-disputes.tsx';
import { InspectedLens } from './inspected-lens.tsx';
import { InspectedMove, MoveTitle } from './inspected-move.tsx';
import { InspectedPartner } from './inspected-partner.tsx';
import { InspectedPopulation } from './inspected-population.tsx';
import { InspectedScope, InspectedShaping } from './inspected-axis.tsx';
import { InspectedYear } from './inspected-year.tsx';

type Content = { readonly title: ReactNode; readonly body: ReactNode };

const ROOM = 'portfolio.';

/** What the inspector shows of this page: the address names a figure, a year, a move, a partner or an event. */
export function PortfolioInspector() {
  const { activeId } = useInspector();
  const content = useContent(activeId?.startsWith(ROOM) ? activeId.slice(ROOM.length) : '');
  if (activeId === null || content === null) return null;
  return (
    <Inspected id={activeId} title={content.title}>
      {content.body}
    </Inspected>
  );
}

function useContent(id: string): Content | null {
  const { answer, reading } = usePortfolioView();
  const dot = id.indexOf('.');
  const subject = dot < 0 ? id : id.slice(0, dot);
  const rest = dot < 0 ? '' : id.slice(dot + 1);
  switch (subject) {
    case 'year':
    case 'recent': {
      const lens = subject === 'recent' ? 'recent' : 'path';
      const read = reading && lens === 'path' && reading.entry.year === Number(rest);
      return yearContent(read ? reading : yearReading(answer.report, lens, Number(rest)), lens);
    }
    case 'move':
    case 'founding': {
      const row = moveRows(answer.report).find((each) => each.id === `${ROOM}${id}`);
      return row ? { title: <MoveTitle row={row} />, body: <InspectedMove row={row} /> } : null;
    }
    case 'partner': {
      const partner = answer.report.explanation.partners.find(({ slug }) => slug === rest);
      const lane = answer.milestones.lanes.find(({ slug }) => slug === rest);
      if (!partner) return lane ? { title: lane.name, body: <InspectedPartner partner={null} lane={lane} /> } : null;
      return { title: partner.name, body: <InspectedPartner partner={partner} lane={lane ?? null} /> };
    }
    case 'event': {
      const event = answer.milestones.events.find((each) => each.event === rest);
      return event ? { title: <Trans>Event</Trans>, body: <EventList events={[event]} /> } : null;
    }
    case 'events': {
      const events = eventsAt(rest, answer.milestones.events);
      return events.length === 0
        ? null
        : {
            title: <Plural value={events.length} one="# event" other="# events" />,
            body: <EventList events={events} />,
          };
    }
    case 'population':
      return { title: <Trans>Population</Trans>, body: <InspectedPopulation /> };
    case 'disputed':
      return { title: <Trans>Disputed fields</Trans>, body: <InspectedDisputes /> };
    default:
      return reading && figureContent(subject, reading);
  }
}

function yearContent(standing: YearReading | null, lens: 'path' | 'recent'): Content | null {
  if (!standing) return null;
  return { title: standing.entry.year, body: <InspectedYear standing={standing} lens={lens} /> };
}

function figureContent(
  figure: string,
  reading: NonNullable<ReturnType<typeof usePortfolioView>['reading']>,
): Content | null {
  switch (figure) {
    case 'label':
      return { title: <Trans>Configuration</Trans>, body: <InspectedYear standing={reading} lens="path" /> };
    case 'agreement':
      return { title: <Trans>Agreement</Trans>, body: <InspectedAgreement standing={reading} /> };
    case 'scope':
      return { title: <Trans>Scope</Trans>, body: <InspectedScope standing={reading} /> };
    case 'shaping':
      return { title: <Trans>Shaping</Trans>, body: <InspectedShaping standing={reading} /> };
    case 'lens':
      return { title: <Trans>Two lenses</Trans>, body: <InspectedLens reading={reading} /> };
    default:
      return null;
  }
}
