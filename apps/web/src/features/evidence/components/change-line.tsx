import type { ChangeSetAnswer } from '@entente/contract/register';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useCommandWords } from './command-words.ts';
import classes from './history.module.css';
import { Moment } from '../../../ui/moment.tsx';
import { RecordName } from './record-name.tsx';
import { UndoForm } from './undo-form.tsx';

const NAMED_AT_MOST = 3;

/** Of everything at once the first records tell nothing. */
const OF_EVERYTHING = ['import', 'reset'];

/** The first records that a change touched, by name; with their kind where the change itself does not say it. */
function TouchedRecords({ change }: { readonly change: ChangeSetAnswer }) {
  const { records, command } = change;
  if (OF_EVERYTHING.includes(command)) return null;
  return (
    <>
      {records.slice(0, NAMED_AT_MOST).map((record, index) => (
        <span key={record.id}>
          {index > 0 && '; '}
          <RecordName record={record} kindToldBy={command} />
        </span>
      ))}
      {records.length > NAMED_AT_MOST && ' …'}
    </>
  );
}

/** One change in the list: when, what, on which records, why, by whom; and a way to take it back. */
export function ChangeLine({ change }: { readonly change: ChangeSetAnswer }) {
  const workspace = useWorkspace();
  const nameOf = useCommandWords();
  const { id, at, actor, command, reason, rows, undoneBy, abilities } = change;
  return (
    <li className={classes.change} data-undone={undoneBy !== null || undefined}>
      <span className={classes.time}>
        <Moment at={at} parts="time" />
      </span>
      <div>
        <p className={classes.line}>
          <Link className={classes.what} to="/w/$workspace/history/$change" params={{ workspace, change: id }}>
            {nameOf(command, change.records.length)}
          </Link>{' '}
          <TouchedRecords change={change} />
        </p>
        {reason !== null && (
          <p className={classes.line}>
            <Trans>Reason: {reason}</Trans>
          </p>
        )}
        <p className={classes.quiet}>
          {actor.name} · <Plural value={rows} one="# row" other="# rows" />
          {undoneBy !== null && (
            <>
              {' · '}
              <Link to="/w/$workspace/history/$change" params={{ workspace, change: undoneBy }}>
                <Trans>undone later</Trans>
              </Link>
            </>
          )}
        </p>
      </div>
      {abilities.undo && <UndoButton change={change} />}
    </li>
  );
}

function UndoButton({ change }: { readonly change: ChangeSetAnswer }) {
  const { t, i18n } = useLingui();
  const nameOf = useCommandWords();
  const [asked, { open, close }] = useDisclosure(false);
  const what = nameOf(change.command, change.records.length);
  const time = new Intl.DateTimeFormat(i18n.locale, { timeStyle: 'short' }).format(Date.parse(change.at));
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={t`Undo: ${what}, ${time}`} onClick={open}>
        <Trans>Undo</Trans>
      </Button>
      <Dialog opened={asked} title={t`Undo: ${what}`} onClose={close}>
        <p className={classes.line}>
          <TouchedRecords change={change} />
        </p>
        <p className={classes.quiet}>
          <Trans>A new change restores what was before this one, whole or not at all. It can be undone itself.</Trans>
        </p>
        <UndoForm change={change.id} onDone={close} />
      </Dialog>
    </>
  );
}
