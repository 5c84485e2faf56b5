import { discrepancyRoutes } from '@entente/contract/evidence';
import {
  batchRoutes,
  type BatchBody,
  type CollectionName,
  COLLECTIONS,
  type CustomFieldChange,
  type CustomFieldCreation,
  customFieldRoutes,
  type DomainTermChange,
  type DomainTermCreation,
  domainTermRoutes,
  changeRoutes,
  recordPageRoutes,
  searchRoutes,
  workspaceRoutes,
} from '@entente/contract/register';
import type { Room } from '../platform/http.ts';
import { applyBatch } from './batch.commands.ts';
import { type ChangeRequest, type HistoryRequest, listChanges, readChange } from './changes.commands.ts';
import { changeClaim, type ClaimBody, createClaim, removeClaim } from './claims.commands.ts';
import { changeDomainTerm, createDomainTerm, deleteDomainTerm, listDomainTerms } from './domain-terms.commands.ts';
import { changeCustomField, createCustomField, deleteCustomField, listCustomFields } from './custom-fields.commands.ts';
import { type DiscrepancyRequest, listDiscrepancies } from './discrepancies.commands.ts';
import { DisputedFields } from './disputed-fields.commands.ts';
import { type Asked, type Mount, mounting, sendBody, sendStored } from './mounting.routes.ts';
import { mountLists } from './lists.routes.ts';
import { readRecord } from './reading.commands.ts';
import { readAlliancePage, readOrganisationPage } from './record-pages.commands.ts';
import { kindOf } from './record-tables.ts';
import type { RecordBody, Target } from './record-writes.commands.ts';
import { changeRecord, createRecord, removeRecord } from './records.commands.ts';
import { NameIndexes } from './name-indexes.commands.ts';
import { searchRecords } from './search.commands.ts';
import { undoChange } from './undo.commands.ts';
import { mountViews } from './views.routes.ts';
import { createWorkspace, listWorkspaces, readWorkspace } from './workspaces.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const recordOf = ({ params }: Asked): string => params['record'] ?? '';
const targetOf = (asked: Asked): Target => ({ record: recordOf(asked), version: asked.version });

function mountReading(mount: Mount, name: CollectionName): void {
  const { routes } = COLLECTIONS[name];
  mount(
    routes.get,
    (asked) => readRecord(asked.caller, workspaceOf(asked), name, recordOf(asked), asked.query['include'] === 'claims'),
    (reply, { etag, body }) => reply.header('etag', etag).send(body),
  );
}

function mountWriting(mount: Mount, name: CollectionName): void {
  const { routes } = COLLECTIONS[name];
  const kind = kindOf(name);
  if (kind === 'claim') {
    mount(routes.create, (asked) => createClaim(asked.caller, workspaceOf(asked), asked.body as ClaimBody), sendStored);
    mount(
      routes.change,
      (asked) => changeClaim(asked.caller, workspaceOf(asked), targetOf(asked), asked.body as Partial<ClaimBody>),
      sendStored,
    );
    mount(routes.remove, (asked) => removeClaim(asked.caller, workspaceOf(asked), targetOf(asked)), sendStored);
    return;
  }
  mount(
    routes.create,
    (asked) => createRecord(asked.caller, workspaceOf(asked), kind, asked.body as RecordBody),
    sendStored,
  );
  mount(
    routes.change,
    (asked) => changeRecord(asked.caller, workspaceOf(asked), kind, targetOf(asked), asked.body as RecordBody),
    sendStored,
  );
  mount(routes.remove, (asked) => removeRecord(asked.caller, workspaceOf(asked), kind, targetOf(asked)), sendStored);
}

function mountCustomFields(mount: Mount): void {
  const { list, create, change, remove } = customFieldRoutes;
  mount(list, (asked) => listCustomFields(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    create,
    (asked) => createCustomField(asked.caller, workspaceOf(asked), asked.body as CustomFieldCreation),
    sendStored,
  );
  mount(
    change,
    (asked) => changeCustomField(asked.caller, workspaceOf(asked), targetOf(asked), asked.body as CustomFieldChange),
    sendStored,
  );
  mount(remove, (asked) => deleteCustomField(asked.caller, workspaceOf(asked), targetOf(asked)), sendStored);
}

function mountDomainTerms(mount: Mount): void {
  const { list, create, change, remove } = domainTermRoutes;
  mount(list, (asked) => listDomainTerms(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    create,
    (asked) => createDomainTerm(asked.caller, workspaceOf(asked), asked.body as DomainTermCreation),
    sendStored,
  );
  mount(
    change,
    (asked) => changeDomainTerm(asked.caller, workspaceOf(asked), targetOf(asked), asked.body as DomainTermChange),
    sendStored,
  );
  mount(remove, (asked) => deleteDomainTerm(asked.caller, workspaceOf(asked), targetOf(asked)), sendStored);
}

function mountHistory(mount: Mount): void {
  const { list, get, undo } = changeRoutes;
  mount(list, (asked) => listChanges(asked.caller, workspaceOf(asked), asked.query as HistoryRequest), sendBody);
  mount(
    batchRoutes.apply,
    (asked) => applyBatch(asked.caller, workspaceOf(asked), asked.body as BatchBody),
    sendStored,
  );
  mount(
    get,
    (asked) => readChange(asked.caller, workspaceOf(asked), recordOf(asked), asked.query as ChangeRequest),
    sendBody,
  );
  mount(
    undo,
    (asked) => {
      const { reason = null } = asked.body as { reason?: string };
      return undoChange(asked.caller, workspaceOf(asked), recordOf(asked), reason);
    },
    sendStored,
  );
}

function mountWorkspaces(mount: Mount): void {
  const { list, create, get } = workspaceRoutes;
  mount(list, (asked) => listWorkspaces(asked.caller, asked.query as { cursor?: string; limit: number }), sendBody);
  mount(create, (asked) => createWorkspace(asked.caller, asked.body as { name: string; slug?: string }), sendStored);
  mount(get, (asked) => readWorkspace(asked.caller, workspaceOf(asked)), sendBody);
}

/** The register over HTTP, as the contract says it. */
export const registerRoom: Room = (app, context) => {
  const mount = mounting(app, context);
  mountWorkspaces(mount);
  mountLists(mount);
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    mountReading(mount, name);
    mountWriting(mount, name);
  }
  const { alliance, organisation } = recordPageRoutes;
  mount(alliance, (asked) => readAlliancePage(asked.caller, workspaceOf(asked), recordOf(asked)), sendBody);
  mount(organisation, (asked) => readOrganisationPage(asked.caller, workspaceOf(asked), recordOf(asked)), sendBody);
  const names = new NameIndexes();
  mount(
    searchRoutes.search,
    (asked) => searchRecords(names, asked.caller, workspaceOf(asked), asked.query as { q: string; limit: number }),
    sendBody,
  );
  mountCustomFields(mount);
  mountDomainTerms(mount);
  mountViews(mount);
  const disputed = new DisputedFields();
  mount(
    discrepancyRoutes.list,
    (asked) => listDiscrepancies(disputed, asked.caller, workspaceOf(asked), asked.query as DiscrepancyRequest),
    sendBody,
  );
  mountHistory(mount);
  return Promise.resolve();
};
