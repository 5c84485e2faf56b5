import { Trans } from '@lingui/react/macro';
import { Inspected } from '../../../ui/inspector.tsx';
import { useInspector } from '../../../ui/inspector-context.ts';
import { measureInspected, nodeInspected, pairInspected } from '../network-inspected.ts';
import { InspectedMeasure } from './inspected-measure.tsx';
import { InspectedNode } from './inspected-node.tsx';
import { InspectedTie } from './inspected-tie.tsx';
import { useNetwork } from './network-context.ts';
import { useNetworkWords } from './use-network-words.ts';

/** What the inspector shows of this page: a node, one of its measures, or a tie. */
export function NetworkInspector() {
  const { activeId } = useInspector();
  const { model } = useNetwork();
  const words = useNetworkWords();
  if (activeId === null) return null;
  const nameOf = (id: string): string =>
    model.answer.nodes.name[model.placeOf.get(id) ?? -1] ?? id.slice(id.indexOf(':') + 1);
  const measured = measureInspected(activeId);
  if (measured !== null) {
    const name = nameOf(measured.id);
    const measure = words.measure(measured.measure);
    return (
      <Inspected
        id={activeId}
        title={
          <Trans>
            {measure} of {name}
          </Trans>
        }
      >
        <InspectedMeasure {...measured} name={name} />
      </Inspected>
    );
  }
  const pair = pairInspected(activeId);
  if (pair !== null) {
    const [one, other] = [nameOf(pair[0]), nameOf(pair[1])];
    return (
      <Inspected
        id={activeId}
        title={
          <Trans>
            {one} and {other}
          </Trans>
        }
      >
        <InspectedTie pair={pair} names={[one, other]} />
      </Inspected>
    );
  }
  const node = nodeInspected(activeId);
  if (node === null) return null;
  const name = nameOf(node);
  return (
    <Inspected id={activeId} title={name}>
      <InspectedNode id={node} name={name} />
    </Inspected>
  );
}
