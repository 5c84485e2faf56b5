import type { PersonAnswer, WorkforceAnswer } from '@entente/contract/register';
import { useLingui } from '@lingui/react/macro';
import { firstDay } from '../../../../lib/reading.ts';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { Fact } from '../fact.tsx';
import { useActionColumn } from '../forms/row-actions.tsx';
import { OrganisationLink } from '../record-links.tsx';
import { PeriodCell } from './period-cell.tsx';
import { useComingWords, useStandingWords } from './standing-words.ts';

/** People, their roles, and where they were dispatched. */
export function PeopleTable({ people }: { readonly people: readonly PersonAnswer[] }) {
  const { t } = useLingui();
  const setBack = useStandingWords();
  const actions = useActionColumn<PersonAnswer>('person');
  const columns: Column<PersonAnswer>[] = [
    {
      id: 'name',
      header: t`Name`,
      value: ({ name }) => name,
      cell: (row) => <Fact kind="person" id={row.id} field="name" value={row.name} />,
    },
    {
      id: 'role',
      header: t`Role`,
      value: ({ role }) => role,
      cell: (row) => <Fact kind="person" id={row.id} field="role" of={row.name} value={row.role} />,
    },
    {
      id: 'organisation',
      header: t`Organisation`,
      value: ({ organisation }) => organisation?.name ?? null,
      cell: ({ organisation }) => <OrganisationLink organisation={organisation} />,
    },
    {
      id: 'dispatched',
      header: t`Dispatched`,
      value: ({ dispatchedFrom, dispatchedTo }) => dispatchedTo?.name ?? dispatchedFrom?.name ?? null,
      cell: ({ dispatchedFrom, dispatchedTo }) =>
        (dispatchedFrom || dispatchedTo) && (
          <>
            <OrganisationLink organisation={dispatchedFrom} /> → <OrganisationLink organisation={dispatchedTo} />
          </>
        ),
    },
    {
      id: 'period',
      header: t`Period`,
      value: ({ from }) => firstDay(from),
      cell: (row) => <PeriodCell kind="person" row={row} of={row.name} />,
    },
    ...actions,
  ];
  return (
    <DataTable caption={t`People`} columns={columns} rows={people} rowKey={({ id }) => id} setBack={setBack} filtered />
  );
}

/** People by origin, in numbers or, where a source gives only words, in words. */
export function WorkforceTable({ workforces }: { readonly workforces: readonly WorkforceAnswer[] }) {
  const { t } = useLingui();
  const words = useWords();
  const coming = useComingWords();
  const actions = useActionColumn<WorkforceAnswer>('workforce');
  const columns: Column<WorkforceAnswer>[] = [
    { id: 'origin', header: t`Origin`, value: ({ origin }) => origin },
    {
      id: 'number',
      header: t`Number`,
      // Words among the figures read from the left, and the figures with them.
      numeric: workforces.every(({ number }) => number !== null),
      value: ({ number }) => (number === null ? null : Number(number)),
      cell: (row) => (
        <Fact
          kind="workforce"
          id={row.id}
          field={row.number === null && row.words !== null ? 'words' : 'number'}
          of={row.origin}
          value={row.number ?? row.words}
          shown={row.number === null ? row.words : words.number(row.number)}
        />
      ),
    },
    {
      id: 'date',
      header: t`Date`,
      value: ({ date }) => firstDay(date),
      cell: (row) => <Fact kind="workforce" id={row.id} field="date" of={row.origin} value={row.date} />,
    },
    ...actions,
  ];
  return (
    <DataTable
      caption={t`Workforce`}
      columns={columns}
      rows={workforces}
      rowKey={({ id }) => id}
      setBack={({ date }) => coming(date)}
    />
  );
}
