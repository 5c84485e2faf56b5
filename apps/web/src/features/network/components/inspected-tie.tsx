import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { RuleBody } from '../../../ui/rule-body.tsx';
import { networkTiesQuery } from '../api/network-queries.ts';
import { addressOfNode, idOf, type NodeId } from '../model/network-model.ts';
import { inspectedNode } from '../network-inspected.ts';
import { Meetings } from './meetings.tsx';
import { useNetwork } from './network-context.ts';
import { InspectLink, MethodCardLink } from './network-links.tsx';

type Props = { readonly pair: readonly [NodeId, NodeId]; readonly names: readonly [string, string] };

/** A tie: in how many alliances the two are partners, which, and where it is told. */
export function InspectedTie({ pair: [one, other], names }: Props) {
  const { t } = useLingui();
  const { request } = useNetwork();
  const address = addressOfNode(one) ?? { kind: 'organisation' as const, slug: '' };
  const { data, error, refetch } = useQuery(networkTiesQuery(request, address));
  if (error) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState lines={4} />;
  const partner = data.partners.find(({ kind, slug }) => idOf(kind, slug) === other);
  if (partner === undefined) {
    return (
      <p>
        <Trans>The two are not partners on this day.</Trans>
      </p>
    );
  }
  return (
    <RuleBody
      rule={
        <Trans>
          Two members of one alliance are tied; the tie weighs as many alliances as the two are in together.
        </Trans>
      }
      inputs={[{ label: t`Alliances together`, value: partner.alliances.length }]}
      links={[
        <InspectLink key="one" id={inspectedNode(one)}>
          {names[0]}
        </InspectLink>,
        <InspectLink key="other" id={inspectedNode(other)}>
          {names[1]}
        </InspectLink>,
        <MethodCardLink key="card" part="ties" />,
      ]}
    >
      <Meetings alliances={partner.alliances} sources={data.sources} />
    </RuleBody>
  );
}
