import { useCallback, useRef, useState } from 'react';
import { type RecordWrite, saveChanges } from '../../api/register-writes.ts';

/** The most records that one change takes. */
export const MOST_WRITES = 500;

/** Makes several writes as one change: all of them or none; a repeated press sends the same change, not another. */
export function useBatch(workspace: string, onSaved: (records: number, change: string) => Promise<void> | void) {
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef({ content: '', key: '' });
  const save = useCallback(
    async (changes: readonly RecordWrite[], reason: string | null = null): Promise<boolean> => {
      const content = JSON.stringify(changes);
      if (attempt.current.content !== content) attempt.current = { content, key: crypto.randomUUID() };
      setSaving(true);
      setError(null);
      try {
        const idempotencyKey = attempt.current.key;
        const { change, records } = await saveChanges({ workspace, changes, reason, idempotencyKey });
        attempt.current = { content: '', key: '' };
        await onSaved(records.length, change.id);
        return true;
      } catch (failure) {
        setError(failure);
        return false;
      } finally {
        setSaving(false);
      }
    },
    [workspace, onSaved],
  );
  const forget = useCallback(() => setError(null), []);
  return { save, isSaving, error, forget };
}
