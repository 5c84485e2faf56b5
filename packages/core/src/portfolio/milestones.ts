import { type Day, type EdtfDate, Period, type PeriodEnd, type SourceRef } from '../kernel/index.ts';
import { discrepanciesAmong } from '../evidence/index.ts';
import { type Alliance, type EventKind, type Register, type Stake, valuesDiffer } from '../register/index.ts';
import { type Focal, ownSideOf, type OwnSide, partnerKeys, type PartnerKey, partnersIn } from './own-side.ts';
import type { ConfigurationParameters } from './parameters.ts';
import { isInPopulation } from './ties.ts';

/** A date as stated, with the days it may mean. */
export type DatedText = { readonly text: string; readonly earliest: Day | null; readonly latest: Day | null };

/** What a holder holds of a venture from a date on. */
export type HeldShare = {
  /** Organisation slug; null for unnamed holders. */
  readonly holder: string | null;
  readonly name: string;
  readonly share: string | null;
};

/** The holders of a venture between two changes. */
export type Holding = { readonly from: DatedText | null; readonly shares: readonly HeldShare[] };

/** One alliance through time. */
export type Bar = {
  readonly alliance: string;
  readonly name: string;
  readonly form: Alliance['form'];
  readonly start: DatedText | null;
  /** Null: no end is stated. `unknown`: ended on a day nobody states. */
  readonly end: DatedText | 'unknown' | null;
  readonly ending: Alliance['ending'];
  readonly endedInto: string | null;
  readonly holdings: readonly Holding[];
  /** How many fields of the alliance, its members, stakes and resources the sources dispute. */
  readonly disputed: number;
  readonly evidence: readonly SourceRef[];
};

export type Lane = {
  readonly slug: string;
  readonly kind: 'house' | 'organisation';
  readonly name: string;
  readonly bars: readonly Bar[];
};

export type MilestoneEvent = {
  readonly event: string;
  readonly title: string;
  readonly date: DatedText;
  readonly kind: EventKind | null;
  readonly alliances: readonly string[];
  readonly evidence: readonly SourceRef[];
};

/** Lanes by partner house with the firm's alliances as bars, and dated events: the manner of 000's Figs 2 to 4. */
export type Milestones = { readonly lanes: readonly Lane[]; readonly events: readonly MilestoneEvent[] };

const datedText = (date: EdtfDate): DatedText => ({ text: date.text, earliest: date.earliest, latest: date.latest });

const endText = (end: PeriodEnd): Bar['end'] =>
  end === 'open' ? null : end === 'unknown' ? 'unknown' : datedText(end);

function evidenceOf(register: Register, kind: 'alliance' | 'event', id: string): SourceRef[] {
  const seen = new Map<string, SourceRef>();
  for (const { source, place, rank, value } of register.claimsOn(kind, id)) {
    if (rank !== 'deprecated' && value !== 'false') seen.set(`${source} ${place}`, { source, place });
  }
  return [...seen.values()];
}

const heldShare = (register: Register, stake: Stake): HeldShare => {
  const holder = stake.holder === null ? null : register.organisation(stake.holder);
  return {
    holder: holder?.slug ?? null,
    name: holder?.name ?? stake.holders ?? holder?.slug ?? '',
    share: stake.share,
  };
};

/** The venture's holders at its start and after each change, in order of date. */
function holdingsOf(register: Register, alliance: Alliance): Holding[] {
  const stakes = register.stakesIn(alliance.id).filter((stake) => stake.issuer === alliance.venture);
  const changes = new Map<Day, DatedText | null>();
  for (const { from } of stakes) changes.set(from?.earliest ?? '', from ? datedText(from) : null);
  return [...changes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, from]) => ({
      from,
      shares: stakes
        .filter((stake) => Period.on(stake, day === '' ? (alliance.start?.earliest ?? '0001-01-01') : day).active)
        .map((stake) => heldShare(register, stake)),
    }));
}

