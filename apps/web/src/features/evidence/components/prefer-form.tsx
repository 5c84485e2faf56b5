import type { ClaimAnswer, WorkspaceDiscrepancy } from '@entente/contract/evidence';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../../../lib/failure-words.ts';
import { useFieldName } from '../../../lib/custom-fields.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { preferClaim } from '../api/discrepancy-queries.ts';
import classes from './history.module.css';
import { StatedValue } from './stated-value.tsx';
import { useRefresh, useUndoOffer } from './use-undo.tsx';

const LONGEST_REASON = 4000;

type Props = { readonly claim: ClaimAnswer; readonly discrepancy: WorkspaceDiscrepancy };

/** Offers to prefer one of the claims on a field, with a reason. */
export function PreferButton({ claim, discrepancy }: Props) {
  const { t } = useLingui();
  const nameOf = useFieldName();
  const [asked, { open, close }] = useDisclosure(false);
  if (claim.rank === 'preferred' || !claim.abilities.change) return null;
  const field = nameOf(discrepancy.subject.kind, discrepancy.field);
  const { place } = claim;
  const { name, slug } = claim.source;
  const source = name ?? slug ?? '';
  return (
    <>
      <Button
        className={classes.prefer}
        size="compact-sm"
        variant="default"
        aria-label={`${t`Prefer this`}: ${source}, ${place}`}
        onClick={open}
      >
        <Trans>Prefer this</Trans>
      </Button>
      <Dialog opened={asked} title={t`Prefer a claim on “${field}”`} onClose={close}>
        <PreferForm claim={claim} discrepancy={discrepancy} onDone={close} />
      </Dialog>
    </>
  );
}

function PreferForm({ claim, discrepancy, onDone }: Props & { readonly onDone: () => void }) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  const refresh = useRefresh();
  const offer = useUndoOffer();
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const instead = discrepancy.claims.filter(({ id, rank }) => rank === 'preferred' && id !== claim.id);
  const prefer = useMutation({
    mutationFn: (given: string) =>
      preferClaim({ workspace, claim, instead, reason: given, idempotencyKey: crypto.randomUUID() }),
    onSuccess: async ({ change }) => {
      onDone();
      offer(t`The claim is preferred.`, change.id);
      await refresh();
    },
  });
  const refusal = prefer.error && failureWords(prefer.error, i18n);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const given = reason.trim();
        setShort(given === '');
        if (given !== '') prefer.mutate(given);
      }}
    >
      <p className={classes.line}>
        <strong>
          <StatedValue kind={claim.subject.kind} field={claim.field} value={claim.value} />
        </strong>{' '}
        · {claim.source.name ?? claim.source.slug} · {claim.place}
      </p>
      <p className={classes.quiet}>
        {instead.length > 0 ? (
          <Trans>
            It gives the register its value from now on, in place of the claim preferred so far. All claims stay.
          </Trans>
        ) : (
          <Trans>It gives the register its value from now on. All claims stay.</Trans>
        )}
      </p>
      <Textarea
        className={classes.reason}
        label={t`Why this one?`}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_REASON}
        data-autofocus
        required
        error={isShort && t`Say why, in a few words.`}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {refusal && (
        <p role="alert" className={classes.refused}>
          {refusal.happened} {refusal.todo}
        </p>
      )}
      <Button type="submit" size="xs" loading={prefer.isPending}>
        <Trans>Prefer</Trans>
      </Button>
    </form>
  );
}
