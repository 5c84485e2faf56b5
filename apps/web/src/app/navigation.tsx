import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useOwnWorkspace } from '../lib/workspaces.ts';
import { GROUP_LABELS, type PageGroup, pagesFor, type RoomPage } from './room-pages.ts';
import classes from './navigation.module.css';

type Props = { readonly workspace: string; readonly focal: string | null; readonly onChoose?: () => void };

const GROUPS = Object.keys(GROUP_LABELS) as PageGroup[];

/** The rooms that exist for this reader. Links keep the date and the firm in focus. */
export function Navigation({ workspace, focal, onChoose }: Props) {
  const { t, i18n } = useLingui();
  const pages = pagesFor(useOwnWorkspace()?.abilities ?? null);
  const shared = {
    className: classes.room,
    activeProps: { 'data-active': true },
    // A page stays the page whatever its address narrows it to.
    activeOptions: { includeSearch: false },
    onClick: onChoose,
  } as const;
  const pagesOf = (group: RoomPage['group']) =>
    pages
      .filter((page) => page.group === group)
      .map(({ id, to, label }) => (
        <Link key={id} to={to} params={{ workspace }} search={{ focal: focal ?? undefined }} {...shared}>
          {i18n._(label)}
        </Link>
      ));
  return (
    <nav aria-label={t`Rooms`} className={classes.rooms}>
      {pagesOf('first')}
      {focal !== null && (
        <Link to="/w/$workspace/organisations/$slug/portfolio" params={{ workspace, slug: focal }} {...shared}>
          <Trans>Portfolio</Trans>
        </Link>
      )}
      {pagesOf(null)}
      {GROUPS.map((group) => (
        <div key={group} className={classes.group}>
          <p className={classes.heading}>{i18n._(GROUP_LABELS[group])}</p>
          {pagesOf(group)}
          {group === 'settings' && (
            <a className={classes.room} href="/docs" onClick={onChoose}>
              <Trans>Help</Trans>
            </a>
          )}
        </div>
      ))}
    </nav>
  );
}
