import type { ClaimAnswer } from '@entente/contract/evidence';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import { claims as claimCollection } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { RequestFailure } from '../../../../lib/problem.ts';
import { FailureState } from '../../../../ui/states.tsx';
import { type FormProblem, placeOf, problemsIn } from '../forms/form-problems.ts';
import type { FormValue, Picked } from '../forms/form-values.ts';
import { useProblemText } from '../forms/problem-text.ts';
import { SourceSelect } from '../forms/source-part.tsx';
import { PlaceInput, QuoteInput } from '../forms/source-texts.tsx';
import { useSave } from '../forms/use-save.tsx';
import { ClaimValueInput, needed, useClaimReader } from './claim-inputs.tsx';
import { claimWrites } from './claim-writes.ts';

type Props = {
  readonly kind: SubjectKind;
  readonly id: string;
  /** A field that claims can be on. */
  readonly field: string;
  /** The value that one more source states; null: another value. */
  readonly value: string | null;
  readonly beside: readonly ClaimAnswer[];
  readonly onDone: () => void;
};

/** What a source states of a field: the value, the source, the place in it, its words. */
export function ClaimForm({ kind, id, field, value, beside, onDone }: Props) {
  const { t } = useLingui();
  const problemText = useProblemText();
  const { save, error, isPending } = useSave();
  const read = useClaimReader(kind, field);
  const [typed, setTyped] = useState<FormValue>(value ?? (field === EXISTS ? 'false' : ''));
  const [source, setSource] = useState<Picked | null>(null);
  const [texts, setTexts] = useState({ place: '', quote: '', reason: '' });
  const [isPreferred, setPreferred] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const put = (name: keyof typeof texts) => (text: string) => setTexts({ ...texts, [name]: text });
  const tell = (problems: readonly FormProblem[]): void =>
    setErrors(Object.fromEntries(problems.map((problem) => [problem.field ?? 'root', problemText(problem)])));

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { stated, problem } = read(typed);
    const [place, reason] = [texts.place.trim(), texts.reason.trim()];
    const quote = texts.quote.trim() === '' ? null : texts.quote.trim();
    const missing = [
      ...(problem ? [problem] : []),
      ...(source === null ? [needed('source')] : []),
      ...(place === '' ? [needed('place')] : []),
      ...(isPreferred && reason === '' ? [needed('reason')] : []),
    ];
    if (missing.length > 0 || source === null || stated === null) return tell(missing);
    const claim = { subject: { kind, id }, field, value: stated, source, place, quote };
    const writes = claimWrites({ ...claim, preferredFor: isPreferred ? reason : null }, beside);
    const refused = problemsIn(claimCollection.creation, writes.at(-1)?.create);
    if (refused.length > 0) return tell(refused);
    await save({ changes: writes, reason: null, told: <Trans>The statement is added.</Trans> }).then(
      onDone,
      (failure: unknown) => {
        if (!(failure instanceof RequestFailure)) return;
        const told = failure.document?.errors ?? [];
        tell(told.map(({ pointer, code, message, fix }) => ({ field: placeOf(pointer).field, code, message, fix })));
      },
    );
  };
  const isPlaced = Object.keys(errors).some((name) => name !== 'root');
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t`A statement of a source`}>
      <Stack gap="sm" mt="sm">
        <ClaimValueInput kind={kind} field={field} value={typed} onChange={setTyped} error={errors['value']} />
        <SourceSelect label={t`Source`} required value={source} onChange={setSource} error={errors['source']} />
        <PlaceInput value={texts.place} onChange={put('place')} error={errors['place']} />
        <QuoteInput value={texts.quote} onChange={put('quote')} error={errors['quote']} />
        <Checkbox
          label={t`Let it give the value`}
          checked={isPreferred}
          onChange={(event) => setPreferred(event.currentTarget.checked)}
        />
        {isPreferred && (
          <TextInput
            label={t`Why it is preferred`}
            required
            value={texts.reason}
            onChange={(event) => put('reason')(event.currentTarget.value)}
            error={errors['reason']}
          />
        )}
        {error !== null && !isPlaced && <FailureState error={error} inline />}
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
