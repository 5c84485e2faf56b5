import { expect, it } from 'vitest';
import type { MilestoneEvent } from '@entente/core/portfolio';
import { eventsAddress, eventsAt } from './event-address.ts';

const event = (name: string, day: string, kind: MilestoneEvent['kind']): MilestoneEvent => ({
  event: name,
  title: name,
  date: { text: day, earliest: day, latest: day },
  kind,
  alliances: [],
  evidence: [],
});
const a = event('a', '1971-01-01', 'milestone');
const b = event('b', '1979-05-01', 'policy');
const c = event('c', '1984-01-01', 'milestone');
const d = event('d', '1984-02-01', null);
const all = [a, b, c, d];

it.each([
  [[b], 'portfolio.event.b'],
  [[c, a], 'portfolio.events.milestone.1971-01-01~1984-01-01'],
  [[a, b], 'portfolio.events.any.1971-01-01~1979-05-01'],
  [[d, d], 'portfolio.events.other.1984-02-01~1984-02-01'],
])('gives %# the address %s', (events, address) => expect(eventsAddress(events)).toBe(address));

it('finds the events of an address again', () => {
  const found = (events: readonly MilestoneEvent[]): MilestoneEvent[] =>
    eventsAt(eventsAddress(events).replace('portfolio.events.', ''), all);
  expect(found([a, c])).toEqual([a, c]);
  expect(found([a, b])).toEqual([a, b]);
  expect(eventsAt('other.1984-02-01~1984-02-01', all)).toEqual([d]);
  expect(eventsAt('nonsense', all)).toEqual([]);
});
