import { Trans } from '@lingui/react/macro';
import { ReviewsLink } from './review-links.tsx';

/** The way from an alliance to its business reviews. */
export function ReviewsOfAlliance({ slug }: { readonly slug: string }) {
  return (
    <p>
      <ReviewsLink slug={slug}>
        <Trans>Business reviews</Trans>
      </ReviewsLink>
    </p>
  );
}
