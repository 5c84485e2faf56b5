import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { csvText } from '../../../../lib/csv.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { DateText } from '../../../../ui/date-text.tsx';
import { ObligationsLink } from '../design-links.tsx';
import { CATEGORY_WORDS, RECURRENCE_WORDS, SIDE_WORDS, STATE_WORDS } from '../design-words.ts';
import { type ObligationPaper, StateFigure, useMoneyWords } from './obligation-figures.tsx';
import type { ObligationRow } from './obligation-rows.ts';

const allianceName = ({ alliance }: ObligationPaper): string => alliance.name ?? alliance.slug ?? alliance.id;

function useColumns(day: string): readonly Column<ObligationRow>[] {
  const { t, i18n } = useLingui();
  const money = useMoneyWords();
  const holderOf = ({ content, people }: ObligationPaper): string | null =>
    people.find(({ id }) => id === content.holder)?.name ?? null;
  const nobody = t`nobody`;
  return [
    { id: 'title', header: t`Obligation`, value: ({ paper }) => paper.content.title },
    {
      id: 'alliance',
      header: t`Alliance`,
      value: ({ paper }) => allianceName(paper),
      cell: ({ paper }) => (
        <ObligationsLink slug={paper.alliance.slug ?? paper.alliance.id}>{allianceName(paper)}</ObligationsLink>
      ),
    },
    {
      id: 'state',
      header: t`State`,
      term: true,
      value: ({ reading }) => i18n._(STATE_WORDS[reading.state]),
      cell: ({ paper }) => <StateFigure paper={paper} day={day} />,
    },
    {
      id: 'due',
      header: t`Next due`,
      value: ({ reading }) => reading.nextDue,
      cell: ({ reading }) => reading.nextDue !== null && <DateText value={reading.nextDue} />,
    },
    {
      id: 'recurs',
      header: t`Recurs`,
      term: true,
      value: ({ paper: { content } }) => (content.recurs === null ? null : i18n._(RECURRENCE_WORDS[content.recurs])),
    },
    { id: 'amount', header: t`Amount`, numeric: true, value: ({ paper }) => money(paper.content.financial) },
    { id: 'side', header: t`Whose`, term: true, value: ({ paper }) => i18n._(SIDE_WORDS[paper.content.side]) },
    {
      id: 'category',
      header: t`Category`,
      value: ({ paper: { content } }) => content.ownCategory ?? i18n._(CATEGORY_WORDS[content.category]),
    },
    { id: 'holder', header: t`Who sees to it`, value: ({ paper }) => holderOf(paper) ?? nobody },
  ];
}

type Props = {
  readonly rows: readonly ObligationRow[];
  readonly day: string;
  readonly caption: string;
  readonly empty: string;
};

/** Obligations as a table. */
export function ObligationTable({ rows, day, caption, empty }: Props) {
  const columns = useColumns(day);
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ paper }) => paper.id} empty={empty} />;
}

const cellText = (value: string | number | null): string => (value === null ? '' : String(value));

function handOver(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What is shown as a file, the same columns and words: amounts beside their currencies, days as numbers. */
export function ObligationsFile({ rows, day }: Pick<Props, 'rows' | 'day'>) {
  const { t } = useLingui();
  const columns = useColumns(day);
  const headers = [...columns.map(({ header }) => header), t`Exact amount`, t`Currency`, t`Days late`];
  const text = () =>
    csvText(
      headers,
      rows.map((row) => [
        ...columns.map(({ value }) => cellText(value(row))),
        row.paper.content.financial?.amount ?? '',
        row.paper.content.financial?.currency ?? '',
        cellText(row.reading.daysLate),
      ]),
    );
  return (
    <Button size="xs" variant="default" data-screen-only onClick={() => handOver('obligations.csv', text())}>
      <Trans>CSV</Trans>
    </Button>
  );
}
