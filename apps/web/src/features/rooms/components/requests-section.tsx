import type { RoomAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { Section } from '../../../ui/section.tsx';
import { HealthItem } from './health-item.tsx';
import { RequestItem } from './request-item.tsx';

/** What the firm asks of the partner, and what came of it; nothing where nothing was asked. */
export function RequestsSection({ room }: { readonly room: RoomAnswer }) {
  const { requests } = room;
  if (requests.length === 0) return null;
  return (
    <Section id="requests" title={<Trans>Asked of you</Trans>} count={requests.length}>
      {requests
        .toReversed()
        .map((request) =>
          request.kind === 'health-check' ? (
            <HealthItem key={request.id} room={room} request={request} />
          ) : (
            <RequestItem key={request.id} room={room} request={request} />
          ),
        )}
    </Section>
  );
}
