import { Trans } from '@lingui/react/macro';
import classes from './portfolio-title.module.css';

/** The heading of every section of a firm's portfolio: which section it is, the links below it say. */
export function PortfolioTitle({ firm }: { readonly firm: string | undefined }) {
  return (
    <h1>
      <Trans>Portfolio</Trans> {firm !== undefined && <span className={classes.firm}>{firm}</span>}
    </h1>
  );
}
