import { Link } from '@tanstack/react-router';
import { keptSearch } from '../lib/kept-search.ts';
import { useKnownSources } from '../lib/known-sources.ts';
import { useWorkspace } from '../lib/workspace.ts';

type Props = { readonly source: string | null; readonly place: string | null };

/** A place in a document: a source on record is led to, another is named. */
export function SourcePlace({ source, place }: Props) {
  const workspace = useWorkspace();
  const known = useKnownSources();
  const isKnown = source !== null && known.some(({ key }) => key === source);
  return (
    <span>
      {isKnown ? (
        <Link to="/w/$workspace/sources/$key" params={{ workspace, key: source }} search={keptSearch}>
          {source}
        </Link>
      ) : (
        source
      )}
      {source !== null && place !== null && ' '}
      {place}
    </span>
  );
}
