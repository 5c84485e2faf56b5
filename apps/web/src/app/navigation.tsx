import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './navigation.module.css';

type Props = { readonly workspace: string; readonly focal: string | null; readonly onChoose?: () => void };

/** The rooms that exist. Links keep the date and the firm in focus. */
export function Navigation({ workspace, focal, onChoose }: Props) {
  const { t } = useLingui();
  const shared = { className: classes.room, activeProps: { 'data-active': true }, onClick: onChoose } as const;
  const params = { workspace };
  return (
    <nav aria-label={t`Rooms`} className={classes.rooms}>
      {focal !== null && (
        <Link to="/w/$workspace/organisations/$slug/portfolio" params={{ workspace, slug: focal }} {...shared}>
          <Trans>Portfolio</Trans>
        </Link>
      )}
      <Link to="/w/$workspace/alliances" params={params} search={{ focal: focal ?? undefined }} {...shared}>
        <Trans>Alliances</Trans>
      </Link>
      <Link to="/w/$workspace/partners" params={params} search={{ focal: focal ?? undefined }} {...shared}>
        <Trans>Partners</Trans>
      </Link>
      <Group title={<Trans>Evidence</Trans>}>
        <Link to="/w/$workspace/discrepancies" params={params} search={{ focal: focal ?? undefined }} {...shared}>
          <Trans>Discrepancies</Trans>
        </Link>
        <Link to="/w/$workspace/sources" params={params} search={{ focal: focal ?? undefined }} {...shared}>
          <Trans>Sources</Trans>
        </Link>
      </Group>
    </nav>
  );
}

function Group({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.group}>
      <p className={classes.heading}>{title}</p>
      {children}
    </div>
  );
}
