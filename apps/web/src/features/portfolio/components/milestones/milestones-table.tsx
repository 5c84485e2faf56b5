import { Trans, useLingui } from '@lingui/react/macro';
import type { Bar, MilestoneEvent, Milestones } from '@entente/core/portfolio';
import { useWords } from '../../../../lib/use-words.ts';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { dateWords, endWords } from '../../../../ui/date-text.tsx';
import { Inspectable } from '../inspectable.tsx';
import { usePortfolioView } from '../portfolio-context.ts';
import { AllianceLink, SourcePlaces } from '../record-links.tsx';
import { sharesText } from './bar-shape.ts';

type BarRow = { readonly lane: string; readonly slug: string; readonly bar: Bar };

/** The milestones as two tables: alliances by partner, and dated events. */
export function MilestonesTable({ milestones }: { readonly milestones: Milestones }) {
  return (
    <>
      <BarTable milestones={milestones} />
      <h3>
        <Trans>Dated events</Trans>
      </h3>
      <EventTable events={milestones.events} />
    </>
  );
}

function BarTable({ milestones }: { readonly milestones: Milestones }) {
  const { t, i18n } = useLingui();
  const terms = useWords();
  const { answer } = usePortfolioView();
  const end = ({ bar }: BarRow): string => {
    const when = endWords(bar.end === null ? '..' : bar.end === 'unknown' ? 'unknown' : bar.end.text, i18n);
    return bar.ending === null ? when : `${when}, ${terms.term('endings', bar.ending)}`;
  };
  const shares = ({ bar }: BarRow): string =>
    bar.holdings
      .map(({ from, shares: held }, index) => {
        const text = sharesText(held, answer.report.focal);
        return index === 0 || from === null ? text : `${from.text} ${text}`;
      })
      .join(' → ');
  const columns: Column<BarRow>[] = [
    {
      id: 'partner',
      header: t`Partner`,
      value: (row) => row.lane,
      cell: (row) => <Inspectable id={`portfolio.partner.${row.slug}`}>{row.lane}</Inspectable>,
    },
    {
      id: 'alliance',
      header: t`Alliance`,
      value: (row) => row.bar.name,
      cell: (row) => <AllianceLink slug={row.bar.alliance} />,
    },
    { id: 'form', header: t`Form`, value: (row) => row.bar.form && terms.term('forms', row.bar.form) },
    {
      id: 'start',
      header: t`Start`,
      value: (row) => row.bar.start?.earliest ?? null,
      cell: (row) => (row.bar.start ? dateWords(row.bar.start.text, i18n) : t`unknown`),
    },
    { id: 'end', header: t`End`, value: end },
    { id: 'shares', header: t`Shares`, value: shares },
    { id: 'disputed', header: t`Disputed fields`, value: (row) => row.bar.disputed, numeric: true },
    {
      id: 'sources',
      header: t`Sources`,
      value: (row) => row.bar.evidence.map(({ source, place }) => `${source} ${place}`).join('; '),
      cell: (row) => <SourcePlaces evidence={row.bar.evidence} />,
    },
  ];
  const rows = milestones.lanes.flatMap(({ name, slug, bars }) =>
    bars.map((bar): BarRow => ({ lane: name, slug, bar })),
  );
  return (
    <DataTable
      caption={t`Alliances by partner`}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.slug} ${row.bar.alliance}`}
    />
  );
}

function EventTable({ events }: { readonly events: readonly MilestoneEvent[] }) {
  const { t, i18n } = useLingui();
  const terms = useWords();
  const columns: Column<MilestoneEvent>[] = [
    {
      id: 'date',
      header: t`Date`,
      value: (event) => event.date.earliest ?? event.date.latest,
      cell: (event) => (
        <Inspectable id={`portfolio.event.${event.event}`}>{dateWords(event.date.text, i18n)}</Inspectable>
      ),
    },
    { id: 'kind', header: t`Kind`, value: (event) => event.kind && terms.term('eventKinds', event.kind) },
    { id: 'title', header: t`What happened`, value: (event) => event.title },
    {
      id: 'sources',
      header: t`Sources`,
      value: (event) => event.evidence.map(({ source, place }) => `${source} ${place}`).join('; '),
      cell: (event) => <SourcePlaces evidence={event.evidence} />,
    },
  ];
  return <DataTable caption={t`Dated events`} columns={columns} rows={events} rowKey={(event) => event.event} />;
}
