import type { SubjectKind } from '@entente/core/kernel';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWorkspace } from '../../../lib/workspace.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import type { OrganisationRecord } from '../api/answers.ts';
import { organisationRecordQuery } from '../api/register-queries.ts';
import { evidenceIndex } from '../components/claims-of.ts';
import { EvidenceContext } from '../components/evidence-context.ts';
import { organisationAdditions } from '../components/forms/additions.ts';
import { pickedOf } from '../components/forms/form-values.ts';
import { nearOrganisation } from '../components/forms/near-records.ts';
import { PageActions } from '../components/forms/page-actions.tsx';
import { RecordEditing } from '../components/forms/record-editing.tsx';
import { AddButton } from '../components/forms/row-actions.tsx';
import { OnThisPage } from '../components/on-this-page.tsx';
import { AlliancesTogether } from '../components/partner/alliances-together.tsx';
import { HousesTable, NamesTable } from '../components/partner/identity-tables.tsx';
import { PartnerHeader } from '../components/partner/partner-header.tsx';
import { RecordSections } from '../components/record-sections.tsx';
import { ResourcesTable } from '../components/rows/resources-table.tsx';
import { StakesTable } from '../components/stakes/stakes-table.tsx';

/** One organisation, as recorded, read as of the page's date. */
export function PartnerPage() {
  const workspace = useWorkspace();
  const { slug } = useParams({ from: '/w/$workspace/partners/$slug' });
  const { data, error, refetch } = useQuery(organisationRecordQuery(workspace, slug));
  usePageTitle(data?.organisation.name);
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />;
  return data ? <OrganisationRecordView record={data} /> : <LoadingState lines={12} />;
}

function OrganisationRecordView({ record }: { readonly record: OrganisationRecord }) {
  const evidence = useMemo(() => evidenceIndex(record), [record]);
  const near = useMemo(() => nearOrganisation(record), [record]);
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { organisation, names, houseMemberships, alliances, stakesHeld, stakesIn, resources } = record;
  const additions = organisationAdditions(record);
  const add = (kind: SubjectKind) => <AddButton kind={kind} additions={additions} />;
  const onRemoved = (id: string): void => {
    if (id === organisation.id) void navigate({ to: '/w/$workspace/partners', params: { workspace } });
  };
  return (
    <EvidenceContext value={evidence}>
      <RecordEditing near={near} onRemoved={onRemoved}>
        <PartnerHeader record={record} />
        <PageActions kind="organisation" record={organisation} additions={additions} />
        <OnThisPage
          parts={[
            { id: 'alliances', title: <Trans>Alliances</Trans>, count: alliances.length },
            { id: 'names', title: <Trans>Names</Trans>, count: names.length },
            { id: 'houses', title: <Trans>House (business group)</Trans>, count: houseMemberships.length },
            { id: 'held', title: <Trans>Stakes held</Trans>, count: stakesHeld.length },
            { id: 'owners', title: <Trans>Owners</Trans>, count: stakesIn.length },
            { id: 'resources', title: <Trans>Resources</Trans>, count: resources.length },
          ]}
          record={record}
        />
        <Section id="alliances" title={<Trans>Alliances</Trans>} count={alliances.length}>
          <AlliancesTogether record={record} />
        </Section>
        {names.length > 0 && (
          <Section
            id="names"
            title={<Trans>Names through time</Trans>}
            count={names.length}
            action={add('organisation-name')}
          >
            <NamesTable names={names} />
          </Section>
        )}
        <Section
          id="houses"
          title={<Trans>House (business group) through time</Trans>}
          count={houseMemberships.length}
          action={add('house-membership')}
        >
          <HousesTable memberships={houseMemberships} />
        </Section>
        {stakesHeld.length > 0 && (
          <Section id="held" title={<Trans>Stakes held</Trans>} count={stakesHeld.length} action={add('stake')}>
            <StakesTable stakes={stakesHeld} side="issuers" />
          </Section>
        )}
        {stakesIn.length > 0 && (
          <Section
            id="owners"
            title={<Trans>Owners</Trans>}
            count={stakesIn.length}
            action={
              <AddButton
                kind="stake"
                additions={additions}
                given={{ issuer: pickedOf('organisation', organisation) }}
              />
            }
          >
            <StakesTable stakes={stakesIn} side="holders" />
          </Section>
        )}
        {resources.length > 0 && (
          <Section id="resources" title={<Trans>Resources</Trans>} count={resources.length} action={add('resource')}>
            <ResourcesTable resources={resources} side="organisation" />
          </Section>
        )}
        <RecordSections record={record} additions={additions} />
      </RecordEditing>
    </EvidenceContext>
  );
}