function disputedOn(register: Register, alliance: Alliance): number {
  const claims = [
    ...register.claimsOn('alliance', alliance.id),
    ...register.membershipsOf(alliance.id).flatMap((row) => register.claimsOn('membership', row.id)),
    ...register.stakesIn(alliance.id).flatMap((row) => register.claimsOn('stake', row.id)),
    ...register.resourcesIn(alliance.id).flatMap((row) => register.claimsOn('resource', row.id)),
  ];
  return discrepanciesAmong(claims, valuesDiffer).length;
}

function barOf(register: Register, alliance: Alliance): Bar {
  return {
    alliance: alliance.slug,
    name: alliance.name ?? alliance.slug,
    form: alliance.form,
    start: alliance.start ? datedText(alliance.start) : null,
    end: endText(alliance.end),
    ending: alliance.ending,
    endedInto: alliance.endedInto === null ? null : (register.alliance(alliance.endedInto)?.slug ?? null),
    holdings: holdingsOf(register, alliance),
    disputed: disputedOn(register, alliance),
    evidence: evidenceOf(register, 'alliance', alliance.id),
  };
}

function laneKeys(register: Register, own: OwnSide, alliance: Alliance, keyOn: PartnerKey): Set<string> {
  const start = alliance.start?.earliest ?? '9999-12-31';
  const partners = partnersIn(register, own, alliance.id);
  return new Set(partners.map(({ organisation, from }) => keyOn(organisation, from?.earliest ?? start)));
}

const byStart = (one: Bar, other: Bar): number =>
  (one.start?.earliest ?? '9') + one.alliance < (other.start?.earliest ?? '9') + other.alliance ? -1 : 1;

function lanesOf(register: Register, own: OwnSide, parameters: ConfigurationParameters): Lane[] {
  const bars = new Map<string, Bar[]>();
  const keyOn = partnerKeys(register, parameters.level);
  for (const alliance of own.alliances) {
    if (!isInPopulation(alliance, parameters.population)) continue;
    const bar = barOf(register, alliance);
    for (const key of laneKeys(register, own, alliance, keyOn)) {
      const lane = bars.get(key);
      if (lane) lane.push(bar);
      else bars.set(key, [bar]);
    }
  }
  const lanes = [...bars].map(([key, inLane]): Lane => {
    const kind = key.startsWith('house:') ? 'house' : 'organisation';
    const id = key.slice(key.indexOf(':') + 1);
    const row = kind === 'house' ? register.house(id) : register.organisation(id);
    return { slug: row?.slug ?? id, kind, name: row?.name ?? row?.slug ?? id, bars: inLane.sort(byStart) };
  });
  return lanes.sort((one, other) => byStart(one.bars[0] as Bar, other.bars[0] as Bar));
}

function eventsOf(register: Register, own: OwnSide): MilestoneEvent[] {
  const slugs = new Map(own.alliances.map((alliance) => [alliance.id, alliance.slug as string]));
  const ventures = new Map(own.alliances.flatMap(({ venture, slug }) => (venture ? [[venture, slug as string]] : [])));
  return register.events
    .flatMap((event): MilestoneEvent[] => {
      const alliances = event.about.flatMap(({ kind, id }) => (kind === 'alliance' ? slugs : ventures).get(id) ?? []);
      const concerns = alliances.length > 0 || event.about.some(({ id }) => own.notPartners.has(id));
      if (!concerns || event.date === null) return [];
      return [
        {
          event: event.slug,
          title: event.title ?? event.slug,
          date: datedText(event.date),
          kind: event.kind,
          alliances: [...new Set(alliances)],
          evidence: evidenceOf(register, 'event', event.id),
        },
      ];
    })
    .sort((one, other) => ((one.date.earliest ?? '') + one.event < (other.date.earliest ?? '') + other.event ? -1 : 1));
}

export function milestonesOf(register: Register, focal: Focal, parameters: ConfigurationParameters): Milestones {
  const own = ownSideOf(register, focal);
  return { lanes: lanesOf(register, own, parameters), events: eventsOf(register, own) };
}
