import { type CollectionName, type ViewChange, type ViewCreation, viewRoutes } from '@entente/contract/register';
import { type Asked, type Mount, sendBody, sendStored } from './mounting.routes.ts';
import { changeView, createView, deleteView, listViews } from './views.commands.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const targetOf = ({ params, version }: Asked) => ({ record: params['record'] ?? '', version });

/** Saved views of tables. */
export function mountViews(mount: Mount): void {
  const { list, create, change, remove } = viewRoutes;
  mount(
    list,
    (asked) => {
      const { collection = null } = asked.query as { collection?: CollectionName };
      return listViews(asked.caller, workspaceOf(asked), collection);
    },
    sendBody,
  );
  mount(create, (asked) => createView(asked.caller, workspaceOf(asked), asked.body as ViewCreation), sendStored);
  mount(
    change,
    (asked) => changeView(asked.caller, workspaceOf(asked), targetOf(asked), asked.body as ViewChange),
    sendStored,
  );
  mount(remove, (asked) => deleteView(asked.caller, workspaceOf(asked), targetOf(asked)), sendStored);
}
