import type { AuditPageAnswer } from '@entente/contract/audit';
import { Plural, Trans } from '@lingui/react/macro';
import { Moment } from '../../../ui/moment.tsx';
import classes from './audit.module.css';

type Head = AuditPageAnswer['heads'][number];

/** The head as a file that a witness keeps. */
function fileOf(head: Head): string {
  return `data:application/json,${encodeURIComponent(`${JSON.stringify(head, null, 2)}\n`)}`;
}

/** The heads that were signed last, each to be given to a witness. */
export function SignedHeads({ heads, headTotal }: Pick<AuditPageAnswer, 'heads' | 'headTotal'>) {
  return (
    <details className={classes.heads}>
      <summary>
        <Plural value={headTotal} one="# signed head" other="# signed heads" />
      </summary>
      <p>
        <Trans>
          The server signs the head of the chain by itself, and verifying holds the chain against all of them. Give one
          to your own auditor or a notary: it tells nothing but how long the chain was. A partner could read from it how
          busy you were, so none is shown to guests.
        </Trans>
      </p>
      <ul>
        {heads.map((head) => (
          <li key={head.signature}>
            <a href={fileOf(head)} download={`head-${head.sequence}.json`}>
              <Trans>Entry {head.sequence}</Trans>
            </a>{' '}
            <Moment at={head.signedAt} />
          </li>
        ))}
      </ul>
    </details>
  );
}
