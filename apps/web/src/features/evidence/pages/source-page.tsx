import type { ClaimAnswer, SourceAnswer } from '@entente/contract/evidence';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFieldName } from '../../../lib/custom-fields.ts';
import { useSourceName } from '../../../lib/source-name.ts';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { claimsQuery, sourceQuery } from '../api/evidence-queries.ts';
import { useSubjectNames } from '../api/subject-names.ts';
import { ClaimSubject } from '../components/claim-lines.tsx';
import { StatedValue } from '../components/stated-value.tsx';
import classes from './source-page.module.css';

type Props = {
  /** What can be done with the document. */
  readonly actionsOf: (source: SourceAnswer) => ReactNode;
};

/** One document, and everything in the register that stands on it. */
export function SourcePage({ actionsOf }: Props) {
  const workspace = useWorkspace();
  const { key } = useParams({ from: '/w/$workspace/sources/$key' });
  const { data, error, refetch } = useQuery(sourceQuery(workspace, key));
  const { nameOf } = useSourceName();
  const called = data === undefined ? undefined : (nameOf({ slug: data.key, name: data.title }) ?? undefined);
  usePageTitle(called);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  return (
    <>
      <h1 lang={data.language ?? undefined}>{called}</h1>
      {actionsOf(data)}
      <SourceFacts source={data} />
      <StatementsOf source={data} />
      <Section id="history" title={<Trans>History</Trans>}>
        <Link to="/w/$workspace/history" params={{ workspace }} search={{ record: `source:${data.key}` }}>
          <Trans>What was changed here, by whom and why</Trans>
        </Link>
      </Section>
    </>
  );
}

function SourceFacts({ source }: { readonly source: SourceAnswer }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { t } = useLingui();
  const detailNames: Readonly<Record<string, string>> = {
    method: t`Method`,
    interviewees: t`Interviewees`,
    object: t`Subject of the interview`,
    time: t`Time`,
    duration: t`Duration`,
  };
  return (
    <dl className={classes.facts}>
      {source.authors.length > 0 && <Line name={<Trans>Authors</Trans>}>{source.authors.join('; ')}</Line>}
      <Line name={<Trans>Kind</Trans>}>{words.term('sourceKinds', source.kind)}</Line>
      {source.date !== null && (
        <Line name={<Trans>Date</Trans>}>
          <DateText value={source.date} />
        </Line>
      )}
      {source.venue !== null && <Line name={<Trans>Published in</Trans>}>{source.venue}</Line>}
      {source.doi !== null && (
        <Line name="DOI">
          <a href={`https://doi.org/${source.doi}`} rel="noreferrer">
            {source.doi}
          </a>
        </Line>
      )}
      {source.place !== null && <Line name={<Trans>Place</Trans>}>{source.place}</Line>}
      {source.within && (
        <Line name={<Trans>Reported in</Trans>}>
          <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source.within.slug ?? source.within.id }}>
            {source.within.name ?? source.within.slug}
          </Link>
        </Line>
      )}
      {Object.entries(source.details).map(([name, value]) => (
        <Line key={name} name={detailNames[name] ?? name}>
          {value}
        </Line>
      ))}
      <Line name={<Trans>Key</Trans>}>{source.key}</Line>
    </dl>
  );
}

function Line({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function StatementsOf({ source }: { readonly source: SourceAnswer }) {
  const { t } = useLingui();
  const words = useWords();
  const workspace = useWorkspace();
  const fieldName = useFieldName();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    claimsQuery(workspace, source.key),
  );
  if (error && !data) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const nameOf = useSubjectNames(
    workspace,
    rows.map(({ subject }) => subject),
  );
  const columns: Column<ClaimAnswer>[] = [
    { id: 'place', header: t`Place`, value: ({ place }) => place },
    {
      id: 'about',
      header: t`About`,
      value: ({ subject }) => nameOf(subject),
      cell: ({ subject }) => <ClaimSubject subject={subject} name={nameOf(subject)} />,
    },
    { id: 'field', header: t`Field`, value: ({ subject, field }) => fieldName(subject.kind, field) },
    {
      id: 'value',
      header: t`Value`,
      value: ({ value }) => value,
      cell: ({ subject, field, value, quote }) => (
        <>
          <StatedValue kind={subject.kind} field={field} value={value} />
          {quote !== null && (
            <q className={classes.quote} lang={source.language ?? undefined}>
              {quote}
            </q>
          )}
        </>
      ),
    },
    { id: 'rank', header: t`Rank`, value: ({ rank }) => words.term('ranks', rank) },
  ];
  return (
    <Section
      id="statements"
      title={<Trans>What it states</Trans>}
      {...(data?.pages[0] && { count: data.pages[0].total })}
    >
      {!data && <LoadingState />}
      {data && <DataTable caption={t`What it states`} columns={columns} rows={rows} rowKey={({ id }) => id} filtered />}
      {hasNextPage && (
        <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Section>
  );
}
