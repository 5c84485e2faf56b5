import { useLingui } from '@lingui/react';
import classes from './sharing.module.css';
import { STATE_WORDS } from './state-words.ts';
import type { GrantState } from './standing.ts';

/** How a grant or a publication stands, in a word. */
export function StandingMark({ state }: { readonly state: GrantState }) {
  const { i18n } = useLingui();
  return (
    <span className={classes.state} data-state={state}>
      {i18n._(STATE_WORDS[state])}
    </span>
  );
}
