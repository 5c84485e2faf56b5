import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './portfolio-sections.module.css';

type Section = {
  readonly to: `/w/$workspace/organisations/$slug/portfolio${'' | '/findings' | '/measures' | '/segmentation' | '/reviews' | '/what-if'}`;
  readonly label: ReactNode;
};

/** What there is to read of a firm's portfolio, in the order in which one asks. */
const SECTIONS: readonly Section[] = [
  { to: '/w/$workspace/organisations/$slug/portfolio', label: <Trans>Configuration</Trans> },
  { to: '/w/$workspace/organisations/$slug/portfolio/findings', label: <Trans>Findings</Trans> },
  { to: '/w/$workspace/organisations/$slug/portfolio/measures', label: <Trans>Measures</Trans> },
  { to: '/w/$workspace/organisations/$slug/portfolio/segmentation', label: <Trans>Segmentation</Trans> },
  { to: '/w/$workspace/organisations/$slug/portfolio/reviews', label: <Trans>Business review</Trans> },
  { to: '/w/$workspace/organisations/$slug/portfolio/what-if', label: <Trans>What if</Trans> },
];

/** The sections of a firm's portfolio; links keep the date. */
export function PortfolioSections({ workspace, slug }: { readonly workspace: string; readonly slug: string }) {
  const { t } = useLingui();
  if (SECTIONS.length < 2) return null;
  return (
    <nav aria-label={t`Sections of the portfolio`} className={classes.sections}>
      {SECTIONS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          params={{ workspace, slug }}
          search={({ asOf, focal }) => ({ ...(asOf && { asOf }), ...(focal && { focal }) })}
          className={classes.section}
          activeProps={{ 'data-active': true }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
