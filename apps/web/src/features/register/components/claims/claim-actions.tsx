import type { ClaimAnswer } from '@entente/contract/evidence';
import type { Rank } from '@entente/core/kernel';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type SubmitEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSourceName } from '../../../../lib/source-name.ts';
import type { RecordWrite } from '../../api/register-writes.ts';
import { useEditing } from '../forms/editing-context.ts';
import { useSave } from '../forms/use-save.tsx';
import { ClaimCorrection } from './claim-correction.tsx';
import { rankWrites } from './claim-writes.ts';

type Props = { readonly claim: ClaimAnswer; readonly beside: readonly ClaimAnswer[] };

/** Corrects a statement; prefers it or sets it aside, each with a reason; takes it back to normal; removes it. */
export function ClaimActions({ claim, beside }: Props) {
  const { t } = useLingui();
  const editing = useEditing();
  const { nameOf, placeIn } = useSourceName();
  const { save, isPending, fail } = useSave();
  const [asked, setAsked] = useState<'preferred' | 'deprecated' | 'correction' | null>(null);
  const { change, remove } = claim.abilities;
  const correct = useRef<HTMLButtonElement>(null);
  const isLeaving = useRef(false);
  // Whoever leaves the correction is back where it began, also by keyboard.
  useEffect(() => {
    if (asked !== null || !isLeaving.current) return;
    isLeaving.current = false;
    correct.current?.focus();
  }, [asked]);
  if (!editing || !(change || remove)) return null;
  const leave = (): void => {
    isLeaving.current = true;
    setAsked(null);
  };

  const run = (changes: readonly RecordWrite[], told: ReactNode): void => {
    save({ changes, reason: null, told }).then(leave, fail);
  };
  const rank = (to: Rank, reason: string | null): void =>
    run(rankWrites(claim, beside, to, reason), <Trans>The statement has another rank.</Trans>);
  const removal: RecordWrite = { collection: 'claims', record: claim.id, version: claim.version, remove: true };
  const about = `${nameOf(claim.source) ?? ''}, ${placeIn(claim.source, claim.place)}`;
  if (asked === 'correction') return <ClaimCorrection claim={claim} onDone={leave} />;
  if (asked !== null) {
    return (
      <ReasonForm
        label={asked === 'preferred' ? t`Why it is preferred` : t`Why it is set aside`}
        isPending={isPending}
        onGive={(reason) => rank(asked, reason)}
        onCancel={leave}
      />
    );
  }
  return (
    <Group gap={4} mt={4}>
      {change && (
        <Button
          ref={correct}
          size="compact-xs"
          variant="default"
          aria-label={t`Correct: ${about}`}
          onClick={() => setAsked('correction')}
        >
          <Trans>Correct</Trans>
        </Button>
      )}
      {change && claim.rank !== 'preferred' && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t`Prefer: ${about}`}
          onClick={() => setAsked('preferred')}
        >
          <Trans>Prefer</Trans>
        </Button>
      )}
      {change && claim.rank !== 'deprecated' && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t`Set aside: ${about}`}
          onClick={() => setAsked('deprecated')}
        >
          <Trans>Set aside</Trans>
        </Button>
      )}
      {change && claim.rank !== 'normal' && (
        <Button
          size="compact-xs"
          variant="default"
          loading={isPending}
          aria-label={t`Back to normal: ${about}`}
          onClick={() => rank('normal', null)}
        >
          <Trans>Back to normal</Trans>
        </Button>
      )}
      {remove && (
        <Button
          size="compact-xs"
          variant="default"
          loading={isPending}
          aria-label={t`Remove: ${about}`}
          onClick={() => run([removal], <Trans>The statement is removed.</Trans>)}
        >
          <Trans>Remove</Trans>
        </Button>
      )}
    </Group>
  );
}

type ReasonProps = {
  readonly label: string;
  readonly isPending: boolean;
  readonly onGive: (reason: string) => void;
  readonly onCancel: () => void;
};

function ReasonForm({ label, isPending, onGive, onCancel }: ReasonProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') onGive(reason.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        size="xs"
        mt={4}
        label={label}
        required
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && reason.trim() === '' ? t`Say why.` : undefined}
      />
      <Group gap={4} mt={4}>
        <Button size="compact-xs" type="submit" loading={isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </form>
  );
}
