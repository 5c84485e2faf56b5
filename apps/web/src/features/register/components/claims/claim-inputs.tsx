import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import { useCustomFields } from '../../../../lib/custom-fields.ts';
import { type OwnField, ownName, readOwnValues } from '../forms/custom-values.ts';
import { FieldInput } from '../forms/field-input.tsx';
import type { FormProblem } from '../forms/form-problems.ts';
import type { FormValue } from '../forms/form-values.ts';
import { OwnFieldInput } from '../forms/own-field-input.tsx';
import { readField } from '../forms/record-body.ts';
import { claimShape } from './claim-writes.ts';

/** A refusal of what a statement needs and does not have. */
export const needed = (field: string): FormProblem => ({
  field,
  code: 'field-required',
  message: 'This field is needed',
  fix: 'Fill it in.',
});

/** What was typed for the value of a statement, as text of the field; null with the problem where there is none. */
export type ReadClaim =
  | { readonly stated: string; readonly problem: null }
  | { readonly stated: null; readonly problem: FormProblem };

function readClaim(kind: SubjectKind, field: string, own: OwnField | undefined, typed: FormValue): ReadClaim {
  const outcome = ((): { readonly stated: unknown; readonly problem: FormProblem | undefined } => {
    if (field === EXISTS) return { stated: typed, problem: undefined };
    if (own) {
      const { custom, problems } = readOwnValues([own], null, { [ownName(own)]: typed });
      return { stated: custom[own.key] ?? null, problem: problems[0] };
    }
    const shape = claimShape(kind, field);
    const { value, problem } = readField(shape, typed);
    return { stated: value[shape.name], problem };
  })();
  if (outcome.problem) return { stated: null, problem: { ...outcome.problem, field: 'value' } };
  const { stated } = outcome;
  if (typeof stated !== 'string' || stated === '') return { stated: null, problem: needed('value') };
  return { stated, problem: null };
}

/** Reads what is typed for a field's value by the field's own rule. */
export function useClaimReader(kind: SubjectKind, field: string): (typed: FormValue) => ReadClaim {
  const own = useCustomFields(kind).find(({ key }) => field === `custom.${key}`);
  return (typed) => readClaim(kind, field, own, typed);
}

type ValueProps = {
  readonly kind: SubjectKind;
  readonly field: string;
  readonly value: FormValue;
  readonly onChange: (value: FormValue) => void;
  readonly error: string | undefined;
};

/** The value that a source states, in the input of its field. */
export function ClaimValueInput({ kind, field, value, onChange, error }: ValueProps) {
  const { t } = useLingui();
  const own = useCustomFields(kind).find(({ key }) => field === `custom.${key}`);
  const text = typeof value === 'string' ? value : '';
  if (field === EXISTS) {
    return (
      <Radio.Group label={t`What it says of this record`} value={text} onChange={onChange}>
        <Stack gap={4}>
          <Radio size="xs" value="true" label={t`stated`} />
          <Radio size="xs" value="false" label={t`denied or left out`} />
        </Stack>
      </Radio.Group>
    );
  }
  if (own) return <OwnFieldInput field={own} value={text} onChange={onChange} error={error} />;
  return <FieldInput field={claimShape(kind, field)} value={value} onChange={onChange} error={error} />;
}
