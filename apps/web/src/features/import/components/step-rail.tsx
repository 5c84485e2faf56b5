import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './import.module.css';
import type { Step, StepName } from './steps.ts';

/** What each step is called. */
export function stepTitle(name: StepName): ReactNode {
  switch (name) {
    case 'reading':
      return <Trans>What was read</Trans>;
    case 'columns':
      return <Trans>Columns</Trans>;
    case 'questions':
      return <Trans>Questions</Trans>;
    case 'names':
      return <Trans>Organisations</Trans>;
    case 'rows':
      return <Trans>Rows</Trans>;
  }
}

/** The steps of an import with what still waits in each; the address says which one the reader is at. */
export function StepRail({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useLingui();
  const at = useLocation({ select: ({ hash }) => hash });
  return (
    <nav aria-label={t`Steps of the import`} className={classes.rail}>
      <ol>
        {steps.map(({ name, open, empty }) => (
          <li key={name}>
            <a
              href={`#${name}`}
              className={classes.step}
              aria-current={at === name ? 'step' : undefined}
              data-open={open > 0 || undefined}
            >
              <span>{stepTitle(name)}</span>
              <span className={classes.stepState}>
                {open > 0 ? (
                  <Plural value={open} one="# open" other="# open" />
                ) : empty ? (
                  <Trans>none</Trans>
                ) : (
                  <span role="img" aria-label={t`settled`}>
                    ✓
                  </span>
                )}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
