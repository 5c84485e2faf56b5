import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { TypedDateInput } from '../../../../ui/typed-date-input.tsx';
import type { FormValue } from '../forms/form-values.ts';
import { readDate } from '../forms/read-date.ts';
import { RecordSelect } from '../forms/record-select.tsx';
import { isBlank, type StakeRow } from './stake-rows.ts';

type Props = {
  readonly row: StakeRow;
  readonly number: number;
  /** Texts of refusals by row and field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (row: StakeRow) => void;
};

/** One stake as a row of inputs; taken out, it stays in sight until it is saved. */
export function StakeRowInputs({ row, number, errors, onChange }: Props) {
  const { t } = useLingui();
  const { key, values, isRemoved } = row;
  const put = (name: string, value: FormValue): void => onChange({ ...row, values: { ...values, [name]: value } });
  const errorOf = (name: string): string | undefined => errors[`${key} ${name}`];
  const textOf = (name: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const holder = values['holder'];
  const labels = {
    holder: t`Holder, row ${number}`,
    holders: t`Unnamed holders, row ${number}`,
    holderCount: t`How many, row ${number}`,
    share: t`Share, row ${number}`,
    votingShare: t`Votes, row ${number}`,
    from: t`From, row ${number}`,
    to: t`Until, row ${number}`,
  };
  const figure = (name: 'holderCount' | 'share' | 'votingShare') => (
    <TextInput
      size="xs"
      inputMode="decimal"
      aria-label={labels[name]}
      value={textOf(name)}
      onChange={(event) => put(name, event.currentTarget.value)}
      error={errorOf(name)}
      disabled={isRemoved}
    />
  );
  const date = (name: 'from' | 'to') => (
    <TypedDateInput
      bare
      label={labels[name]}
      value={textOf(name)}
      onChange={(text) => put(name, text)}
      read={(text) => readDate(name, text)}
      error={errorOf(name)}
      disabled={isRemoved}
    />
  );
  return (
    <tr data-removed={isRemoved || undefined}>
      <td data-label={t`Holder`}>
        <RecordSelect
          bare
          label={labels.holder}
          kinds={['organisation']}
          value={typeof holder === 'object' && holder !== null && 'kind' in holder ? holder : null}
          onChange={(picked) => put('holder', picked)}
          error={errorOf('holder')}
          disabled={isRemoved}
        />
      </td>
      <td data-label={t`Unnamed holders`}>
        <TextInput
          size="xs"
          aria-label={labels.holders}
          value={textOf('holders')}
          onChange={(event) => put('holders', event.currentTarget.value)}
          error={errorOf('holders')}
          disabled={isRemoved}
        />
      </td>
      <td data-label={t`How many`}>{figure('holderCount')}</td>
      <td data-label={t`Share %`}>{figure('share')}</td>
      <td data-label={t`Votes %`}>{figure('votingShare')}</td>
      <td data-label={t`From`}>{date('from')}</td>
      <td data-label={t`Until`}>{date('to')}</td>
      <td data-label={t`Action`}>
        {!isBlank(row) && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => onChange({ ...row, isRemoved: !isRemoved })}
            aria-label={isRemoved ? t`Keep row ${number}` : t`Take out row ${number}`}
          >
            {isRemoved ? <Trans>Keep</Trans> : <Trans>Take out</Trans>}
          </Button>
        )}
      </td>
    </tr>
  );
}
