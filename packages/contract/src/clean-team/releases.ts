import {
  AGGREGATED_FIELDS,
  type AggregatedKind,
  LEAST_LARGEST_PERCENT,
  LEAST_THRESHOLD,
  MOST_LARGEST_PERCENT,
  MOST_THRESHOLD,
  STATISTICS,
} from '@entente/core/accounts';
import { z } from 'zod';
import { id, line, note, reference } from '../field/index.ts';
import { creationHeaders, type Route } from '../problem/index.ts';

const AGGREGATED = Object.entries(AGGREGATED_FIELDS).flatMap(([kind, fields]) =>
  fields.map((field) => `${kind}.${field}` as const),
);
type AggregatedField = { [K in AggregatedKind]: `${K}.${(typeof AGGREGATED_FIELDS)[K][number]}` }[AggregatedKind];
const aggregatedField = z
  .enum(AGGREGATED as [AggregatedField, ...AggregatedField[]])
  .describe('The numeric field, after the kind of its records.');
const statistic = z.enum(STATISTICS);
const person = z.object({ id, name: z.string() });

const rule = z
  .object({
    threshold: z.number().int().describe('So many records, and so many organisations, at the least.'),
    largestPercent: z
      .number()
      .int()
      .describe('The largest part of a total that may be one organisation’s, in percent.'),
  })
  .meta({ id: 'ReleaseRule' });

const ruleChange = z
  .strictObject({
    threshold: z.number().int().min(LEAST_THRESHOLD).max(MOST_THRESHOLD),
    largestPercent: z.number().int().min(LEAST_LARGEST_PERCENT).max(MOST_LARGEST_PERCENT),
  })
  .meta({ id: 'ReleaseRuleChange' });
export type ReleaseRuleChange = z.infer<typeof ruleChange>;

const team = z
  .object({
    team: z.array(person.extend({ you: z.boolean() })).describe('Who reads CLEAN records.'),
    rule,
    abilities: z.object({ propose: z.boolean(), changeRule: z.boolean() }),
  })
  .meta({ id: 'CleanTeam' });
export type CleanTeamAnswer = z.infer<typeof team>;

const figure = z
  .object({
    record: id,
    organisation: person.extend({ name: z.string().nullable() }),
    contributor: id.describe('The organisation as whose the figure counts: one for all of a house.'),
    quantity: z.string().nullable(),
    unit: z.string().nullable(),
    value: z.string().nullable().describe('Null where none is stated exactly.'),
    label: z.string().nullable(),
    date: z.string().nullable(),
  })
  .meta({ id: 'CleanFigure' });
export type FigureAnswer = z.infer<typeof figure>;

const aggregate = {
  statistic,
  value: z.string().describe('Exact decimal text; of a median or a band where it begins.'),
  valueTo: z.string().nullable().describe('Of a median or a band where it ends.'),
  unit: z.string().nullable(),
  quantity: z.string().nullable(),
  records: z.number().int().describe('Records whose figure entered it.'),
  contributors: z.number().int().describe('Organisations behind them; those of one house count once.'),
  unknown: z.number().int().describe('Chosen records whose figure is not known exactly, and entered nothing.'),
  rule,
};

const release = z
  .object({
    id,
    state: z.enum(['proposed', 'released', 'refused', 'withdrawn']),
    title: z.string(),
    purpose: z.string(),
    of: aggregatedField,
    ...aggregate,
    proposedBy: person,
    proposedAt: z.iso.datetime(),
    decidedBy: person.nullable().describe('Who approved or refused it.'),
    decidedAt: z.iso.datetime().nullable(),
    withdrawnBy: person.nullable(),
    withdrawnAt: z.iso.datetime().nullable(),
    reason: z.string().nullable().describe('Why it was refused or withdrawn.'),
    abilities: z.object({ approve: z.boolean(), refuse: z.boolean(), withdraw: z.boolean(), inputs: z.boolean() }),
  })
  .meta({ id: 'Release' });
export type ReleaseAnswer = z.infer<typeof release>;

const input = z
  .object({
    record: id,
    organisation: person.extend({ name: z.string().nullable() }),
    contributor: id,
    label: z.string().nullable(),
    value: z.string().nullable(),
    isPart: z.boolean(),
  })
  .meta({ id: 'ReleaseInput' });
export type ReleaseInputAnswer = z.infer<typeof input>;

const MOST_RECORDS = 500;
const records = z.array(id).min(1).max(MOST_RECORDS);
const chosen = {
  of: aggregatedField,
  statistic,
  records: records.describe('Records of the class CLEAN, of one unit.'),
  part: records.optional().describe('Of a share: the records that are the part.'),
};
const preview = z.strictObject(chosen).meta({ id: 'ReleasePreview' });
export type ReleasePreview = z.infer<typeof preview>;
const previewAnswer = z.object(aggregate).meta({ id: 'ReleasePreviewAnswer' });
export type ReleasePreviewAnswer = z.infer<typeof previewAnswer>;

