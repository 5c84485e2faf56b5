import type { ClaimAnswer } from '@entente/contract/evidence';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import { claims as claimCollection } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useCustomFields } from '../../../../lib/custom-fields.ts';
import { RequestFailure } from '../../../../lib/problem.ts';
import { FailureState } from '../../../../ui/states.tsx';
import { ownName, readOwnValues } from '../forms/custom-values.ts';
import { FieldInput } from '../forms/field-input.tsx';
import { type FormProblem, placeOf, problemsIn } from '../forms/form-problems.ts';
import type { FormValue, Picked } from '../forms/form-values.ts';
import { OwnFieldInput } from '../forms/own-field-input.tsx';
import { useProblemText } from '../forms/problem-text.ts';
import { readField } from '../forms/record-body.ts';
import { SourceSelect } from '../forms/source-part.tsx';
import { useSave } from '../forms/use-save.tsx';
import { claimShape, claimWrites } from './claim-writes.ts';

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

const needed = (field: string): FormProblem => ({
  field,
  code: 'field-required',
  message: 'This field is needed',
  fix: 'Fill it in.',
});

/** What a source states of a field: the value, the source, the place in it, its words. */
export function ClaimForm({ kind, id, field, value, beside, onDone }: Props) {
  const { t } = useLingui();
  const problemText = useProblemText();
  const { save, error, isPending } = useSave();
  const shape = claimShape(kind, field);
  const own = useCustomFields(kind).find(({ key }) => field === `custom.${key}`);
  const [typed, setTyped] = useState<FormValue>(value ?? (field === EXISTS ? 'false' : ''));
  const [source, setSource] = useState<Picked | null>(null);
  const [texts, setTexts] = useState({ place: '', quote: '', reason: '' });
  const [isPreferred, setPreferred] = useState(false);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const put = (name: keyof typeof texts) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setTexts({ ...texts, [name]: event.currentTarget.value });
  const tell = (problems: readonly FormProblem[]): void =>
    setErrors(Object.fromEntries(problems.map((problem) => [problem.field ?? 'root', problemText(problem)])));

  const readClaim = (value: FormValue): { readonly stated: unknown; readonly problem: FormProblem | undefined } => {
    if (field === EXISTS) return { stated: value, problem: undefined };
    if (own) {
      const { custom, problems } = readOwnValues([own], null, { [ownName(own)]: value });
      return { stated: custom[own.key] ?? null, problem: problems[0] };
    }
    const read = readField(shape, value);
    return { stated: read.value[shape.name], problem: read.problem };
  };

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { stated, problem } = readClaim(typed);
    const [place, reason] = [texts.place.trim(), texts.reason.trim()];
    const quote = texts.quote.trim() === '' ? null : texts.quote.trim();
    const missing = [
      ...(problem ? [{ ...problem, field: 'value' }] : stated === null || stated === '' ? [needed('value')] : []),
      ...(source === null ? [needed('source')] : []),
      ...(place === '' ? [needed('place')] : []),
      ...(isPreferred && reason === '' ? [needed('reason')] : []),
    ];
    if (missing.length > 0 || source === null) return tell(missing);
    const claim = {
      subject: { kind, id },
      field,
      value: typeof stated === 'string' ? stated : '',
      source,
      place,
      quote,
    };
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
        {field === EXISTS ? (
          <Radio.Group
            label={t`What it says of this record`}
            value={typeof typed === 'string' ? typed : ''}
            onChange={setTyped}
          >
            <Stack gap={4}>
              <Radio size="xs" value="true" label={t`stated`} />
              <Radio size="xs" value="false" label={t`denied or left out`} />
            </Stack>
          </Radio.Group>
        ) : own ? (
          <OwnFieldInput
            field={own}
            value={typeof typed === 'string' ? typed : ''}
            onChange={setTyped}
            error={errors['value']}
          />
        ) : (
          <FieldInput field={shape} value={typed} onChange={setTyped} error={errors['value']} />
        )}
        <SourceSelect label={t`Source`} required value={source} onChange={setSource} error={errors['source']} />
        <TextInput
          label={t`Place in the source`}
          description={t`Section, table, page or note.`}
          required
          value={texts.place}
          onChange={put('place')}
          error={errors['place']}
        />
        <Textarea
          label={t`Quotation`}
          description={t`At most 25 words.`}
          rows={2}
          value={texts.quote}
          onChange={put('quote')}
          error={errors['quote']}
        />
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
            onChange={put('reason')}
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
