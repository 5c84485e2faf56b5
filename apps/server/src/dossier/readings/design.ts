import type { PaperOf, PaperReading } from '@entente/contract/dossier';
import {
  authorityGaps,
  bodyReading as readingOfBody,
  clausesReading as readingOfClauses,
  controlPlanReading as readingOfControls,
  deadlockStandings,
  obligationReading as readingOfObligation,
  type Part,
  type VotingReading,
} from '@entente/core/lifecycle';
import type { ReadingContext } from '../reading-context.ts';

type ReadingOf<K extends PaperReading['kind']> = Extract<PaperReading, { kind: K }>;

const partsOf = (parts: ReadonlyMap<string, Part> | null) =>
  parts && [...parts].map(([voter, part]) => ({ voter, ...part }));

const votingOf = ({ power, swings, ...voting }: VotingReading) => ({
  ...voting,
  power: partsOf(power),
  swings: partsOf(swings),
});

export const authorityReading = (content: PaperOf<'authority'>): ReadingOf<'authority'> => ({
  kind: 'authority',
  gaps: authorityGaps(content),
});

export function bodyReading(content: PaperOf<'body'>): ReadingOf<'body'> {
  const { ordinary, reserved, ...reading } = readingOfBody(content);
  return {
    kind: 'body',
    ...reading,
    ordinary: votingOf(ordinary),
    reserved: reserved.map(({ key, voting }) => ({ key, voting: votingOf(voting) })),
  };
}

export const clausesReading = (content: PaperOf<'clauses'>): ReadingOf<'clauses'> => ({
  kind: 'clauses',
  ...readingOfClauses(content),
});

export const controlPlanReading = (content: PaperOf<'control-plan'>): ReadingOf<'control-plan'> => ({
  kind: 'control-plan',
  risks: readingOfControls(content),
});

export const deadlockLadderReading = (
  content: PaperOf<'deadlock-ladder'>,
  { today }: ReadingContext,
): ReadingOf<'deadlock-ladder'> => ({ kind: 'deadlock-ladder', open: deadlockStandings(content, today) });

export const obligationReading = (
  content: PaperOf<'obligation'>,
  { today }: ReadingContext,
): ReadingOf<'obligation'> => ({ kind: 'obligation', ...readingOfObligation(content, today) });
