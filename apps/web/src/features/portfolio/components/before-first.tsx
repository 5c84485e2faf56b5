import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/states.tsx';
import { usePortfolioView } from './portfolio-context.ts';

/** The as-of date lies before the first alliance: says when that was, and goes there. */
export function BeforeFirst() {
  const { workspace, firm, answer } = usePortfolioView();
  const first = answer.report.path[0]?.year;
  if (first === undefined) return null;
  return (
    <EmptyState
      title={<Trans>On this date the portfolio has not begun.</Trans>}
      action={
        <Link
          to="/w/$workspace/organisations/$slug/portfolio"
          params={{ workspace, slug: firm }}
          search={(before) => ({ ...before, asOf: String(first) })}
        >
          <Trans>Read it as of {first}</Trans>
        </Link>
      }
    >
      <Trans>Its first alliance was formed in {first}.</Trans>
    </EmptyState>
  );
}
