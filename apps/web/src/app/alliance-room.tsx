import { LifecycleOfAlliance } from '../features/lifecycle/components/lifecycle-links.tsx';
import { ReviewsOfAlliance } from '../features/portfolio/components/reviews/reviews-of-alliance.tsx';
import { AlliancePage } from '../features/register/pages/alliance-page.tsx';
import { AllianceSharing } from '../features/sharing/components/alliance-sharing.tsx';

/** An alliance with what partners are shown of it, and its lifecycle and business reviews, which they never are. */
export function AllianceRoom() {
  return (
    <AlliancePage
      sharingOf={(alliance) => (
        <>
          <AllianceSharing alliance={alliance} />
          <LifecycleOfAlliance slug={alliance.slug} />
          <ReviewsOfAlliance slug={alliance.slug} />
        </>
      )}
    />
  );
}
