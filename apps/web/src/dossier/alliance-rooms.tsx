import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { keptSearch } from '../lib/kept-search.ts';
import { useWorkspace } from '../lib/workspace.ts';
import classes from './alliance-rooms.module.css';

/** The pages of an alliance beside its record, in the order of its lifecycle. */
const ROOMS = [
  { room: 'lifecycle', label: msg`Lifecycle` },
  { room: 'strategy', label: msg`Strategy` },
  { room: 'selection', label: msg`Partner selection` },
  { room: 'negotiation', label: msg`Negotiation` },
  { room: 'design', label: msg({ message: 'Design', context: 'of an alliance' }) },
  { room: 'obligations', label: msg`Obligations` },
  { room: 'management', label: msg({ message: 'Management', context: 'of an alliance' }) },
  { room: 'evaluation', label: msg`Evaluation` },
  { room: 'termination', label: msg`Termination` },
] as const satisfies readonly { readonly room: string; readonly label: MessageDescriptor }[];

export type AllianceRoom = (typeof ROOMS)[number]['room'];

/** Where the row is wider than its place, on a narrow screen or beside the inspector, it is scrolled to the page one is on. */
function intoSight(link: HTMLAnchorElement | null): void {
  const bar = link?.closest('nav');
  if (!link || !bar) return;
  new ResizeObserver(() => {
    const [place, seen] = [link.getBoundingClientRect(), bar.getBoundingClientRect()];
    bar.scrollLeft += Math.max(0, place.right - seen.right) - Math.max(0, seen.left - place.left);
  }).observe(bar);
}

type Props = { readonly slug: string };

/** The way between the pages of one alliance. */
export function AllianceRooms({ slug }: Props) {
  const { t, i18n } = useLingui();
  const workspace = useWorkspace();
  return (
    <nav className={classes.bar} aria-label={t`Pages of this alliance`}>
      <ul className={classes.rooms}>
        {ROOMS.map(({ room, label }) => (
          <li key={room}>
            <Link
              to={`/w/$workspace/alliances/$slug/${room}`}
              params={{ workspace, slug }}
              search={keptSearch}
              className={classes.room}
              activeProps={{ 'aria-current': 'page', ref: intoSight }}
            >
              {i18n._(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
