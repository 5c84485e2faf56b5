import {
  additiveMovesOf,
  type Focal,
  type Level,
  panelHouse,
  panelUnit,
  POPULATION_FORMS,
  type Population,
  resourceKey,
} from '@entente/core/portfolio';
import { EQUITY_FORMS, type Register } from '@entente/core/register';
import type { EdtfDate, PeriodEnd } from '@entente/core/kernel';
import { type DayNumber, dayNumberOf, type Memberships, membershipsOfUnits, NONE } from '../network/index.ts';
import { type FirmYears, firmYears } from './firm-years.ts';
import { Numbered } from './numbered.ts';
import type { PanelFacts } from './panel-facts.ts';

const FIRST = -2_147_483_648;
const LAST = 2_147_483_647;
const EQUITY: ReadonlySet<string> = new Set(EQUITY_FORMS);

/** The earliest day of a date, or another number where there is none. */
const dayOr = (date: EdtfDate | PeriodEnd | null, otherwise: DayNumber): DayNumber =>
  typeof date !== 'object' || date === null || date.earliest === null ? otherwise : dayNumberOf(date.earliest);

/** Under which name a firm or a house stands in the panel and the network: `organisation:<id>`, or `house:<id>`. */
export const unitName = ({ kind, id }: Focal): string => `${kind}:${id}`;

const firmName = (organisation: string): string => unitName({ kind: 'organisation', id: organisation });

/**
 * Every membership of a register: alliances by their ids, firms and houses by `unitName`. A firm of no house is a house
 * of its own; one of several counts for the one it joined last.
 */
export const panelMemberships = (register: Register): Memberships =>
  membershipsOfUnits(register, (organisation) => panelHouse(register, organisation));

const numbersOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, number) => [name, number]));

function broughtResources(
  register: Register,
  firms: ReadonlyMap<string, number>,
  alliances: ReadonlyMap<string, number>,
) {
  const kinds = new Numbered();
  const resources = new Numbered();
  const rows = register.resources.flatMap((resource) => {
    const alliance = alliances.get(resource.alliance ?? '');
    const firm = firms.get(firmName(resource.organisation));
    return alliance === undefined || firm === undefined ? [] : [{ alliance, firm, resource }];
  });
  return {
    columns: {
      alliance: Int32Array.from(rows, ({ alliance }) => alliance),
      firm: Int32Array.from(rows, ({ firm }) => firm),
      kind: Int32Array.from(rows, ({ resource }) => kinds.numberOf(resource.kind)),
      resource: Int32Array.from(rows, ({ resource }) => resources.numberOf(resourceKey(resource))),
      from: Int32Array.from(rows, ({ resource }) => dayOr(resource.from, FIRST)),
      to: Int32Array.from(rows, ({ resource }) => dayOr(resource.to, LAST)),
    },
    kinds: kinds.size,
  };
}

/** What a register knows beside its memberships, in the numbers that those have. */
export function registerFacts(register: Register, memberships: Memberships, population: Population): PanelFacts {
  const firms = numbersOf(memberships.firms);
  const alliances = numbersOf(memberships.alliances);
  const kinds = new Numbered();
  const kindOf = new Int32Array(firms.size).fill(NONE);
  for (const { id, kind } of register.organisations) {
    const firm = firms.get(firmName(id));
    if (firm !== undefined && kind !== null) kindOf[firm] = kinds.numberOf(kind);
  }
  const ventureOf = new Int32Array(alliances.size).fill(NONE);
  for (const { id, venture } of register.alliances) {
    const firm = venture === null ? undefined : firms.get(firmName(venture));
    const alliance = alliances.get(id);
    if (firm !== undefined && alliance !== undefined) ventureOf[alliance] = firm;
  }
  const brought = broughtResources(register, firms, alliances);
  return {
    kindOf,
    kinds: kinds.size,
    ventureOf,
    resources: brought.columns,
    resourceKinds: brought.kinds,
    additiveMovesOf: (name) => {
      const colon = name.indexOf(':');
      const kind = name.slice(0, colon) === 'house' ? 'house' : 'organisation';
      return additiveMovesOf(register, { kind, id: name.slice(colon + 1) }, population);
    },
  };
}

export type RegisterPanelOptions = {
  readonly population: Population;
  /** What a row stands for: a house with all its members (and each firm of none), or each firm for itself. */
  readonly level: Level;
  /** Last year; null: the last that the register names. */
  readonly until: number | null;
  /** The one firm whose rows are read (at the level of houses those of its house); null: all. */
  readonly only: Focal | null;
};

export type RegisterPanel = FirmYears & {
  /** What the panel was counted from: for the network of each year. */
  readonly memberships: Memberships;
};

/**
 * The firm-year panel of a register: the same measures as of a table of alliances, and those that need partner kinds,
 * resources and moves. Names of rows are `unitName`s.
 */
export function registerPanel(register: Register, options: RegisterPanelOptions): RegisterPanel {
  const { population, level, until, only } = options;
  const memberships = panelMemberships(register);
  const panel = firmYears(memberships, {
    until,
    level,
    equityForms: EQUITY,
    population: POPULATION_FORMS[population],
    facts: registerFacts(register, memberships, population),
    ...(only !== null && { only: unitName(panelUnit(register, only, level)) }),
  });
  return { ...panel, memberships };
}
