import type { ReleaseAnswer, ReleaseInputAnswer } from '@entente/contract/clean-team';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { inputsQuery } from '../api/release-requests.ts';

/** The figures that entered an aggregate, for the clean team. */
export function ReleaseInputs({ release }: { readonly release: ReleaseAnswer }) {
  const { t } = useLingui();
  const words = useWords();
  const { data, error, refetch } = useQuery(inputsQuery(useWorkspace(), release.id));
  if (error && !data) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={3} />;
  const columns: Column<ReleaseInputAnswer>[] = [
    { id: 'organisation', header: t`Organisation`, value: ({ organisation }) => organisation.name },
    { id: 'record', header: t`Record`, value: ({ label }) => label },
    ...(release.statistic === 'share'
      ? [
          {
            id: 'part',
            header: t`In the part`,
            value: ({ isPart }: ReleaseInputAnswer) => Number(isPart),
            cell: ({ isPart }: ReleaseInputAnswer) => (isPart ? t`yes` : null),
          },
        ]
      : []),
    {
      id: 'value',
      header: t`Figure`,
      numeric: true,
      value: ({ value }) => (value === null ? null : Number(value)),
      cell: ({ value }) => (value === null ? <Trans>unknown</Trans> : words.number(value)),
    },
  ];
  return <DataTable caption={t`What entered it`} columns={columns} rows={data.items} rowKey={({ record }) => record} />;
}
