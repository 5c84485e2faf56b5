export {
  type CleanTeamAnswer,
  cleanTeamRoutes,
  type FigureAnswer,
  type ReleaseAnswer,
  type ReleaseInputAnswer,
  type ReleasePreview,
  type ReleasePreviewAnswer,
  type ReleaseProposal,
  type ReleaseRuleChange,
  releaseRoutes,
} from './releases.ts';
