import type { PublicationPageAnswer } from '@entente/contract/sharing';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useWorkspace } from '../../../lib/workspace.ts';
import { Section } from '../../../ui/section.tsx';
import { guestsQuery } from '../api/guest-requests.ts';
import { AskPartner } from './ask-partner.tsx';
import { RequestItem } from './request-item.tsx';
import { partnerNames, showsStakes } from './request-partners.ts';
import classes from './sharing.module.css';

/** What partners were asked about the editions, what they answered, and who signed. */
export function RequestsSection({ publication }: { readonly publication: PublicationPageAnswer }) {
  const workspace = useWorkspace();
  const guests = useQuery(guestsQuery(workspace)).data?.items ?? [];
  const { requests, abilities } = publication;
  const names = partnerNames(publication.grants, guests);
  const isAskable = showsStakes(publication.content);
  return (
    <Section
      id="requests"
      title={<Trans>Confirmation of the stakes</Trans>}
      count={requests.length}
      action={abilities.publish && isAskable && <AskPartner publication={publication} guests={guests} />}
    >
      {requests.length === 0 && (
        <p className={classes.quiet}>
          {isAskable ? (
            <Trans>
              No partner was asked yet. Ask one to confirm or comment the stakes that this edition shows; once it
              confirms, both sides sign the same edition.
            </Trans>
          ) : (
            <Trans>This edition shows no stakes with their fields, so no partner can be asked to confirm them.</Trans>
          )}
        </p>
      )}
      {[...requests].reverse().map((request) => (
        <RequestItem
          key={request.id}
          publication={publication.id}
          request={request}
          partner={names.get(request.partner) ?? ''}
        />
      ))}
    </Section>
  );
}
