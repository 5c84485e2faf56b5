export { allianceNetwork, type AllianceNetwork, type NetworkLevel, type NetworkOptions } from './alliance-network.ts';
export { allianceTies, type AllianceTies, type Rosters } from './alliance-ties.ts';
export { allNodes, betweenness, closeness, pathSumsByBlocks } from './centrality.ts';
export { communities, type Communities } from './communities.ts';
export { components } from './components.ts';
export { type ConstraintTerm, constraintTerms } from './constraint-terms.ts';
export { type ContactTerm, contactTerms } from './contact-terms.ts';
export { degrees, type Graph, graphFromTies, type Ties, unweighted } from './graph.ts';
export { coreNumbers } from './k-core.ts';
export { NETWORK_MEASURES, needsPaths, type NetworkMeasure, networkMeasures } from './measures.ts';
export { type DayNumber, type Membership, type MembershipColumns, Memberships, NONE } from './memberships.ts';
export { type FiguresQuestion, type NetworkFigures, networkFigures } from './network-figures.ts';
export { type MeetingAlliance, type NodePartner, type NodePartners, partnersOfNode } from './partners-of-node.ts';
export {
  dayNumberOf,
  membershipsOfUnits,
  membershipsOn,
  type NetworkMembership,
  type NodeKey,
  registerMemberships,
  type YearOfChange,
  yearsOfChange,
} from './register-memberships.ts';
export { networkPlaces } from './network-places.ts';
export { type AddedTie, type NodePosition, positionWith } from './position-with.ts';
export { sampledNodes } from './sampled-nodes.ts';
export type { Spots } from './settled-places.ts';
export { blocksOf, type PathSums, pathSums, PathSumsOfBlocks } from './shortest-paths.ts';
export { type ContactOverlap, contactOverlap, structuralHoles, type StructuralHoles } from './structural-holes.ts';
