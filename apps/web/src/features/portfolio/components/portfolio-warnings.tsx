import { Trans } from '@lingui/react/macro';
import type { PortfolioWarning } from '@entente/core/portfolio';
import { AllianceLink } from './record-links.tsx';
import classes from './portfolio-warnings.module.css';

/** What the reading could not take in, and why. */
export function PortfolioWarnings({ warnings }: { readonly warnings: readonly PortfolioWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {warnings.map((warning) => (
        <li key={`${warning.code} ${warning.alliance}`}>
          <span aria-hidden="true" className={classes.mark}>
            ▲{' '}
          </span>
          <Words warning={warning} />
        </li>
      ))}
    </ul>
  );
}

function Words({ warning }: { readonly warning: PortfolioWarning }) {
  switch (warning.code) {
    case 'alliance-undated':
      return (
        <Trans>
          {warning.alliance === null ? warning.message : <AllianceLink slug={warning.alliance} />} has no date, so it
          stands outside the path.
        </Trans>
      );
    default:
      return warning.message;
  }
}
