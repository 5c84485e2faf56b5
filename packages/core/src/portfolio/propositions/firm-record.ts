import { type Day, EdtfDate } from '../../kernel/index.ts';
import type { Alliance, Register, RegisterEvent } from '../../register/index.ts';
import type { PortfolioReading, Standing } from '../configuration.ts';
import type { ConfigurationType, Move } from '../moves.ts';
import type { Focal, OwnSide } from '../own-side.ts';
import type { Tie } from '../ties.ts';
import type { FindingParameters } from './finding.ts';
import type { JoinedReadings } from './joined-readings.ts';

/** What the rules read: one firm's side of the register on a day, nothing later. */
export type FirmRecord = {
  readonly register: Register;
  readonly focal: Focal;
  readonly day: Day;
  readonly parameters: FindingParameters;
  readonly joined: JoinedReadings;
  readonly own: OwnSide;
  /** Dated ties of every form begun by the day. */
  readonly ties: readonly Tie[];
  /** Moves of the population made by the day. */
  readonly moves: readonly Move[];
  readonly partnerKeyOf: (organisation: string) => string;
  readonly standing: Standing;
  /** The labels at the ends of the last `years` years and on the day, latest first; shorter when the portfolio is. */
  readonly labelsOf: (years: number) => readonly ConfigurationType[];
};

/**
 * Reads a firm's side of the register to a day.
 * @param reading the portfolio in that register
 */
export function firmRecordOf(
  register: Register,
  focal: Focal,
  { own, ties, moves, keyOn, standingOn, labelOn }: PortfolioReading,
  { day, parameters, joined }: Pick<FirmRecord, 'day' | 'parameters' | 'joined'>,
): FirmRecord {
  const first = moves[0]?.day ?? null;
  return {
    register,
    focal,
    day,
    parameters,
    joined,
    own,
    ties: ties.filter((tie) => tie.from <= day),
    moves: moves.filter((move) => move.day <= day),
    partnerKeyOf: (organisation) => keyOn(organisation, day),
    standing: standingOn(day),
    labelsOf: (years) =>
      yearEndsBack(day, years)
        .filter((end) => first !== null && end >= first)
        .map(labelOn),
  };
}

const yearEndsBack = (day: Day, years: number): Day[] => [
  day,
  ...Array.from({ length: years }, (_, back) => EdtfDate.lastDayOf(EdtfDate.yearOf(day) - back - 1)),
];

/**
 * The day so many years earlier.
 * @example yearsBefore('2005-01-01', 10) // => '1995-01-01'
 */
export const yearsBefore = (day: Day, years: number): Day =>
  `${String(EdtfDate.yearOf(day) - years).padStart(4, '0')}${day.slice(4)}`;

export const isRecent = (move: Move, { day, parameters }: FirmRecord): boolean =>
  move.year >= EdtfDate.yearOf(day) - parameters.recentYears;

/** Whether a tie or alliance still runs on the day, as far as anybody states. */
export const isRunning = ({ to }: Pick<Tie, 'to'>, day: Day): boolean => to === null || to > day;

/** Moves that brought a partner of a house not known before, within the recent years. */
export const recentNewPartners = (firm: FirmRecord): readonly Move[] =>
  firm.moves.filter((move) => move.partner === 'new' && isRecent(move, firm));

/** When a dated record is placed against the day: before it, perhaps before it, or not at all. */
export type Placing = 'certain' | 'possible' | null;

export function placingOf(date: EdtfDate | null, day: Day): Placing {
  if (date === null || date.earliest === null || date.earliest > day) return null;
  return date.latest !== null && date.latest <= day ? 'certain' : 'possible';
}

/** What several rules ask of one record is computed once; it goes when the record does. */
export function oncePerRecord<T>(compute: (firm: FirmRecord) => T): (firm: FirmRecord) => T {
  const kept = new WeakMap<FirmRecord, { readonly value: T }>();
  return (firm) => {
    let known = kept.get(firm);
    if (known === undefined) kept.set(firm, (known = { value: compute(firm) }));
    return known.value;
  };
}

/** Events about the firm, its alliances or their ventures. */
export const eventsOf = oncePerRecord(({ register, own }): readonly RegisterEvent[] => {
  const alliances = new Set(own.alliances.map(({ id }) => id));
  return register.events.filter(({ about }) =>
    about.some(({ kind, id }) => (kind === 'alliance' ? alliances.has(id) : own.notPartners.has(id))),
  );
});

/** The firm's alliances by their own id and by that of their venture. */
const alliancesById = oncePerRecord(
  ({ own }) =>
    new Map(own.alliances.flatMap((row) => [row.id, row.venture].flatMap((id) => (id === null ? [] : [[id, row]])))),
);

/** Alliances of the firm that an event is about, by themselves or by their venture. */
export const alliancesIn = (firm: FirmRecord, { about }: RegisterEvent): readonly Alliance[] => [
  ...new Set(about.flatMap(({ id }) => alliancesById(firm).get(id) ?? [])),
];
