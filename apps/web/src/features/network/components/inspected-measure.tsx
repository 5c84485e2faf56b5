import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { NodeMeasure } from '@entente/contract/network';
import { constraintTerms, graphFromTies } from '@entente/engine/network';
import { useWords } from '../../../lib/use-words.ts';
import { RuleBody, type RuleInput } from '../../../ui/rule-body.tsx';
import { type NetworkModel, type NodeId, otherEnd, tiesAt, valuesOf } from '../model/network-model.ts';
import { inspectedNode, inspectedPair } from '../network-inspected.ts';
import { GROUP_MEASURES } from '../network-search.ts';
import { MEASURE_WORDS } from './measure-words.ts';
import { useNetwork } from './network-context.ts';
import classes from './network-inspector.module.css';
import { InspectLink, MethodCardLink } from './network-links.tsx';
import { useNetworkWords } from './use-network-words.ts';

type Props = { readonly id: NodeId; readonly measure: NodeMeasure; readonly name: string };

const HOLES: readonly NodeMeasure[] = ['effective-size', 'efficiency', 'constraint', 'hierarchy'];
const PATHS: readonly NodeMeasure[] = ['betweenness', 'closeness'];
const MOST_TERMS = 50;

/** How many nodes have the measure, and how many have more of it. */
function rankOf(values: readonly (number | null)[], own: number): { readonly of: number; readonly above: number } {
  const known = values.filter((value) => value !== null);
  return { of: known.length, above: known.filter((value) => value > own).length };
}

/** One measure of one node: its value, the rule, what went into it, and who defined it. */
export function InspectedMeasure({ id, measure, name }: Props) {
  const { i18n, t } = useLingui();
  const { model } = useNetwork();
  const words = useNetworkWords();
  const register = useWords();
  const node = model.placeOf.get(id);
  const { meaning, formula, source, undefinedFor } = MEASURE_WORDS[measure];
  if (node === undefined)
    return (
      <p>
        <Trans>It takes part in no alliance on this day.</Trans>
      </p>
    );
  const values = valuesOf(model, measure);
  const value = values[node] ?? null;
  const isGroup = GROUP_MEASURES.includes(measure);
  const inputs: RuleInput[] = [{ label: t`Value`, value: value === null ? t`not defined` : words.figure(value) }];
  if (value !== null && isGroup) {
    inputs.push({ label: t`Nodes in it`, value: register.count(values.filter((each) => each === value).length) });
  }
  if (value !== null && !isGroup) {
    const { of, above } = rankOf(values, value);
    inputs.push({ label: t`Nodes with more of it`, value: t`${register.count(above)} of ${register.count(of)}` });
  }
  const { searches } = model.answer;
  const all = model.ids.length;
  if (PATHS.includes(measure)) {
    inputs.push({
      label: t`Shortest paths searched from`,
      value:
        searches < all ? t`${register.count(searches)} of ${register.count(all)} nodes: an estimate` : t`all nodes`,
    });
  }
  return (
    <RuleBody
      rule={
        <>
          {i18n._(meaning)} {value === null && undefinedFor !== null && i18n._(undefinedFor)}
        </>
      }
      inputs={inputs}
      sources={source === null ? [] : [source]}
      links={[
        <InspectLink key="node" id={inspectedNode(id)}>
          {name}
        </InspectLink>,
        <MethodCardLink key="card" part={HOLES.includes(measure) ? 'structural-holes' : 'position'} />,
      ]}
    >
      {formula !== null && <p className={classes.formula}>{formula}</p>}
      {(measure === 'constraint' || measure === 'hierarchy') && <ConstraintTerms node={node} id={id} />}
      {(measure === 'strength' || measure === 'degree' || measure === 'effective-size' || measure === 'efficiency') && (
        <PartnerWeights node={node} id={id} />
      )}
      {measure === 'clustering' && <PairsOfPartners node={node} />}
    </RuleBody>
  );
}

function graphOf({ ids, answer }: NetworkModel) {
  const { source, target, weight } = answer.ties;
  return graphFromTies(ids.length, {
    sources: Uint32Array.from(source),
    targets: Uint32Array.from(target),
    weights: Float64Array.from(weight),
  });
}

type TermProps = { readonly node: number; readonly id: NodeId };

/** What each partner adds to constraint. */
function ConstraintTerms({ node, id }: TermProps) {
  const { model } = useNetwork();
  const words = useNetworkWords();
  const terms = useMemo(() => constraintTerms(graphOf(model), node), [model, node]);
  return (
    <table className={classes.terms}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Partner</Trans>
          </th>
          <th scope="col">p_ij</th>
          <th scope="col">Σ p_iq p_qj</th>
          <th scope="col">c_ij</th>
        </tr>
      </thead>
      <tbody>
        {terms.slice(0, MOST_TERMS).map(({ partner, direct, indirect, term }) => (
          <tr key={partner}>
            <th scope="row">
              <InspectLink id={inspectedPair(id, model.ids[partner] ?? '')}>
                {model.answer.nodes.name[partner]}
              </InspectLink>
            </th>
            <td>{words.figure(direct)}</td>
            <td>{words.figure(indirect)}</td>
            <td>{words.figure(term)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The partners with the alliances in which they meet. */
function PartnerWeights({ node, id }: TermProps) {
  const { model } = useNetwork();
  const words = useNetworkWords();
  const { weight } = model.answer.ties;
  const ties = [...tiesAt(model, node)].sort((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0));
  return (
    <table className={classes.terms}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Partner</Trans>
          </th>
          <th scope="col">
            <Trans>Alliances together</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {ties.slice(0, MOST_TERMS).map((tie) => {
          const partner = otherEnd(model, tie, node);
          return (
            <tr key={tie}>
              <th scope="row">
                <InspectLink id={inspectedPair(id, model.ids[partner] ?? '')}>
                  {model.answer.nodes.name[partner]}
                </InspectLink>
              </th>
              <td>{words.figure(weight[tie] ?? null)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How many pairs of partners there are, and how many of them are tied. */
function PairsOfPartners({ node }: { readonly node: number }) {
  const { model } = useNetwork();
  const register = useWords();
  const counts = useMemo(() => {
    const partners = new Set([...tiesAt(model, node)].map((tie) => otherEnd(model, tie, node)));
    let tied = 0;
    for (const partner of partners)
      for (const tie of tiesAt(model, partner)) {
        const other = otherEnd(model, tie, partner);
        if (other > partner && partners.has(other)) tied += 1;
      }
    return { tied, pairs: (partners.size * (partners.size - 1)) / 2 };
  }, [model, node]);
  const [tied, pairs] = [register.count(counts.tied), register.count(counts.pairs)];
  return (
    <p>
      <Trans>
        {tied} of {pairs} pairs of its partners are tied.
      </Trans>
    </p>
  );
}
