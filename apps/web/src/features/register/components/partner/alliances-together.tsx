import type { AllianceAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFocal } from '../../../../lib/focal.ts';
import { firstDay } from '../../../../lib/reading.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import type { OrganisationRecord } from '../../api/answers.ts';
import { organisationRecordQuery } from '../../api/register-queries.ts';
import { AllianceLink } from '../record-links.tsx';
import { useStandingWords } from '../rows/standing-words.ts';

/** The alliances of a partner; those together with the firm in focus are marked in words. */
export function AlliancesTogether({ record }: { readonly record: OrganisationRecord }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const focal = useFocal();
  const setBack = useStandingWords();
  const isFocal = focal === record.organisation.slug;
  const { data } = useQuery({
    ...organisationRecordQuery(workspace, focal ?? ''),
    enabled: focal !== null && !isFocal,
  });
  const shared = new Set(data?.alliances.map(({ id }) => id) ?? []);
  const withFocal = isFocal ? [] : record.alliances.filter(({ id }) => shared.has(id));
  const name = data?.organisation.name ?? data?.organisation.slug ?? '';
  const isVenture = ({ venture }: AllianceAnswer): boolean => venture?.id === record.organisation.id;
  const columns: Column<AllianceAnswer>[] = [
    {
      id: 'name',
      header: t`Alliance`,
      value: (row) => row.name,
      cell: (alliance) => <AllianceLink alliance={alliance} />,
    },
    { id: 'form', header: t`Form`, value: ({ form }) => (form === null ? null : words.term('forms', form)) },
    { id: 'part', header: t`Part in it`, value: (row) => (isVenture(row) ? t`venture company` : t`member`) },
    ...(withFocal.length > 0
      ? [
          {
            id: 'together',
            header: t`Together with`,
            value: ({ id }: AllianceAnswer) => (shared.has(id) ? name : null),
          },
        ]
      : []),
    {
      id: 'start',
      header: t`Start`,
      value: ({ start }) => firstDay(start),
      cell: (row) => <Fact kind="alliance" id={row.id} field="start" of={row.name} value={row.start} />,
    },
    {
      id: 'end',
      header: t`End`,
      value: ({ end }) => (end === '..' ? null : firstDay(end)),
      cell: (row) => <Fact kind="alliance" id={row.id} field="end" of={row.name} value={row.end} />,
    },
  ];
  const denied = new Set(record.memberships.filter(({ exists }) => !exists).map(({ alliance }) => alliance.id));
  const isStated = ({ id, exists }: { readonly id: string; readonly exists: boolean }): boolean =>
    exists && !denied.has(id);
  return (
    <>
      {data && !isFocal && (
        <p>
          {withFocal.length === 0 ? (
            <Trans>No alliance together with {name} is recorded.</Trans>
          ) : (
            <Trans>
              {withFocal.length} of {record.alliances.length} together with {name}.
            </Trans>
          )}
        </p>
      )}
      <DataTable
        caption={t`Alliances`}
        columns={columns}
        rows={record.alliances}
        rowKey={({ id }) => id}
        setBack={(alliance) => setBack({ from: alliance.start, to: alliance.end, exists: isStated(alliance) })}
        initialSort={{ id: 'start', descending: false }}
      />
    </>
  );
}
