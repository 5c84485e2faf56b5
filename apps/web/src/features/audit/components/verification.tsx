import { type AuditVerdict, type SignedHead, signedHead } from '@entente/contract/audit';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { FailureState } from '../../../ui/states.tsx';
import { auditFileAddress, signHead, verifyAudit } from '../api/audit-requests.ts';
import classes from './audit.module.css';
import { FAULT_WORDS } from './fault-words.ts';

/** Has a browser keep a text as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

async function headIn(file: File): Promise<SignedHead | null> {
  try {
    return signedHead.parse(JSON.parse(await file.text()));
  } catch {
    return null;
  }
}

/** Verifying the chain, with a head that was kept elsewhere if there is one; and what is to be kept elsewhere. */
export function Verification() {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const verify = useMutation({ mutationFn: (witnesses: readonly SignedHead[]) => verifyAudit(workspace, witnesses) });
  const sign = useMutation({
    mutationFn: () => signHead(workspace),
    onSuccess: (head) => save(`head-${workspace}-${head.sequence}.json`, `${JSON.stringify(head, null, 2)}\n`),
  });
  const chosenAgain = useRef<() => void>(null);
  const withWitness = async (file: File | null): Promise<void> => {
    // The same file may be chosen again, with other contents.
    chosenAgain.current?.();
    if (file === null) return;
    const head = await headIn(file);
    setUnreadable(head === null ? file.name : null);
    if (head !== null) verify.mutate([head]);
  };
  return (
    <section className={classes.verification} aria-label={t`Verification`}>
      <Group gap="xs">
        <Button size="xs" loading={verify.isPending} onClick={() => verify.mutate([])}>
          <Trans>Verify now</Trans>
        </Button>
        <FileButton resetRef={chosenAgain} accept="application/json,.json" onChange={(file) => void withWitness(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default" loading={verify.isPending}>
              <Trans>Verify against a head you kept …</Trans>
            </Button>
          )}
        </FileButton>
        <Button size="xs" variant="default" loading={sign.isPending} onClick={() => sign.mutate()}>
          <Trans>Sign the head and save it</Trans>
        </Button>
        <Button size="xs" variant="default" component="a" href={auditFileAddress(workspace)} download>
          <Trans>Save the audit as a file</Trans>
        </Button>
      </Group>
      <div aria-live="polite">
        {unreadable !== null && (
          <p className={classes.fault}>
            <Trans>{unreadable} holds no signed head. Choose a file that was saved here.</Trans>
          </p>
        )}
        {verify.error && <FailureState inline error={verify.error} />}
        {sign.error && <FailureState inline error={sign.error} />}
        {verify.data && <Verdict verdict={verify.data} />}
      </div>
    </section>
  );
}

function Verdict({
  verdict: { entries, rows, guarded, witnesses, earlier, faults },
}: {
  readonly verdict: AuditVerdict;
}) {
  const { i18n } = useLingui();
  const { separator } = useWords();
  return (
    <>
      <p className={faults.length > 0 ? classes.fault : classes.agrees}>
        {faults.length > 0 ? (
          <Trans>The audit does not agree.</Trans>
        ) : (
          <Trans>The chain agrees: nothing was changed behind its back.</Trans>
        )}
      </p>
      <p>
        <Plural value={entries} one="# entry" other="# entries" />
        {separator}
        <Plural value={rows} one="# line of the log" other="# lines of the log" />
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ code, sequence, message }) => (
            <li key={`${code} ${sequence} ${message}`}>
              {sequence !== null && (
                <strong>
                  <Trans>Entry {sequence}</Trans>{' '}
                </strong>
              )}
              {i18n._(FAULT_WORDS[code])}
            </li>
          ))}
        </ul>
      )}
      {guarded > 0 && (
        <p>
          <Plural
            value={guarded}
            one="# line is of a class that you do not read: its digest was compared, not its value."
            other="# lines are of classes that you do not read: their digests were compared, not their values."
          />
        </p>
      )}
      {earlier > 0 && (
        <p>
          <Plural
            value={earlier}
            one="It says nothing of # change before it began."
            other="It says nothing of # changes before it began."
          />
        </p>
      )}
      {witnesses === 0 && faults.length === 0 && (
        <p>
          <Trans>
            Who holds the database could write a whole chain anew. A head that a partner keeps tells that, too: save one
            and send it.
          </Trans>
        </p>
      )}
    </>
  );
}
