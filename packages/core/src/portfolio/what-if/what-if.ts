import type { Day } from '../../kernel/index.ts';
import { type Register, termHierarchy, type TermHierarchy } from '../../register/index.ts';
import type { ActiveAlliance } from '../areas.ts';
import { segmentationOf } from '../collisions.ts';
import { type PortfolioReading, portfolioReadingOf } from '../configuration.ts';
import { resourceKey } from '../moves.ts';
import type { Focal, OwnSide } from '../own-side.ts';
import type { ConfigurationParameters } from '../parameters.ts';
import { FINDING_DEFAULTS, type Finding, type FindingParameters } from '../propositions/finding.ts';
import { findingsIn } from '../propositions/findings.ts';
import { firmRecordOf } from '../propositions/firm-record.ts';
import { type JoinedReadings, NOTHING_JOINED } from '../propositions/joined-readings.ts';
import { type Aims, type Score, scoresOf } from './aims.ts';
import { type Candidate, CANDIDATE, registerWith } from './candidate.ts';
import { collisionEffectOf, type SegmentationFigures } from './collision-effect.ts';
import { figuresOn, type PortfolioFigures } from './figures.ts';
import type { FindingChange, Outlook } from './outlook.ts';
import { firmSideOf } from '../firm-side.ts';
import { Names } from '../register-names.ts';
import { redundancyEffectOf, type RedundancyFigures, type SupplyToday, supplyToday } from './redundancy-effect.ts';
import { retaliatorsAgainst, type TermsMeet } from './retaliation.ts';

export type WhatIf = {
  /** The day on which today and all candidates are read. */
  readonly day: Day;
  readonly today: PortfolioFigures;
  readonly segmentation: SegmentationFigures;
  readonly redundancy: RedundancyFigures;
  readonly outlooks: readonly Outlook[];
  /** In the order of the candidates, and last that of leaving things as they are; null when no aim weighs anything. */
  readonly scores: readonly Score[] | null;
};

export type WhatIfChoices = {
  readonly aims?: Aims;
  readonly findings?: FindingParameters;
  readonly joined?: JoinedReadings;
  /** The workspace's classification of domains. */
  readonly terms?: TermHierarchy;
};

type Scene = {
  readonly side: Register;
  readonly focal: Focal;
  readonly configuration: ConfigurationParameters;
  readonly day: Day;
  readonly parameters: FindingParameters;
  readonly joined: JoinedReadings;
  readonly terms: TermHierarchy;
};

/**
 * What candidate moves would change in a firm's portfolio, side by side against leaving things as they are. All are read
 * on one day: the asked one, or the last beginning of a candidate when that is later. The register is not touched, and
 * each candidate costs by the size of the firm's own portfolio only.
 * Source: the typing of moves and the configuration as in `configurationOf`; the rules as in `findingsOf`.
 * @param day the day as of which somebody asks
 */
export function whatIf(
  register: Register,
  focal: Focal,
  configuration: ConfigurationParameters,
  { day, candidates }: { readonly day: Day; readonly candidates: readonly Candidate[] },
  { aims = {}, ...choices }: WhatIfChoices = {},
): WhatIf {
  const today = whatIfToday(register, focal, configuration, whatIfDay(day, candidates), choices);
  return whatIfFrom(today, candidates, aims);
}

/** The day on which today and all candidates are read: the asked one, or the last beginning of a candidate. */
export const whatIfDay = (day: Day, candidates: readonly Candidate[]): Day =>
  candidates.map(({ start }) => start.earliest ?? day).reduce((one, other) => (one > other ? one : other), day);

/** How a firm stands on a day, as candidates are held against it; the same for all candidates, so that it can be kept. */
export type WhatIfToday = { readonly scene: Scene; readonly before: Before };

/**
 * What candidates are held against: the firm without any of them on one day.
 * @param day the day that is read, see `whatIfDay`
 */
