export { type Disagreement, discrepanciesAmong, type Discrepancy } from './discrepancies.ts';
