import type { StakeAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText, EndText } from '../../../../ui/date-text.tsx';

type Props = {
  readonly mine: StakeAnswer;
  readonly theirs: StakeAnswer;
  readonly onKeepTheirs: () => void;
  readonly onSaveMine: () => void;
};

type Compared = 'holder' | 'share' | 'votingShare' | 'from' | 'to' | 'holders';
const COMPARED: readonly Compared[] = ['holder', 'share', 'votingShare', 'from', 'to', 'holders'];

const textOf = (stake: StakeAnswer, field: Compared): string | null =>
  field === 'holder' ? (stake.holder?.name ?? stake.holder?.slug ?? null) : stake[field];

/** Somebody changed the stake meanwhile: both versions side by side, and the choice. */
export function StakeConflict({ mine, theirs, onKeepTheirs, onSaveMine }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const rows = COMPARED.filter((field) => textOf(mine, field) !== null || textOf(theirs, field) !== null);
  const columns: Column<{ readonly field: Compared }>[] = [
    { id: 'field', header: t`Field`, value: ({ field }) => (field === 'holder' ? t`Holder` : words.field(field)) },
    {
      id: 'mine',
      header: t`Yours`,
      value: ({ field }) => textOf(mine, field),
      cell: ({ field }) => <Value field={field} value={textOf(mine, field)} />,
    },
    {
      id: 'theirs',
      header: t`Saved meanwhile`,
      value: ({ field }) => textOf(theirs, field),
      cell: ({ field }) => <Value field={field} value={textOf(theirs, field)} />,
    },
  ];
  return (
    <div role="alert">
      <p>
        <Trans>
          The stake was changed while you had it open. Nothing of yours is saved yet; decide which version holds.
        </Trans>
      </p>
      <DataTable
        caption={t`Both versions`}
        columns={columns}
        rows={rows.map((field) => ({ field }))}
        rowKey={({ field }) => field}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onKeepTheirs}>
          <Trans>Keep what was saved</Trans>
        </Button>
        <Button onClick={onSaveMine}>
          <Trans>Save mine over it</Trans>
        </Button>
      </Group>
    </div>
  );
}

function Value({ field, value }: { readonly field: Compared; readonly value: string | null }) {
  const words = useWords();
  if (value === null) return <Trans>unknown</Trans>;
  if (field === 'share' || field === 'votingShare') return words.percent(value);
  if (field === 'from') return <DateText value={value} />;
  return field === 'to' ? <EndText value={value} /> : value;
}
