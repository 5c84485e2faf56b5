import type { Day } from '../../kernel/index.ts';
import type { Register } from '../../register/index.ts';
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
import { figuresOn, type PortfolioFigures } from './figures.ts';
import type { FindingChange, Outlook } from './outlook.ts';
import { firmSideOf } from '../firm-side.ts';
import { retaliatorsAgainst, SAME_TERM, type TermsMeet } from './retaliation.ts';

export type WhatIf = {
  /** The day on which today and all candidates are read. */
  readonly day: Day;
  readonly today: PortfolioFigures;
  readonly outlooks: readonly Outlook[];
  /** In the order of the candidates, and last that of leaving things as they are; null when no aim weighs anything. */
  readonly scores: readonly Score[] | null;
};

export type WhatIfChoices = {
  readonly aims?: Aims;
  readonly findings?: FindingParameters;
  readonly joined?: JoinedReadings;
  readonly meet?: TermsMeet;
};

type Scene = {
  readonly side: Register;
  readonly focal: Focal;
  readonly configuration: ConfigurationParameters;
  readonly day: Day;
  readonly parameters: FindingParameters;
  readonly joined: JoinedReadings;
  readonly meet: TermsMeet;
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
  { aims = {}, findings = FINDING_DEFAULTS, joined = NOTHING_JOINED, meet = SAME_TERM }: WhatIfChoices = {},
): WhatIf {
  const read = candidates
    .map(({ start }) => start.earliest ?? day)
    .reduce((one, other) => (one > other ? one : other), day);
  const side = firmSideOf(register, focal);
  const scene = { side, focal, configuration, day: read, parameters: findings, joined, meet };
  const reading = portfolioReadingOf(side, focal, configuration);
  const today = figuresOn(reading, read);
  const verdicts = findingsOn(side, reading, scene);
  const outlooks = candidates.map((candidate) => outlookOf(scene, candidate, { today, verdicts, own: reading.own }));
  return { day: read, today, outlooks, scores: scoresOf(outlooks, aims) };
}

const findingsOn = (
  register: Register,
  reading: PortfolioReading,
  { focal, day, parameters, joined }: Scene,
): readonly Finding[] => findingsIn(firmRecordOf(register, focal, reading, { day, parameters, joined }));

type Before = { readonly today: PortfolioFigures; readonly verdicts: readonly Finding[]; readonly own: OwnSide };

function outlookOf(scene: Scene, candidate: Candidate, { today, verdicts, own }: Before): Outlook {
  const { side, focal, configuration, day, meet } = scene;
  const member = focal.kind === 'organisation' ? focal.id : ([...own.organisations][0] ?? focal.id);
  const register = registerWith(side, member, candidate);
  const reading = portfolioReadingOf(register, focal, configuration);
  const move = reading.moves.find(({ alliance, kind }) => alliance.id === CANDIDATE.alliance && kind === 'formed');
  const after = findingsOn(register, reading, scene);
  return {
    before: today,
    after: figuresOn(reading, day),
    type: move?.type ?? null,
    founds: move?.founding ?? false,
    counted: move !== undefined,
    partner: move?.partner ?? null,
    fresh: move?.fresh.map(resourceKey) ?? [],
    changes: changesBetween(verdicts, after),
    retaliators: retaliatorsAgainst(side, own, {
      domain: candidate.domain,
      key: partnerKeyOf(candidate, reading, day),
      day,
      keyOn: reading.keyOn,
      meet,
    }),
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
