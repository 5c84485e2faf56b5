import { MOST_DUE, type TodayAnswer, type TodayQuery } from '@entente/contract/overview';
import { groupedBy, Outcome } from '@entente/core/kernel';
import { lifecycleDue, recordedLifecycle, SEVEN_STAGES, type Step } from '@entente/core/lifecycle';
import { findPartnerWords } from '../lifecycle/partner-gates.store.ts';
import { withPartnerWords } from '../lifecycle/recorded-steps.ts';
import type { DatabaseTransaction } from '../platform/database.ts';
import { type Caller, reading } from '../register/changing.commands.ts';
import { byDay, type Due, dueAnswer, groupCounts, type Span, undatedCounts } from './today.presenter.ts';
import {
  findEndings,
  findNamed,
  findNames,
  findOpenPapers,
  findStepsOfDue,
  findTitles,
  findWaitingRequests,
  type TakenStepRow,
} from './today.store.ts';

const MILLISECONDS_A_DAY = 86_400_000;
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

async function duePapers(transaction: DatabaseTransaction, { until }: Span): Promise<readonly Due[]> {
  const rows = await findOpenPapers(transaction, until);
  return rows.map(({ id, version, allianceId, kind, due, holder }) => ({
    allianceId,
    day: due,
    people: holder === null ? [] : [{ id: holder, name: null }],
    matter: { what: 'paper', paper: id, version, kind },
  }));
}

/** What was judged before it was written. */
const stepOf = ({ content, kind, day, actorId }: TakenStepRow): Step =>
  ({ ...content, kind, on: day, by: actorId }) as unknown as Step;

async function dueOfLifecycles(transaction: DatabaseTransaction, span: Span): Promise<readonly Due[]> {
  const words = await findPartnerWords(transaction, null);
  const steps = withPartnerWords(await findStepsOfDue(transaction, span.until), words);
  const taken = groupedBy(steps, ({ allianceId }) => allianceId);
  return [...taken].flatMap(([allianceId, rows]): readonly Due[] => {
    const steps = rows.filter(({ day }) => day <= span.today).map(stepOf);
    const { gate, waivers } = lifecycleDue(recordedLifecycle(SEVEN_STAGES, steps), span);
    return [
      ...(gate === null
        ? []
        : [
            {
              allianceId,
              day: gate.due,
              people: gate.awaited.map(({ key, name }) => ({ id: key, name })),
              matter: { what: 'gate', stage: gate.stage, missing: gate.missing } as const,
            },
          ]),
      ...waivers.map(({ stage, criterion, until, by }) => ({
        allianceId,
        day: until,
        people: by === null ? [] : [{ id: by, name: null }],
        matter: { what: 'waiver', stage, criterion } as const,
      })),
    ];
  });
}

async function endings(transaction: DatabaseTransaction, span: Span): Promise<readonly Due[]> {
  const rows = await findEndings(transaction, span);
  return rows.map(({ id, end, last }) => ({ allianceId: id, day: last, people: [], matter: { what: 'term', end } }));
}

async function requests(transaction: DatabaseTransaction): Promise<readonly Due[]> {
  const rows = await findWaitingRequests(transaction);
  return rows.map(({ publicationId, allianceId, partnerId, kind, askedBy, askedOn, last }) => ({
    allianceId,
    day: last,
    people: [{ id: askedBy, name: null }],
    matter: { what: 'request', publication: publicationId, kind, askedOn, partnerId },
  }));
}

/** What is overdue and due within the horizon, of everything that the reader sees. */
export const readToday = (
  reads: Pick<Caller, 'database' | 'actor' | 'today'>,
  workspace: string,
  { asOf, horizon }: TodayQuery,
): Promise<Outcome<TodayAnswer>> =>
  reading(reads, workspace, async (transaction, { viewer }) => {
    const today = asOf ?? reads.today;
    const span: Span = { today, until: daysAfter(today, horizon), reader: viewer.personId };
    const found = [
      ...(await duePapers(transaction, span)),
      ...(await dueOfLifecycles(transaction, span)),
      ...(await endings(transaction, span)),
      ...(await requests(transaction)),
    ];
    const alliances = new Map(
      (await findNamed(transaction, 'alliance', unique(found.map(({ allianceId }) => allianceId)))).map((row) => [
        row.id,
        row,
      ]),
    );
    const seen = found.filter(({ allianceId }) => alliances.has(allianceId));
    const shown = byDay(seen, span).slice(0, MOST_DUE);
    const papers = shown.flatMap(({ matter }) =>
      matter.what === 'paper' ? [{ id: matter.paper, version: matter.version }] : [],
    );
    const partners = shown.flatMap(({ matter }) => (matter.what === 'request' ? [matter.partnerId] : []));
    const named = {
      alliances,
      titles: await findTitles(transaction, papers),
      partners: new Map((await findNamed(transaction, 'organisation', unique(partners))).map((row) => [row.id, row])),
      people: await findNames(transaction, unique(shown.flatMap(({ people }) => people.map(({ id }) => id)))),
    };
    return Outcome.of({
      asOf: today,
      until: span.until,
      items: shown.flatMap((due) => dueAnswer(due, named, span) ?? []),
      groups: groupCounts(seen, span),
      undated: undatedCounts(seen, span),
    });
  });
