import type { PaperKind } from '@entente/contract/dossier';
import type { DueItemAnswer, TodayAnswer } from '@entente/contract/overview';
import type { DUE_GROUPS } from '@entente/core/lifecycle';
import { daysBetween, dueGroup } from '@entente/core/lifecycle';
import { ruleOf } from '../dossier/paper-kinds.ts';
import type { NamedRow, WaitingRequestRow } from './today.store.ts';

/** The days that are looked at, and who looks. */
export type Span = { readonly today: string; readonly until: string; readonly reader: string };

type Matter = DueItemAnswer['matter'];
type MatterOf<W extends Matter['what']> = Extract<Matter, { what: W }>;

/** Something open of an alliance. */
export type Due = {
  readonly allianceId: string;
  /** Null: no day is known. */
  readonly day: string | null;
  /** Whose it is; a name that is null is looked up. */
  readonly people: readonly { readonly id: string; readonly name: string | null }[];
  readonly matter:
    | { readonly what: 'paper'; readonly paper: string; readonly version: number; readonly kind: PaperKind }
    | MatterOf<'gate'>
    | MatterOf<'waiver'>
    | MatterOf<'term'>
    | (Omit<MatterOf<'request'>, 'partner'> & Pick<WaitingRequestRow, 'partnerId'>);
};
type Dated = Due & { readonly day: string };

/** What due things name, as far as the reader sees it. */
export type Named = {
  readonly alliances: ReadonlyMap<string, NamedRow>;
  readonly titles: ReadonlyMap<string, string | null>;
  readonly partners: ReadonlyMap<string, NamedRow>;
  readonly people: ReadonlyMap<string, string>;
};

const isMine = ({ people }: Due, { reader }: Span): boolean => people.some(({ id }) => id === reader);
const isDated = (due: Due): due is Dated => due.day !== null;

/** What has a day, the reader's own first, then what comes first. */
export const byDay = (due: readonly Due[], span: Span): readonly Dated[] =>
  due
    .filter(isDated)
    .sort(
      (one, other) =>
        Number(isMine(other, span)) - Number(isMine(one, span)) ||
        (one.day < other.day ? -1 : one.day > other.day ? 1 : 0),
    );

const counted = (due: readonly Due[], span: Span) => ({
  mine: due.filter((each) => isMine(each, span)).length,
  all: due.length,
});

/** How much is overdue, due today, in the week and later. */
export function groupCounts(due: readonly Due[], span: Span): TodayAnswer['groups'] {
  const dated = due.filter(isDated);
  const of = (group: (typeof DUE_GROUPS)[number]) =>
    counted(
      dated.filter(({ day }) => dueGroup(day, span.today) === group),
      span,
    );
  return { overdue: of('overdue'), today: of('today'), week: of('week'), later: of('later') };
}

/** How much is open of which no day is known. */
export function undatedCounts(due: readonly Due[], span: Span): TodayAnswer['undated'] {
  const of = (what: Matter['what']) =>
    counted(
      due.filter(({ day, matter }) => day === null && matter.what === what),
      span,
    );
  return { papers: of('paper'), gates: of('gate'), requests: of('request') };
}

const linkOf = ({ id, slug, name }: NamedRow) => ({ id, slug, name });

function matterAnswer(matter: Due['matter'], { titles, partners }: Named): Matter {
  if (matter.what === 'paper') {
    const { what, paper, kind } = matter;
    return { what, paper, kind, stage: ruleOf(kind).stage, title: titles.get(paper) ?? null };
  }
  if (matter.what === 'request') {
    const { partnerId, ...rest } = matter;
    const partner = partners.get(partnerId);
    return { ...rest, partner: partner === undefined ? null : linkOf(partner) };
  }
  return matter;
}

/** Something due as it goes out; null where the reader does not see its alliance. */
export function dueAnswer(due: Dated, named: Named, span: Span): DueItemAnswer | null {
  const { allianceId, day, people, matter } = due;
  const alliance = named.alliances.get(allianceId);
  if (alliance === undefined) return null;
  return {
    alliance: linkOf(alliance),
    day,
    daysLeft: daysBetween(span.today, day),
    group: dueGroup(day, span.today),
    isMine: isMine(due, span),
    people: people.map(({ id, name }) => ({ id, name: named.people.get(id) ?? name ?? id })),
    matter: matterAnswer(matter, named),
  };
}
