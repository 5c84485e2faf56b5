import { Trans } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import classes from './course.module.css';

type Props = {
  readonly on: string;
  readonly by: { readonly name: string | null };
  /** When it was recorded, where that is told. */
  readonly at?: string;
};

/** On which day, by whom. */
export function SaidBy({ on, by, at }: Props) {
  return (
    <span className={classes.quiet}>
      <DateText value={on} />
      {' · '}
      {by.name ?? <Trans>somebody not recorded</Trans>}
      {at !== undefined && (
        <>
          {' · '}
          <Trans>
            recorded <Moment at={at} />
          </Trans>
        </>
      )}
    </span>
  );
}
