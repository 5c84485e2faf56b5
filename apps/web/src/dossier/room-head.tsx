import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keptSearch } from '../lib/kept-search.ts';
import { useWorkspace } from '../lib/workspace.ts';
import { AllianceRooms } from './alliance-rooms.tsx';
import classes from './paper.module.css';

type Props = { readonly slug: string; readonly name: string; readonly title: ReactNode; readonly lead?: ReactNode };

/** The head of a room of an alliance: what it is, of which alliance, and the way to its other pages. */
export function RoomHead({ slug, name, title, lead }: Props) {
  const workspace = useWorkspace();
  return (
    <>
      <h1>
        {title}{' '}
        <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
          {name}
        </Link>
      </h1>
      <AllianceRooms slug={slug} />
      {lead && <p className={classes.quiet}>{lead}</p>}
    </>
  );
}
