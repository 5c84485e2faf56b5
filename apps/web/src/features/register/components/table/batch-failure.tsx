import { Trans, useLingui } from '@lingui/react/macro';
import { RequestFailure } from '../../../../lib/problem.ts';
import { FailureState } from '../../../../ui/states.tsx';
import { placeOf } from '../forms/form-problems.ts';
import { problemText } from './problem-text.ts';
import classes from './table.module.css';

type Props = {
  readonly error: unknown;
  /** What the record of each write is called, in their order. */
  readonly nameOf: (write: number) => string;
};

const SHOWN = 5;

/** Why a change of several records was refused: each fault with the record that it is about. */
export function BatchFailure({ error, nameOf }: Props) {
  const { i18n } = useLingui();
  if (error === null) return null;
  const faults = error instanceof RequestFailure ? (error.document?.errors ?? []) : [];
  const placed = faults.flatMap((fault) => {
    const { write } = placeOf(fault.pointer);
    return write === null ? [] : [{ write, text: problemText(fault, i18n) }];
  });
  if (placed.length === 0) return <FailureState inline error={error} />;
  const more = placed.length - SHOWN;
  return (
    <div role="alert" className={classes.faults}>
      <p>
        <Trans>Nothing was changed.</Trans>
      </p>
      <ul>
        {placed.slice(0, SHOWN).map(({ write, text }, at) => (
          <li key={`${write} ${at}`}>
            <strong>{nameOf(write)}</strong>: {text}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Trans>And {more} more.</Trans>
        </p>
      )}
    </div>
  );
}
