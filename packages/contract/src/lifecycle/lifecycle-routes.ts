import { z } from 'zod';
import { reference } from '../field/index.ts';
import { changeHeaders, type Route } from '../problem/index.ts';
import { lifecycleBoard } from './board.ts';
import { governanceFormAnswer } from './governance.ts';
import { allianceLifecycle } from './lifecycle.ts';
import { day, lifecycleStepCreation } from './step.ts';
import { lifecycleTemplate } from './template.ts';

export const lifecycleQuery = z
  .strictObject({
    asOf: day.optional().describe('Last day that is read; today when left out, or the day of the latest step.'),
  })
  .meta({ id: 'LifecycleQuery' });
export type LifecycleQuery = z.infer<typeof lifecycleQuery>;

const workspaceParams = z.object({ workspace: reference.describe('Slug or id of the workspace.') });
const workspace = '/api/v1/workspaces/{workspace}';
const one = `${workspace}/alliances/{record}/lifecycle`;
const reads = {
  subject: 'lifecycles',
  method: 'get',
  permission: 'register.read',
  params: workspaceParams,
  query: lifecycleQuery,
  headers: null,
  body: null,
  status: 200,
} as const;
const ofAlliance = workspaceParams.extend({ record: reference.describe('Slug or id of the alliance.') });

/** The development of alliances: stages with their gates, step by step. */
export const lifecycleRoutes = {
  template: {
    ...reads,
    id: 'getLifecycleTemplate',
    path: `${workspace}/lifecycle-template`,
    summary: 'Read the stages that an alliance goes through, and the words of others for them',
    query: null,
    answer: lifecycleTemplate,
    problems: ['workspace-not-found'],
  },
  board: {
    ...reads,
    id: 'listLifecycles',
    path: `${workspace}/lifecycles`,
    summary: 'List where every alliance stands in its development, and what its gates wait for',
    answer: lifecycleBoard,
    problems: ['workspace-not-found'],
  },
  get: {
    ...reads,
    id: 'getLifecycle',
    path: one,
    summary: 'Read the development of an alliance: its stages, gates and every step',
    params: ofAlliance,
    answer: allianceLifecycle,
    problems: ['record-not-found'],
  },
  governance: {
    ...reads,
    id: 'getGovernanceForm',
    path: `${workspace}/alliances/{record}/governance-form`,
    summary: 'Read the governance form that the resources of the members speak for, from the side of each',
    params: ofAlliance,
    answer: governanceFormAnswer,
    problems: ['record-not-found'],
  },
  step: {
    ...reads,
    id: 'takeLifecycleStep',
    method: 'post',
    path: `${one}/steps`,
    summary: 'Take the next step in the development of an alliance; the first begins it',
    permission: 'register.write',
    params: ofAlliance,
    query: null,
    headers: changeHeaders,
    body: lifecycleStepCreation,
    status: 201,
    answer: allianceLifecycle,
    problems: [
      'record-not-found',
      'version-required',
      'version-malformed',
      'version-stale',
      'record-unknown',
      'stage-unknown',
      'stage-item-unknown',
      'lifecycle-not-there',
      'gate-shut',
      'stage-skipped',
      'step-before-stage',
      'step-before-others',
      'step-in-future',
      'waiver-past',
      'approver-unnamed',
      'approver-repeated',
      'approver-unknown',
      'idempotency-key-reused',
    ],
  },
} as const satisfies Readonly<Record<string, Route>>;
