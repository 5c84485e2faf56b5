export { type Generator, seededGenerator } from '../chance/index.ts';
export { type Acceptability, type SampledChoice, smaa } from './acceptability.ts';
export type { ScoreRule } from './sampled-scores.ts';
export type { WeightSpace } from './weight-space.ts';
