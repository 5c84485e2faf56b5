import { AlliancePage } from '../features/register/pages/alliance-page.tsx';
import { AllianceSharing } from '../features/sharing/components/alliance-sharing.tsx';

/** An alliance with what partners are shown of it. */
export function AllianceRoom() {
  return <AlliancePage sharingOf={(alliance) => <AllianceSharing alliance={alliance} />} />;
}
