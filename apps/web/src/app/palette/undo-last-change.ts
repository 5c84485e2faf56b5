import { changeRoutes } from '@entente/contract/register';
import { msg } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { read, write } from '../../lib/client.ts';
import { failureWords } from '../../lib/failure-words.ts';
import type { ActionContext } from './palette-action.ts';

const TOAST_MS = 10_000;
/** The last change may be an undoing; what can be undone stands among the last few. */
const LOOKED_AT = 20;
/** Nobody wants to lose an import by one key too many. */
const MOST_ROWS = 200;

/** Takes back the last change of the workspace that can be taken back, and says so. */
export async function undoLastChange({ workspace, i18n, client }: ActionContext): Promise<void> {
  const path = `/workspaces/${encodeURIComponent(workspace)}/changes`;
  try {
    const { items } = await read(path, { answer: changeRoutes.list.answer, query: { limit: LOOKED_AT } });
    const last = items.find(
      ({ abilities, undoes, undoneBy }) => abilities.undo && undoes === null && undoneBy === null,
    );
    if (last === undefined) {
      notifications.show({ message: i18n._(msg`There is no change to undo.`), autoClose: TOAST_MS });
      return;
    }
    if (last.rows > MOST_ROWS) {
      const message = i18n._(
        msg`The last change is an import or another of its size: undo it where changes are listed.`,
      );
      notifications.show({ message, autoClose: TOAST_MS });
      return;
    }
    const { answer } = changeRoutes.undo;
    await write(`${path}/${last.id}/undo`, { method: 'POST', answer, body: {}, idempotencyKey: crypto.randomUUID() });
    notifications.show({ message: i18n._(msg`Undone. The record is as it was before.`), autoClose: TOAST_MS });
  } catch (error) {
    const { happened, todo } = failureWords(error, i18n);
    notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
  }
  await client.invalidateQueries({ queryKey: ['workspace', workspace] });
}