export function whatIfToday(
  register: Register,
  focal: Focal,
  configuration: ConfigurationParameters,
  day: Day,
  { findings = FINDING_DEFAULTS, joined = NOTHING_JOINED, terms = termHierarchy([]) }: Omit<WhatIfChoices, 'aims'> = {},
): WhatIfToday {
  const side = firmSideOf(register, focal);
  const scene = { side, focal, configuration, day, parameters: findings, joined, terms };
  const reading = portfolioReadingOf(side, focal, configuration);
  const { own, keyOn } = reading;
  const today = figuresOn(reading, day);
  const verdicts = findingsOn(side, reading, scene);
  const { active, pairs, certain, possible, index } = segmentationOf(side, own, terms, spanOf(scene));
  const segmentation = { pairs, certain, possible, index };
  const supply = supplyToday(side, own, active, keyOn, day);
  return { scene, before: { today, verdicts, own, active, segmentation, supply, names: new Names(register) } };
}

/** What candidates would change against a firm as it stands; `whatIf` in two steps. */
export function whatIfFrom({ scene, before }: WhatIfToday, candidates: readonly Candidate[], aims: Aims): WhatIf {
  const { today, segmentation, supply } = before;
  const outlooks = candidates.map((candidate) => outlookOf(scene, candidate, before));
  return {
    day: scene.day,
    today,
    segmentation,
    redundancy: supply.figures,
    outlooks,
    scores: scoresOf(outlooks, aims),
  };
}

const spanOf = ({ configuration: { population, level }, day }: Pick<Scene, 'configuration' | 'day'>) => ({
  population,
  level,
  day,
});

const findingsOn = (
  register: Register,
  reading: PortfolioReading,
  { focal, day, parameters, joined }: Scene,
): readonly Finding[] => findingsIn(firmRecordOf(register, focal, reading, { day, parameters, joined }));

type Before = {
  readonly today: PortfolioFigures;
  readonly verdicts: readonly Finding[];
  readonly own: OwnSide;
  readonly active: readonly ActiveAlliance[];
  readonly segmentation: SegmentationFigures;
  readonly supply: SupplyToday;
  readonly names: Names;
};

function outlookOf(scene: Scene, candidate: Candidate, before: Before): Outlook {
  const { side, focal, configuration, day, terms } = scene;
  const { today, verdicts, own, active, segmentation, supply, names } = before;
  const member = focal.kind === 'organisation' ? focal.id : ([...own.organisations][0] ?? focal.id);
  const register = registerWith(side, member, candidate);
  const reading = portfolioReadingOf(register, focal, configuration);
  const { keyOn } = reading;
  const move = reading.moves.find(({ alliance, kind }) => alliance.id === CANDIDATE.alliance && kind === 'formed');
  const after = findingsOn(register, reading, scene);
  const partner = partnerKeyOf(candidate, reading, day);
  const meet: TermsMeet = (dimension, one, other) => terms.overlap(dimension, one, other) === 'certain';
  const span = spanOf(scene);
  const collisions = collisionEffectOf(register, reading.own, terms, span, { active, figures: segmentation, names });
  return {
    before: today,
    after: figuresOn(reading, day),
    type: move?.type ?? null,
    founds: move?.founding ?? false,
    counted: move !== undefined,
    partner: move?.partner ?? null,
    fresh: move?.fresh.map(resourceKey) ?? [],
    changes: changesBetween(verdicts, after),
    retaliators: retaliatorsAgainst(side, own, { domain: candidate.domain, key: partner, day, keyOn, meet }),
    collisions,
    redundancy: redundancyEffectOf(side, supply, candidate, { partner, isCounted: collisions !== null, keyOn, names }),
  };
}

const partnerKeyOf = ({ partner }: Candidate, { keyOn }: PortfolioReading, day: Day): string =>
  keyOn(partner.kind === 'organisation' ? partner.id : CANDIDATE.partner, day);

function changesBetween(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  return after.flatMap(({ code, verdict }, place) => {
    const former = before[place]?.verdict ?? verdict;
    return former === verdict ? [] : [{ code, before: former, after: verdict }];
  });
}
