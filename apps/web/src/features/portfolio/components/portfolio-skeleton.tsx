import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import classes from '../pages/portfolio-page.module.css';

/** The page's own places in grey, so that nothing moves when the answer comes. */
export function PortfolioSkeleton() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading the portfolio`}>
      <Skeleton height={22} width="30rem" maw="100%" mb="xs" />
      <Skeleton height={18} width="26rem" maw="100%" mb="lg" />
      <div className={classes.standing}>
        <Skeleton height={466} />
        <Skeleton height={466} />
      </div>
      <Skeleton height={440} mt="xl" />
    </div>
  );
}
