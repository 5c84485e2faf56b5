import { Plural } from '@lingui/react/macro';
import classes from './rows/rows.module.css';

/** Says at the top of a page that its sources disagree, and leads there. */
export function DiscrepancyNotice({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p>
      <a className={classes.disputed} href="#discrepancies">
        <span aria-hidden="true">⚑ </span>
        <Plural value={count} one="The sources disagree on # point" other="The sources disagree on # points" />
      </a>
    </p>
  );
}
