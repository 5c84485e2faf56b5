import type { HouseMembershipAnswer, OrganisationNameAnswer } from '@entente/contract/register';
import { Trans, useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { PeriodCell } from '../rows/period-cell.tsx';
import { useStandingWords } from '../rows/standing-words.ts';

/** What an organisation was called, in which language, and when. */
export function NamesTable({ names }: { readonly names: readonly OrganisationNameAnswer[] }) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const setBack = useStandingWords();
  const actions = useActionColumn<OrganisationNameAnswer>('organisation-name');
  const languages = new Intl.DisplayNames([i18n.locale], { type: 'language' });
  const columns: Column<OrganisationNameAnswer>[] = [
    {
      id: 'text',
      header: t`Name`,
      value: ({ text }) => text,
      cell: ({ id, text, language }) => (
        <Fact
          kind="organisation-name"
          id={id}
          field="exists"
          value="true"
          shown={<span lang={language ?? undefined}>{text}</span>}
        />
      ),
    },
    { id: 'kind', header: t`Kind`, value: ({ kind }) => words.term('nameKinds', kind) },
    {
      id: 'language',
      header: t`Language`,
      value: ({ language }) => (language === null ? null : (languages.of(language) ?? language)),
    },
    { id: 'reading', header: t`Reading`, value: ({ reading }) => reading },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="organisation-name" row={row} of={row.text} />,
    },
    ...actions,
  ];
  return <DataTable caption={t`Names`} columns={columns} rows={names} rowKey={({ id }) => id} setBack={setBack} />;
}

/** Which business group an organisation belonged to, and when. */
export function HousesTable({ memberships }: { readonly memberships: readonly HouseMembershipAnswer[] }) {
  const { t } = useLingui();
  const setBack = useStandingWords();
  const actions = useActionColumn<HouseMembershipAnswer>('house-membership');
  const columns: Column<HouseMembershipAnswer>[] = [
    {
      id: 'house',
      header: t`House (business group)`,
      value: ({ house }) => house.name,
      cell: ({ id, house }) => (
        <Fact
          kind="house-membership"
          id={id}
          field="exists"
          of={house.name}
          value="true"
          shown={house.name ?? house.slug}
        />
      ),
    },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="house-membership" row={row} of={row.house.name} />,
    },
    ...actions,
  ];
  return (
    <DataTable
      caption={t`Houses`}
      columns={columns}
      rows={memberships}
      rowKey={({ id }) => id}
      setBack={setBack}
      empty={<Trans>No house is recorded; the organisation counts as a house of its own.</Trans>}
    />
  );
}
