import {
  cleanTeamRoutes,
  type ReleasePreview,
  type ReleaseProposal,
  type ReleaseRuleChange,
  releaseRoutes,
} from '@entente/contract/clean-team';
import type { Room } from '../platform/http.ts';
import { type Asked, mounting, sendBody, sendStored } from '../register/mounting.routes.ts';
import {
  approveRelease,
  listInputs,
  listReleases,
  previewRelease,
  proposeRelease,
  readRelease,
  refuseRelease,
  withdrawRelease,
} from './releases.commands.ts';
import { changeRule, listFigures, readTeam } from './team.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const releaseOf = ({ params }: Asked): string => params['release'] ?? '';
const placeOf = (asked: Asked) => ({ workspace: workspaceOf(asked), release: releaseOf(asked) });
const reasonOf = ({ body }: Asked): string => (body as { readonly reason: string }).reason;

/** The clean team over HTTP, as the contract says it: who is in it, what they propose, and what they release. */
export const cleanTeamRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  mount(cleanTeamRoutes.get, (asked) => readTeam(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    cleanTeamRoutes.changeRule,
    (asked) => changeRule(asked.caller, workspaceOf(asked), asked.body as ReleaseRuleChange),
    sendBody,
  );
  mount(
    cleanTeamRoutes.figures,
    (asked) => listFigures(asked.caller, workspaceOf(asked), asked.query['of'] as ReleasePreview['of']),
    sendBody,
  );
  mount(releaseRoutes.list, (asked) => listReleases(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    releaseRoutes.preview,
    (asked) => previewRelease(asked.caller, workspaceOf(asked), asked.body as ReleasePreview),
    sendBody,
  );
  mount(
    releaseRoutes.propose,
    (asked) => proposeRelease(asked.caller, workspaceOf(asked), asked.body as ReleaseProposal),
    sendStored,
  );
  mount(releaseRoutes.get, (asked) => readRelease(asked.caller, workspaceOf(asked), releaseOf(asked)), sendBody);
  mount(releaseRoutes.inputs, (asked) => listInputs(asked.caller, workspaceOf(asked), releaseOf(asked)), sendBody);
  mount(releaseRoutes.approve, (asked) => approveRelease(asked.caller, placeOf(asked)), sendBody);
  mount(releaseRoutes.refuse, (asked) => refuseRelease(asked.caller, placeOf(asked), reasonOf(asked)), sendBody);
  mount(releaseRoutes.withdraw, (asked) => withdrawRelease(asked.caller, placeOf(asked), reasonOf(asked)), sendBody);
  return Promise.resolve();
};
