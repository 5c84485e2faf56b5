export {
  claim,
  type ClaimAnswer,
  claimChange,
  claimCreation,
  discrepancy,
  type DiscrepancyAnswer,
  evidence,
} from './claims.ts';
export { source, type SourceAnswer, sourceChange, sourceCreation } from './sources.ts';
