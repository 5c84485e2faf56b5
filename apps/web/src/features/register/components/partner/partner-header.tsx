import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../../lib/use-words.ts';
import { useWorkspace } from '../../../../lib/workspace.ts';
import type { OrganisationRecord } from '../../api/answers.ts';
import { DiscrepancyNotice } from '../discrepancy-notice.tsx';
import { OwnFacts } from '../own-facts.tsx';
import { Fact } from '../fact.tsx';
import { RemarkFacts } from '../remark-facts.tsx';
import classes from '../rows/rows.module.css';

/** Who an organisation is: kind, country, founding, place, position on the value chain. */
export function PartnerHeader({ record }: { readonly record: OrganisationRecord }) {
  const words = useWords();
  const workspace = useWorkspace();
  const { organisation } = record;
  const { id, slug, name } = organisation;
  const fact = (field: string, value: string | null) => (
    <Fact kind="organisation" id={id} field={field} of={name} value={value} />
  );
  return (
    <>
      <h1>{fact('name', name)}</h1>
      <p className={classes.under}>
        {organisation.country !== null && words.country(organisation.country)}
        {organisation.country !== null && record.memberships.length > 0 && ' · '}
        {record.memberships.length > 0 && (
          <Link to="/w/$workspace/organisations/$slug/portfolio" params={{ workspace, slug }} search={{ focal: slug }}>
            <Trans>Portfolio of this firm</Trans>
          </Link>
        )}
      </p>
      <dl className={classes.facts}>
        <dt>
          <Trans>Kind</Trans>
        </dt>
        <dd>{fact('kind', organisation.kind)}</dd>
        <dt>
          <Trans>Founded</Trans>
        </dt>
        <dd>{fact('founded', organisation.founded)}</dd>
        {organisation.closed !== null && (
          <>
            <dt>
              <Trans>Closed</Trans>
            </dt>
            <dd>{fact('closed', organisation.closed)}</dd>
          </>
        )}
        {organisation.place !== null && (
          <>
            <dt>
              <Trans>Head office</Trans>
            </dt>
            <dd>{fact('place', organisation.place)}</dd>
          </>
        )}
        {organisation.valueChainPosition !== null && (
          <>
            <dt>
              <Trans>Value-chain position</Trans>
            </dt>
            <dd>{fact('valueChainPosition', organisation.valueChainPosition)}</dd>
          </>
        )}
        {organisation.lei !== null && (
          <>
            <dt>LEI</dt>
            <dd>{fact('lei', organisation.lei)}</dd>
          </>
        )}
        <OwnFacts kind="organisation" id={id} of={name} custom={organisation.custom} />
        <RemarkFacts kind="organisation" id={id} of={name} claims={record.claims} />
      </dl>
      <DiscrepancyNotice count={record.discrepancies.length} />
    </>
  );
}
