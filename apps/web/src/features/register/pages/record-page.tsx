import type { SourceAnswer } from '@entente/contract/evidence';
import type { HouseMembershipAnswer } from '@entente/contract/register';
import type { SubjectKind } from '@entente/core/kernel';
import { EXISTS } from '@entente/core/register';
import { Trans } from '@lingui/react/macro';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../../lib/use-words.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { COLLECTION_OF, kindOfPage } from '../api/record-kinds.ts';
import { calledOf, recordQuery, rowsQuery, type SourcedRecord } from '../api/record-queries.ts';
import { evidenceIndex } from '../components/claims-of.ts';
import { DiscrepancyNotice } from '../components/discrepancy-notice.tsx';
import { EvidenceContext } from '../components/evidence-context.ts';
import { Fact } from '../components/fact.tsx';
import type { Additions } from '../components/forms/additions.ts';
import { pickedOf } from '../components/forms/form-values.ts';
import { PageActions } from '../components/forms/page-actions.tsx';
import { RecordEditing } from '../components/forms/record-editing.tsx';
import { AddButton } from '../components/forms/row-actions.tsx';
import { HistorySection } from '../components/history-section.tsx';
import { RecordFacts } from '../components/record-facts.tsx';
import { DiscrepancyList } from '../components/rows/discrepancy-list.tsx';
import { HouseMembersTable } from '../components/rows/house-members-table.tsx';
import classes from '../components/rows/rows.module.css';

/** A record that has no page of its own design: its fields, each with its claims, and what can be done with it. */
export function RecordPage() {
  const workspace = useWorkspace();
  const { collection = '', record = '' } = useParams({ strict: false });
  const kind = kindOfPage(collection);
  if (kind === 'organisation') {
    return <Navigate to="/w/$workspace/partners/$slug" params={{ workspace, slug: record }} replace />;
  }
  if (kind === 'source') {
    return <Navigate to="/w/$workspace/sources/$key" params={{ workspace, key: record }} replace />;
  }
  if (kind === 'alliance') {
    return <Navigate to="/w/$workspace/alliances/$slug" params={{ workspace, slug: record }} replace />;
  }
  if (kind === null) {
    return (
      <h1>
        <Trans>There is no such list.</Trans>
      </h1>
    );
  }
  return <ReadRecord key={`${kind} ${record}`} kind={kind} reference={record} />;
}

function ReadRecord({ kind, reference }: { readonly kind: SubjectKind; readonly reference: string }) {
  const { data, error, refetch } = useQuery(recordQuery(useWorkspace(), kind, reference));
  usePageTitle(data ? calledOf(data) : null);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return data ? <RecordView kind={kind} record={data} /> : <LoadingState lines={8} />;
}

/** The sources of the claims on a record; their dates decide which claim counts. */
function useSourcesOf({ claims = [] }: Partial<SourcedRecord>): readonly SourceAnswer[] {
  const workspace = useWorkspace();
  const keys = [...new Set(claims.map(({ source }) => source.slug ?? source.id))];
  return useQueries({
    queries: keys.map((key) => recordQuery(workspace, 'source', key)),
    combine: (reads) => reads.flatMap(({ data }) => (data ? [data as unknown as SourceAnswer] : [])),
  });
}

type ViewProps = { readonly kind: SubjectKind; readonly record: SourcedRecord };

function RecordView({ kind, record }: ViewProps) {
  const words = useWords();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const sources = useSourcesOf(record);
  const { claims = [], discrepancies = [] } = record as Partial<SourcedRecord>;
  const evidence = useMemo(() => evidenceIndex({ claims, discrepancies, sources }), [claims, discrepancies, sources]);
  const name = calledOf(record);
  const additions = additionsOf(kind, record);
  const onRemoved = (id: string): void => {
    if (id === record.id) void navigate({ to: '/w/$workspace', params: { workspace } });
  };
  return (
    <EvidenceContext value={evidence}>
      <RecordEditing near={[]} onRemoved={onRemoved}>
        <h1>
          <Fact kind={kind} id={record.id} field={EXISTS} of={name} value="true" shown={name} />
        </h1>
        <p className={classes.under}>{words.term('subjects', kind)}</p>
        <PageActions kind={kind} record={record} additions={additions} />
        <RecordFacts kind={kind} record={record} />
        <DiscrepancyNotice count={discrepancies.length} />
        {kind === 'house' && <HouseMembers house={record} additions={additions} />}
        {discrepancies.length > 0 && (
          <Section id="discrepancies" title={<Trans>Discrepancies</Trans>} count={discrepancies.length}>
            <DiscrepancyList discrepancies={discrepancies} />
          </Section>
        )}
        <HistorySection record={`${kind}:${record.id}`} />
      </RecordEditing>
    </EvidenceContext>
  );
}

/** What belongs to a record of this kind. */
function additionsOf(kind: SubjectKind, record: SourcedRecord): Additions {
  const slug = typeof record['slug'] === 'string' ? record['slug'] : null;
  const itself = pickedOf(kind, { id: record.id, slug, name: calledOf(record) });
  if (kind === 'house') return [['house-membership', { house: itself }]];
  return kind === 'person' ? [['event', { about: [itself] }]] : [];
}

function HouseMembers({ house, additions }: { readonly house: SourcedRecord; readonly additions: Additions }) {
  const query = rowsQuery(useWorkspace(), COLLECTION_OF['house-membership'], { house: house.id });
  const { data } = useQuery(query);
  const members = (data ?? []) as unknown as readonly HouseMembershipAnswer[];
  return (
    <Section
      id="members"
      title={<Trans>Members</Trans>}
      count={members.length}
      action={<AddButton kind="house-membership" additions={additions} />}
    >
      <HouseMembersTable members={members} />
    </Section>
  );
}
