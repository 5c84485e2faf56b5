import type { StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureWords } from '../../../../lib/failure-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { AllianceRecord } from '../../api/answers.ts';
import { allianceRecordQuery, workspaceKey } from '../../api/register-queries.ts';
import { lastChangeOf, saveStake, type StakeWrite, undoChange } from '../../api/stake-writes.ts';

const TOAST_MS = 10_000;

/** A stake as it will be once its changed fields are written. */
export function stakeWith(record: AllianceRecord, stake: StakeAnswer, fields: StakeWrite['fields']): StakeAnswer {
  const { holder: slug, ...rest } = fields;
  const holder = record.members.find(({ organisation }) => organisation.slug === slug)?.organisation;
  const named = slug === null ? null : (holder ?? { id: stake.id, slug: slug ?? null, name: slug ?? null });
  return { ...stake, ...rest, holder: slug === undefined ? stake.holder : named };
}

/** The record as it will look, before the server has answered. A new stake has no id yet and waits for the answer. */
function withStake(record: AllianceRecord, { stake, fields }: StakeWrite): AllianceRecord {
  if (stake === null) return record;
  const changed = stakeWith(record, stake, fields);
  return { ...record, stakes: record.stakes.map((row) => (row.id === stake.id ? changed : row)) };
}

/** Saves a stake: at once on screen, taken back there when the server refuses, with an offer to undo when it accepts. */
export function useStakeSave(alliance: string) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const { queryKey } = allianceRecordQuery(workspace, alliance);
  const refresh = () => client.invalidateQueries({ queryKey: workspaceKey(workspace) });

  const undo = async (change: string, toast: string): Promise<void> => {
    notifications.hide(toast);
    try {
      await undoChange(workspace, change, crypto.randomUUID());
      notifications.show({ message: t`Undone. The record is as it was before.`, autoClose: TOAST_MS });
    } catch (error) {
      const { happened, todo } = failureWords(error, i18n);
      notifications.show({ color: 'red', title: happened, message: todo, autoClose: false });
    }
    await refresh();
  };

  const offerUndo = async (saved: StakeAnswer): Promise<void> => {
    const change = await lastChangeOf(workspace, saved.id).catch(() => null);
    const toast = `saved-${saved.id}-${saved.version}`;
    notifications.show({
      id: toast,
      autoClose: TOAST_MS,
      message: (
        <>
          <Trans>The stake is saved.</Trans>{' '}
          {change && (
            <Button size="compact-sm" variant="default" onClick={() => void undo(change.id, toast)}>
              <Trans>Undo</Trans>
            </Button>
          )}
        </>
      ),
    });
  };

  return useMutation({
    mutationFn: saveStake,
    onMutate: async (write) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before) client.setQueryData(queryKey, withStake(before, write));
      return { before };
    },
    onError: (_error, _write, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    onSuccess: async (saved) => {
      await refresh();
      await offerUndo(saved);
    },
  });
}
