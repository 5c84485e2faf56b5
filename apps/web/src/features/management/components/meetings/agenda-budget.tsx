import type { AgendaBudget } from '@entente/core/lifecycle';
import { Plural, Trans } from '@lingui/react/macro';
import classes from '../../../../dossier/dossier.module.css';

type Props = { readonly budget: AgendaBudget; readonly minutes: number };

/** The minutes of an agenda against those of its meeting, in words. */
export function AgendaBudgetLine({ budget: { planned, unknown, over }, minutes }: Props) {
  return (
    <span className={over === null ? undefined : classes.caution}>
      {over !== null && <span aria-hidden="true">▲ </span>}
      <Trans>
        {planned} of {minutes} minutes are spoken for
      </Trans>
      {over !== null && (
        <>
          {' · '}
          <Plural value={over} one="# minute too many" other="# minutes too many" />
        </>
      )}
      {unknown > 0 && (
        <>
          {' · '}
          <Plural value={unknown} one="# item without a time" other="# items without a time" />
        </>
      )}
    </span>
  );
}
