import { type AccessClass, ROLE_CLASSES } from '@entente/core/accounts';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useAllianceName } from '../../../lib/alliance-link.ts';
import { useOwnWorkspace } from '../../../lib/workspaces.ts';
import { usePageTitle } from '../../../ui/page-title.ts';
import { RoomHead } from '../../../dossier/room-head.tsx';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { NegotiationSection } from '../components/negotiation-section.tsx';
import classes from '../components/negotiation.module.css';
import { TermSheetSection } from '../components/term-sheet-section.tsx';

/** What is negotiated with the partners of an alliance, and what was agreed. */
export function NegotiationPage() {
  const { t } = useLingui();
  const { slug } = useParams({ from: '/w/$workspace/alliances/$slug/negotiation' });
  const { name, error, refetch } = useAllianceName(slug);
  const own = useOwnWorkspace();
  usePageTitle(name && t`Negotiation: ${name}`);
  if (error && name === null) return <FailureState error={error} onRetry={refetch} />;
  if (name === null || own === null) return <LoadingState lines={12} />;
  const mayRead = (ROLE_CLASSES[own.role] as readonly AccessClass[]).includes('NEVER');
  return (
    <>
      <RoomHead
        slug={slug}
        name={name}
        title={<Trans>Negotiation</Trans>}
        lead={<Trans>What both sides want, where they could agree, and what each proposal is worth.</Trans>}
      />
      <p className={classes.notice}>
        {mayRead ? (
          <Trans>
            Targets, reservations, proposals and estimates are read by owners, administrators and managers of this
            workspace alone. Nobody of the partner’s side ever reads them, whatever is shared: the database refuses it.
            The term sheet below is read by everybody in this workspace.
          </Trans>
        ) : (
          <Trans>
            What is wanted and put on the table is read by owners, administrators and managers alone. The term sheet
            below is yours to read.
          </Trans>
        )}
      </p>
      {mayRead && <NegotiationSection slug={slug} />}
      <TermSheetSection slug={slug} alliance={name} />
    </>
  );
}
