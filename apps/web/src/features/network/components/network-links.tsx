import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { SourceRef } from '@entente/core/kernel';
import { keptSearch } from '../../../lib/kept-search.ts';
import { useWorkspace } from '../../../lib/workspace.ts';
import { useInspector } from '../../../ui/inspector-context.ts';
import { addressOfNode, type NodeId } from '../model/network-model.ts';
import classes from './network-inspector.module.css';

export function AllianceLink({ slug, name }: { readonly slug: string; readonly name: string }) {
  const workspace = useWorkspace();
  return (
    <Link to="/w/$workspace/alliances/$slug" params={{ workspace, slug }} search={keptSearch}>
      {name}
    </Link>
  );
}

/** The page of the record that a node stands for. */
export function RecordLink({ id, name }: { readonly id: NodeId; readonly name: string }) {
  const { t } = useLingui();
  const workspace = useWorkspace();
  const address = addressOfNode(id);
  if (address === null) return null;
  const { kind, slug } = address;
  const words = t`Page of ${name}`;
  return kind === 'house' ? (
    <Link
      to="/w/$workspace/$collection/$record"
      params={{ workspace, collection: 'houses', record: slug }}
      search={keptSearch}
    >
      {words}
    </Link>
  ) : (
    <Link to="/w/$workspace/partners/$slug" params={{ workspace, slug }} search={keptSearch}>
      {words}
    </Link>
  );
}

/** Goes on to something else in the inspector. */
export function InspectLink({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  const { show } = useInspector();
  return (
    <button type="button" className={classes.link} onClick={() => show(id)}>
      {children}
    </button>
  );
}

type PlaceProps = { readonly place: SourceRef; readonly titles: ReadonlyMap<string, string> };

/** One place in a source: its key as link, its title on hover. */
export function SourcePlace({ place: { source, place }, titles }: PlaceProps) {
  const workspace = useWorkspace();
  return (
    <>
      <Link
        to="/w/$workspace/sources/$key"
        params={{ workspace, key: source }}
        search={keptSearch}
        title={titles.get(source)}
      >
        {source}
      </Link>{' '}
      {place}
    </>
  );
}

/** The page that gives question, rule, formula, source, example and limits. */
export function MethodCardLink({ part }: { readonly part: 'ties' | 'structural-holes' | 'position' | 'on-screen' }) {
  const { t } = useLingui();
  return (
    <a href={`/docs/methods/network#${part}`} target="_blank" rel="noreferrer">
      {t`Method card: network`}
    </a>
  );
}
