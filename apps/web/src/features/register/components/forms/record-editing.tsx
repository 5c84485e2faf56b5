import type { BatchAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useWords } from '../../../../lib/use-words.ts';
import { useAbilities } from '../../../../lib/workspaces.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { COLLECTION_OF } from '../../api/record-kinds.ts';
import { calledOf } from '../../api/record-queries.ts';
import { type Editing, EditingContext } from './editing-context.ts';
import { EndForm } from './end-form.tsx';
import type { AnyRecord, FormValues, Picked } from './form-values.ts';
import { NearRecordsContext } from './near-records.ts';
import { RecordForm } from './record-form.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useSave } from './use-save.tsx';

type Task =
  | { readonly as: 'add'; readonly kind: SubjectKind; readonly given: FormValues }
  | { readonly as: 'edit' | 'end'; readonly kind: SubjectKind; readonly record: AnyRecord };

type Props = {
  /** Records offered first wherever one is chosen. */
  readonly near: readonly Picked[];
  /** Called when the page's own record is removed. */
  readonly onRemoved?: (id: string) => void;
  readonly children: ReactNode;
};

/** Gives what stands on a page its ways to be added to, changed, ended and removed, to who may; one dialog serves them all. */
export function RecordEditing({ near, onRemoved, children }: Props) {
  const words = useWords();
  const abilities = useAbilities();
  const [task, setTask] = useState<Task | null>(null);
  const { save, fail } = useSave();

  const remove = useCallback(
    async (kind: SubjectKind, record: AnyRecord): Promise<void> => {
      const changes = [
        { collection: COLLECTION_OF[kind], record: record.id, version: record.version, remove: true as const },
      ];
      const name = calledOf(record);
      try {
        await save({ changes, reason: null, told: <Trans>Removed: {name}.</Trans> });
        onRemoved?.(record.id);
      } catch (error) {
        fail(error);
      }
    },
    [save, fail, onRemoved],
  );
  const editing = useMemo<Editing>(
    () => ({
      add: (kind, given = {}) => setTask({ as: 'add', kind, given }),
      edit: (kind, record) => setTask({ as: 'edit', kind, record }),
      end: (kind, record) => setTask({ as: 'end', kind, record }),
      remove: (kind, record) => void remove(kind, record),
    }),
    [remove],
  );
  return (
    <EditingContext value={abilities.write ? editing : null}>
      <NearRecordsContext value={near}>
        {children}
        {task && (
          <TaskDialog
            key={keyOf(task)}
            task={task}
            title={words.term('subjects', task.kind)}
            onClose={() => setTask(null)}
          />
        )}
      </NearRecordsContext>
    </EditingContext>
  );
}

const keyOf = (task: Task): string => (task.as === 'add' ? `add ${task.kind}` : `${task.as} ${task.record.id}`);

type DialogProps = { readonly task: Task; readonly title: string; readonly onClose: () => void };

function TaskDialog({ task, title, onClose }: DialogProps) {
  const { t } = useLingui();
  const guard = useLeaveGuard(onClose);
  const titles = { add: t`Add: ${title}`, edit: t`Edit: ${title}`, end: t`End: ${title}` };
  const onSaved = (_answer: BatchAnswer | null): void => onClose();
  const shared = { guard, onSaved };
  return (
    <Dialog opened onClose={guard.request} title={titles[task.as]} size="lg">
      {task.as === 'add' ? (
        <RecordForm kind={task.kind} record={null} given={task.given} {...shared} />
      ) : task.as === 'edit' ? (
        <RecordForm kind={task.kind} record={task.record} {...shared} />
      ) : (
        <EndForm kind={task.kind} record={task.record} {...shared} />
      )}
    </Dialog>
  );
}
