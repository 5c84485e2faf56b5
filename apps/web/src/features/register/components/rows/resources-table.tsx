import type { ResourceAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { plainWords } from '../../../../lib/plain-words.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { AllianceLink, OrganisationLink } from '../record-links.tsx';
import { PeriodCell } from './period-cell.tsx';
import { useStandingWords } from './standing-words.ts';

type Props = { readonly resources: readonly ResourceAnswer[]; readonly side: 'alliance' | 'organisation' };

/** What is brought to an alliance, or what an organisation brings and holds. */
export function ResourcesTable({ resources, side }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const setBack = useStandingWords();
  const actions = useActionColumn<ResourceAnswer>('resource');
  const named = (row: ResourceAnswer): string => `${words.term('resourceKinds', row.kind)}: ${plainWords(row.subject)}`;
  const where: Column<ResourceAnswer> =
    side === 'alliance'
      ? {
          id: 'by',
          header: t`Brought by`,
          value: ({ organisation }) => organisation.name,
          cell: ({ organisation }) => <OrganisationLink organisation={organisation} />,
        }
      : {
          id: 'to',
          header: t`Brought to`,
          value: ({ alliance }) => alliance?.name ?? '',
          cell: ({ alliance }) => (alliance ? <AllianceLink alliance={alliance} /> : <Trans>own stock</Trans>),
        };
  const columns: Column<ResourceAnswer>[] = [
    {
      id: 'resource',
      header: t`Resource`,
      value: named,
      cell: (row) => (
        <Fact kind="resource" id={row.id} field="exists" of={named(row)} value="true" shown={named(row)} />
      ),
    },
    where,
    {
      id: 'property',
      header: t`Nature`,
      value: ({ property }) => property,
      cell: (row) => <Fact kind="resource" id={row.id} field="property" of={named(row)} value={row.property} />,
    },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="resource" row={row} of={named(row)} />,
    },
    ...actions,
  ];
  return (
    <DataTable
      caption={t`Resources`}
      columns={columns}
      rows={resources}
      rowKey={({ id }) => id}
      setBack={setBack}
      filtered
    />
  );
}
