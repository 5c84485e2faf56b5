import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { failureWords } from '../../../lib/failure-words.ts';
import { RequestFailure } from '../../../lib/problem.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useCommandWords } from './command-words.ts';
import classes from './history.module.css';
import { Moment } from '../../../ui/moment.tsx';
import { useUndo } from './use-undo.tsx';

const LONGEST_REASON = 4000;

type Props = { readonly change: string; readonly onDone?: () => void };

/** Takes a change back with one press, with a reason beside it for who gives one. */
export function UndoForm({ change, onDone }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const undo = useUndo(change, onDone);
  return (
    <form
      className={classes.undo}
      onSubmit={(event) => {
        event.preventDefault();
        undo.mutate(reason);
      }}
    >
      <TextInput
        className={classes.reasonInput}
        size="xs"
        label={t`Reason for the undo (optional)`}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={undo.isPending}>
        <Trans>Undo this change</Trans>
      </Button>
      {undo.error && <UndoRefusal error={undo.error} />}
    </form>
  );
}

const blockedBy = z.array(
  z.object({ id: z.string(), at: z.string(), command: z.string(), reason: z.string().nullable() }),
);

/** The later changes that stand in the way, as the refusal carries them; the latest first. */
function laterChanges(error: unknown): z.infer<typeof blockedBy> {
  if (!(error instanceof RequestFailure) || error.document === null) return [];
  const parsed = blockedBy.safeParse(error.document['later']);
  return parsed.success ? [...parsed.data].reverse() : [];
}

function UndoRefusal({ error }: { readonly error: unknown }) {
  const { i18n } = useLingui();
  const workspace = useWorkspace();
  const nameOf = useCommandWords();
  const { happened, todo } = failureWords(error, i18n);
  const later = laterChanges(error);
  return (
    <Alert className={classes.refusal} color="red" title={happened} role="alert">
      {later.length === 0 && <p className={classes.line}>{todo}</p>}
      {later.length > 0 && (
        <>
          <p className={classes.line}>
            <Trans>Undo these first, from the top:</Trans>
          </p>
          <ul className={classes.later}>
            {later.map(({ id, at, command, reason }) => (
              <li key={id}>
                <Link to="/w/$workspace/history/$change" params={{ workspace, change: id }}>
                  {nameOf(command)}
                </Link>{' '}
                · <Moment at={at} />
                {reason !== null && <> · {reason}</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  );
}
