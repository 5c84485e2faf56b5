import type { ClaimAnswer } from '@entente/contract/evidence';
import { claims as claimCollection } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { RequestFailure } from '../../../../lib/problem.ts';
import { isEntrySource } from '../../../../lib/source-name.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { FailureState } from '../../../../ui/states.tsx';
import { workspaceKey } from '../../api/register-queries.ts';
import { ClaimValue } from '../claim-value.tsx';
import { type FormProblem, placeOf, problemsIn } from '../forms/form-problems.ts';
import type { FormValue } from '../forms/form-values.ts';
import { useProblemText } from '../forms/problem-text.ts';
import { PlaceInput, QuoteInput } from '../forms/source-texts.tsx';
import { useSave } from '../forms/use-save.tsx';
import { ClaimValueInput, needed, useClaimReader } from './claim-inputs.tsx';
import { correctionOf } from './claim-writes.ts';

type Props = { readonly claim: ClaimAnswer; readonly onDone: () => void };

/** A statement as it was entered, to be put right: its value, its place, its quotation, and the reason of its rank. */
export function ClaimCorrection({ claim, onDone }: Props) {
  const { t } = useLingui();
  const problemText = useProblemText();
  const client = useQueryClient();
  const workspace = useWorkspace();
  const { save, error, isPending } = useSave();
  const { kind } = claim.subject;
  const read = useClaimReader(kind, claim.field);
  const [typed, setTyped] = useState<FormValue>(claim.value === '..' ? '' : claim.value);
  const [place, setPlace] = useState(claim.place);
  const [quote, setQuote] = useState(claim.quote ?? '');
  const [reason, setReason] = useState(claim.reason ?? '');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [isMet, setMet] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    first?.focus();
    // What is typed at once takes the place of the old value.
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  const needsReason = claim.rank !== 'normal';

  const tell = (problems: readonly FormProblem[]): void =>
    setErrors(Object.fromEntries(problems.map((problem) => [problem.field ?? 'root', problemText(problem)])));
  const refused = async (failure: unknown): Promise<void> => {
    if (!(failure instanceof RequestFailure)) return;
    if (failure.code === 'version-stale') {
      // What stands now is read anew and shown beside what was typed; a second save is made on it.
      await client.invalidateQueries({ queryKey: workspaceKey(workspace) });
      return setMet(true);
    }
    const told = failure.document?.errors ?? [];
    tell(told.map(({ pointer, code, message, fix }) => ({ field: placeOf(pointer).field, code, message, fix })));
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { stated, problem } = read(typed);
    const given = { place: place.trim(), quote: quote.trim() || null, reason: reason.trim() || null };
    const missing = [
      ...(problem ? [problem] : []),
      ...(given.place === '' ? [needed('place')] : []),
      ...(needsReason && given.reason === null ? [needed('reason')] : []),
    ];
    if (missing.length > 0 || stated === null) return tell(missing);
    const write = correctionOf(claim, { value: stated, ...given });
    if (write === null) return onDone();
    const problems = problemsIn(claimCollection.change, write.change);
    if (problems.length > 0) return tell(problems);
    setErrors({});
    await save({ changes: [write], reason: null, told: <Trans>The statement is corrected.</Trans> }).then(
      onDone,
      refused,
    );
  };
  const isPlaced = Object.keys(errors).some((name) => name !== 'root');
  return (
    <form
      ref={form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        // Escape leaves the correction; what lies around it stays open. An open list of choices closes first.
        if (event.key !== 'Escape' || (event.target as Element).getAttribute('aria-expanded') === 'true') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
      noValidate
      aria-label={t`Correct this statement`}
    >
      <Stack gap="sm" mt="sm">
        {isMet && <MetCorrection claim={claim} />}
        <ClaimValueInput kind={kind} field={claim.field} value={typed} onChange={setTyped} error={errors['value']} />
        {!isEntrySource(claim.source) && <PlaceInput value={place} onChange={setPlace} error={errors['place']} />}
        <QuoteInput value={quote} onChange={setQuote} error={errors['quote']} />
        {(needsReason || claim.reason !== null) && (
          <TextInput
            label={
              needsReason ? (claim.rank === 'preferred' ? t`Why it is preferred` : t`Why it is set aside`) : t`Reason`
            }
            required={needsReason}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={errors['reason']}
          />
        )}
        {error !== null && !isPlaced && !isMet && <FailureState error={error} inline />}
        <Group gap="xs">
          <Button size="xs" type="submit" loading={isPending}>
            <Trans>Save</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Somebody corrected the statement while it was being corrected: what it says now, above what was typed. */
function MetCorrection({ claim }: { readonly claim: ClaimAnswer }) {
  const { subject, field, value, place, quote } = claim;
  return (
    <Alert color="yellow" role="alert">
      <p>
        <Trans>
          Somebody changed this statement while you had it open. Nothing of yours is saved yet; save again to put it in
          place of what stands now:
        </Trans>
      </p>
      <p>
        <ClaimValue kind={subject.kind} field={field} value={value} /> · {place}
      </p>
      {quote !== null && <blockquote>{quote}</blockquote>}
    </Alert>
  );
}
