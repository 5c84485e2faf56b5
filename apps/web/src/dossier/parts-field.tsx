import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dossier.module.css';

type PartsProps<P extends { readonly key: string }> = {
  readonly legend: string;
  readonly parts: readonly P[];
  readonly onChange: (parts: readonly P[]) => void;
  /** A new part with this key. */
  readonly fresh: (key: string) => P;
  readonly add: ReactNode;
  /** What a part is called by those who hear the button that takes it away. */
  readonly nameOf: (part: P, nth: number) => string;
  readonly fields: (part: P, change: (next: P) => void, nth: number) => ReactNode;
  readonly children?: ReactNode;
};

/** The parts of a paper, each with its fields; they keep their keys. */
export function PartsField<P extends { readonly key: string }>(props: PartsProps<P>) {
  const { legend, parts, onChange, fresh, add, nameOf, fields, children } = props;
  const { t } = useLingui();
  const put = (nth: number, next: P): void => onChange(parts.map((part, at) => (at === nth ? next : part)));
  return (
    <fieldset className={classes.parts}>
      <legend>{legend}</legend>
      {parts.map((part, nth) => {
        const name = nameOf(part, nth);
        return (
          <div key={part.key} className={classes.part}>
            <div className={classes.fields}>{fields(part, (next) => put(nth, next), nth)}</div>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={t`Leave out: ${name}`}
              onClick={() => onChange(parts.filter((_, at) => at !== nth))}
            >
              <Trans>Leave out</Trans>
            </Button>
          </div>
        );
      })}
      {children}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => onChange([...parts, fresh(crypto.randomUUID())])}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
