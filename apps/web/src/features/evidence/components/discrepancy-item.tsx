import type { WorkspaceDiscrepancy } from '@entente/contract/evidence';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFieldName } from '../../../lib/custom-fields.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Statements } from '../../../ui/statements.tsx';
import { statementOf } from './claim-lines.tsx';
import classes from './history.module.css';
import { Moment } from '../../../ui/moment.tsx';
import { PreferButton } from './prefer-form.tsx';
import { RecordName } from './record-name.tsx';

/** A field on which sources disagree: all that is said, where, which one counts, and who settled it. */
export function DiscrepancyItem({ discrepancy }: { readonly discrepancy: WorkspaceDiscrepancy }) {
  const nameOf = useFieldName();
  const workspace = useWorkspace();
  const { subject, field, claims, taken, open } = discrepancy;
  const isHome = subject.home === null || subject.home.id === subject.id;
  return (
    <li className={classes.discrepancy}>
      <h3 className={classes.disputed}>
        {!isHome && (
          <>
            <RecordName record={subject} /> ·{' '}
          </>
        )}
        {nameOf(subject.kind, field)}{' '}
        <span className={classes.state}>{open ? <Trans>still open</Trans> : <Trans>settled</Trans>}</span>
      </h3>
      <Settlement discrepancy={discrepancy} />
      <Statements
        statements={claims.map((claim) =>
          statementOf(
            { claim, workspace, taken: claim.id === taken },
            <PreferButton claim={claim} discrepancy={discrepancy} />,
          ),
        )}
        disputed={false}
        ruled={false}
      />
    </li>
  );
}

/** Who settled it and when, with the change that did it; the preferred claim says why. */
function Settlement({ discrepancy: { settled } }: { readonly discrepancy: WorkspaceDiscrepancy }) {
  const workspace = useWorkspace();
  if (settled === null) return null;
  const who = settled.by.name;
  return (
    <p className={classes.line}>
      <Link to="/w/$workspace/history/$change" params={{ workspace, change: settled.change }}>
        <Trans>
          Settled by {who}, <Moment at={settled.at} parts="day" />
        </Trans>
      </Link>
    </p>
  );
}