const proposal = z
  .strictObject({ title: line, purpose: note.describe('What the firm needs it for.'), ...chosen })
  .meta({ id: 'ReleaseProposal' });
export type ReleaseProposal = z.infer<typeof proposal>;

const because = z.strictObject({ reason: note }).meta({ id: 'ReleaseReason' });

const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const releaseParams = workspaceParams.extend({ release: id });
const path = '/api/v1/workspaces/{workspace}/releases';
const one = `${path}/{release}`;
const reads = {
  subject: 'clean team',
  permission: 'releases.read',
  params: workspaceParams,
  query: null,
  headers: null,
  body: null,
  status: 200,
} as const;
/** For people of the clean team alone. */
const works = { ...reads, permission: 'releases.write' } as const;
const decides = { ...works, params: releaseParams, method: 'post', answer: release } as const;

/** Who is in the clean team, and what it asks of an aggregate. */
export const cleanTeamRoutes = {
  get: {
    ...reads,
    id: 'getCleanTeam',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/clean-team',
    summary: 'Read who is in the clean team, and the rule for what leaves it',
    answer: team,
    problems: ['workspace-not-found'],
  },
  changeRule: {
    ...reads,
    id: 'changeReleaseRule',
    method: 'patch',
    path: '/api/v1/workspaces/{workspace}/clean-team',
    summary: 'Change how many organisations stand behind an aggregate, and how large the largest may be',
    permission: 'owners.write',
    body: ruleChange,
    answer: team,
    problems: ['workspace-not-found'],
  },
  figures: {
    ...works,
    id: 'listCleanFigures',
    method: 'get',
    path: '/api/v1/workspaces/{workspace}/clean-team/figures',
    summary: 'List the figures of CLEAN records that may enter an aggregate',
    query: z.strictObject({ of: aggregatedField.default('measure.value') }),
    answer: z.object({ items: z.array(figure) }).meta({ id: 'CleanFigureList' }),
    problems: ['workspace-not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;

const FAULTS_OF_FIGURES = [
  'record-unknown',
  'contributor-unclear',
  'units-differ',
  'too-few-contributors',
  'contributor-dominates',
  'aggregate-derivable',
] as const;

/** Aggregates that leave the clean team when two of its people release them. */
export const releaseRoutes = {
  list: {
    ...reads,
    id: 'listReleases',
    method: 'get',
    path,
    summary: 'List released aggregates, latest first; for the clean team its proposals too',
    answer: z.object({ items: z.array(release) }).meta({ id: 'ReleaseList' }),
    problems: ['workspace-not-found'],
  },
  preview: {
    ...works,
    id: 'previewRelease',
    method: 'post',
    path: `${path}/preview`,
    summary: 'See what an aggregate would be, or why it may not leave the clean team; nothing is written',
    body: preview,
    answer: previewAnswer,
    problems: ['workspace-not-found', ...FAULTS_OF_FIGURES],
  },
  propose: {
    ...works,
    id: 'proposeRelease',
    method: 'post',
    path,
    summary: 'Propose an aggregate of CLEAN records for release',
    headers: creationHeaders,
    body: proposal,
    status: 201,
    answer: release,
    problems: ['workspace-not-found', ...FAULTS_OF_FIGURES, 'idempotency-key-reused'],
  },
  get: {
    ...reads,
    id: 'getRelease',
    method: 'get',
    path: one,
    summary: 'Read a released aggregate, or as the clean team a proposal',
    params: releaseParams,
    answer: release,
    problems: ['record-not-found'],
  },
  inputs: {
    ...works,
    id: 'listReleaseInputs',
    method: 'get',
    path: `${one}/inputs`,
    summary: 'List the figures that entered an aggregate',
    params: releaseParams,
    answer: z.object({ items: z.array(input) }).meta({ id: 'ReleaseInputList' }),
    problems: ['record-not-found'],
  },
  approve: {
    ...decides,
    id: 'approveRelease',
    path: `${one}/approval`,
    summary: 'Release an aggregate that somebody else of the clean team proposed',
    problems: [
      'record-not-found',
      'release-decided',
      'release-stale',
      'second-person-needed',
      'too-few-contributors',
      'contributor-dominates',
      'aggregate-derivable',
    ],
  },
  refuse: {
    ...decides,
    id: 'refuseRelease',
    path: `${one}/refusal`,
    summary: 'Refuse a proposal, or take one’s own back',
    body: because,
    problems: ['record-not-found', 'release-decided'],
  },
  withdraw: {
    ...decides,
    id: 'withdrawRelease',
    path: `${one}/withdrawal`,
    summary: 'Withdraw a released aggregate from everybody beside the clean team',
    body: because,
    problems: ['record-not-found', 'release-decided'],
  },
} as const satisfies Readonly<Record<string, Route>>;
