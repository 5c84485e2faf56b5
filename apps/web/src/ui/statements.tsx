import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import classes from './statements.module.css';

export type Standing = 'preferred' | 'normal' | 'deprecated';

/** What one source says about one value. */
export type Statement = {
  readonly id: string;
  readonly value: ReactNode;
  /** The source, as a link where it can be opened. */
  readonly source: ReactNode;
  readonly place: ReactNode;
  readonly quote: string | null;
  readonly standing: Standing;
  readonly reason: string | null;
  /** Whether the value shown on the page is this one. */
  readonly taken: boolean;
  /** What can be done with it. */
  readonly action?: ReactNode;
};

type Props = {
  readonly statements: readonly Statement[];
  readonly disputed: boolean;
  /** Whether the rule is told by which one of several counts. */
  readonly ruled?: boolean;
};

/** Every statement on a value: what, where, in whose words, with what standing, and which one counts. */
export function Statements({ statements, disputed, ruled = true }: Props) {
  if (statements.length === 0) {
    return (
      <p>
        <Trans>No source states this. It is shown as unknown, not as zero.</Trans>
      </p>
    );
  }
  return (
    <>
      {disputed && (
        <p className={classes.disputed}>
          <span aria-hidden="true">⚑ </span>
          <Trans>The sources disagree. All statements stand; one of them gives the value shown.</Trans>
        </p>
      )}
      <ol className={classes.list}>
        {statements.map((statement) => (
          <StatementItem key={statement.id} statement={statement} />
        ))}
      </ol>
      {ruled && statements.length > 1 && (
        <p className={classes.rule}>
          <Trans>
            The best-ranked statement gives the value; among equals that of the latest document; then the one entered
            first.
          </Trans>
        </p>
      )}
    </>
  );
}

function StatementItem({ statement }: { readonly statement: Statement }) {
  return (
    <li className={classes.item} data-taken={statement.taken || undefined}>
      <div className={classes.head}>
        <span className={classes.value}>{statement.value}</span>
        {statement.taken && (
          <span className={classes.taken}>
            <Trans>gives the value</Trans>
          </span>
        )}
        <StandingMark standing={statement.standing} />
      </div>
      <div>
        {statement.source}
        <span className={classes.place}> · {statement.place}</span>
      </div>
      {statement.quote !== null && <blockquote className={classes.quote}>{statement.quote}</blockquote>}
      {statement.reason !== null && (
        <p className={classes.reason}>
          <Trans>Reason: {statement.reason}</Trans>
        </p>
      )}
      {statement.action}
    </li>
  );
}

function StandingMark({ standing }: { readonly standing: Standing }) {
  const { t } = useLingui();
  if (standing === 'normal') return null;
  return <span className={classes.standing}>{standing === 'preferred' ? t`preferred` : t`deprecated`}</span>;
}
