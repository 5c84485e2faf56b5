import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NODE_MEASURES } from '@entente/contract/network';
import { useWords } from '../../../lib/use-words.ts';
import { FailureState, LoadingState } from '../../../ui/states.tsx';
import { networkTiesQuery } from '../api/network-queries.ts';
import { addressOfNode, idOf, type NodeId, valuesOf } from '../model/network-model.ts';
import { inspectedMeasure, inspectedNode, inspectedPair } from '../network-inspected.ts';
import { MeasureTerm } from './measure-term.tsx';
import { useNetwork } from './network-context.ts';
import classes from './network-inspector.module.css';
import { InspectLink, MethodCardLink, RecordLink } from './network-links.tsx';
import { useNetworkWords } from './use-network-words.ts';

type Props = { readonly id: NodeId; readonly name: string };

/** A node: what it is, every measure of it, its partners and the alliances in which it meets them. */
export function InspectedNode({ id, name }: Props) {
  const { t } = useLingui();
  const { model, view, change } = useNetwork();
  const words = useNetworkWords();
  const register = useWords();
  const node = model.placeOf.get(id);
  if (node === undefined) {
    return (
      <>
        <p>
          <Trans>It takes part in no alliance on this day, so that it is no node of the network.</Trans>
        </p>
        <RecordLink id={id} name={name} />
      </>
    );
  }
  const { nodes, houses } = model.answer;
  const house = houses[nodes.house[node] ?? -1];
  const country = nodes.country[node] ?? null;
  const kind = nodes.organisation[node] ?? null;
  const facts = [
    nodes.kind[node] === 'house' ? t`House` : kind === null ? null : register.term('organisationKinds', kind),
    nodes.kind[node] === 'house' || house === undefined ? null : house.name,
    country === null ? null : register.country(country),
  ].filter((fact) => fact !== null);
  const isFocus = view.focus === id;
  return (
    <>
      <p className={classes.quiet}>{facts.join(' · ')}</p>
      <div className={classes.actions}>
        <Button
          size="xs"
          variant={isFocus && view.steps === 1 ? 'filled' : 'default'}
          aria-pressed={isFocus && view.steps === 1}
          onClick={() => change({ focus: id, steps: undefined })}
        >
          <Trans>Its partners alone</Trans>
        </Button>
        <Button
          size="xs"
          variant={isFocus && view.steps === 2 ? 'filled' : 'default'}
          aria-pressed={isFocus && view.steps === 2}
          onClick={() => change({ focus: id, steps: '2' })}
        >
          <Trans>Two steps around</Trans>
        </Button>
        {view.focus !== null && (
          <Button size="xs" variant="default" onClick={() => change({ focus: undefined, steps: undefined })}>
            <Trans>The whole network</Trans>
          </Button>
        )}
      </div>
      <table className={classes.terms} aria-label={t`Measures`}>
        <tbody>
          {NODE_MEASURES.map((measure) => {
            const value = valuesOf(model, measure)[node] ?? null;
            return (
              <tr key={measure}>
                <th scope="row">
                  <MeasureTerm of={measure}>{words.measure(measure)}</MeasureTerm>
                </th>
                <td>
                  <InspectLink id={inspectedMeasure(measure, id)}>
                    {value === null ? t`not defined` : words.figure(value)}
                  </InspectLink>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Partners id={id} />
      <p>
        <RecordLink id={id} name={name} />
      </p>
      <p>
        <MethodCardLink part="on-screen" />
      </p>
    </>
  );
}

function Partners({ id }: { readonly id: NodeId }) {
  const { request } = useNetwork();
  const address = addressOfNode(id) ?? { kind: 'organisation' as const, slug: '' };
  const { data, error, refetch } = useQuery(networkTiesQuery(request, address));
  if (error) return <FailureState inline error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState lines={4} />;
  const count = data.partners.length;
  return (
    <>
      <h3 className={classes.heading}>
        <Plural value={count} one="# partner" other="# partners" />
      </h3>
      <ul className={classes.partners}>
        {data.partners.slice(0, 200).map(({ kind, slug, name, alliances }) => (
          <li key={idOf(kind, slug)}>
            <InspectLink id={inspectedNode(idOf(kind, slug))}>{name}</InspectLink>{' '}
            <span className={classes.quiet}>
              <InspectLink id={inspectedPair(id, idOf(kind, slug))}>
                <Plural value={alliances.length} one="# alliance" other="# alliances" />
              </InspectLink>
            </span>
          </li>
        ))}
      </ul>
      {data.alone.length > 0 && (
        <p className={classes.quiet}>
          <Plural
            value={data.alone.length}
            one="In # alliance nobody else takes part on this day."
            other="In # alliances nobody else takes part on this day."
          />
        </p>
      )}
      {data.tooLarge.length > 0 && (
        <p className={classes.quiet}>
          <Plural
            value={data.tooLarge.length}
            one="# alliance has too many members to tie them to each other."
            other="# alliances have too many members to tie them to each other."
          />
        </p>
      )}
    </>
  );
}
