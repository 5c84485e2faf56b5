import { Trans } from '@lingui/react/macro';
import { DateText } from '../../../../ui/date-text.tsx';
import classes from './course.module.css';

type Props = { readonly on: string; readonly by: { readonly name: string | null } };

/** On which day, by whom. */
export function SaidBy({ on, by }: Props) {
  return (
    <span className={classes.quiet}>
      <DateText value={on} />
      {' · '}
      {by.name ?? <Trans>somebody not recorded</Trans>}
    </span>
  );
}
