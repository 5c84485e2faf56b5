import { type LifecycleQuery, lifecycleRoutes, type LifecycleStepCreation } from '@entente/contract/lifecycle';
import { Outcome } from '@entente/core/kernel';
import { CROSS_WALK, SEVEN_STAGES, VOCABULARIES } from '@entente/core/lifecycle';
import type { Room } from '../platform/http.ts';
import { reading } from '../register/changing.commands.ts';
import { type Asked, mounting, sendBody, sendStored } from '../register/mounting.routes.ts';
import { readGovernanceForm } from './governance.commands.ts';
import { takeStep } from './lifecycle-steps.commands.ts';
import { readBoard, readLifecycle } from './lifecycles.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const placeOf = (asked: Asked) => ({
  workspace: workspaceOf(asked),
  alliance: asked.params['record'] ?? '',
  version: asked.version,
});
const dayOf = ({ query }: Asked): string | undefined => (query as LifecycleQuery).asOf;

/** The development of alliances over HTTP, as the contract says it. */
export const lifecycleRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  const template = { template: SEVEN_STAGES, vocabularies: VOCABULARIES, crossWalk: CROSS_WALK };
  mount(
    lifecycleRoutes.template,
    (asked) => reading(asked.caller, workspaceOf(asked), () => Promise.resolve(Outcome.of(template))),
    sendBody,
  );
  mount(lifecycleRoutes.board, (asked) => readBoard(asked.caller, workspaceOf(asked), dayOf(asked)), sendBody);
  mount(lifecycleRoutes.get, (asked) => readLifecycle(asked.caller, placeOf(asked), dayOf(asked)), sendStored);
  mount(
    lifecycleRoutes.governance,
    (asked) => readGovernanceForm(asked.caller, placeOf(asked), dayOf(asked)),
    sendBody,
  );
  mount(
    lifecycleRoutes.step,
    (asked) => takeStep(asked.caller, placeOf(asked), asked.body as LifecycleStepCreation),
    sendStored,
  );
  return Promise.resolve();
};
