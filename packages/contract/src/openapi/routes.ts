import { memberRoutes } from '../accounts/index.ts';
import { auditRoutes } from '../audit/index.ts';
import { cleanTeamRoutes, releaseRoutes } from '../clean-team/index.ts';
import { discrepancyRoutes } from '../evidence/index.ts';
import { paperRoutes } from '../dossier/index.ts';
import { lifecycleRoutes } from '../lifecycle/index.ts';
import { networkRoutes } from '../network/index.ts';
import {
  candidateMoveRoutes,
  findingsRoutes,
  firmReviewRoutes,
  measureInputsRoutes,
  measuresRoutes,
  networkTiesRoutes,
  panelRoutes,
  portfolioRoutes,
  reviewRoutes,
  segmentationRoutes,
  whatIfRoutes,
} from '../portfolio/index.ts';
import type { Route } from '../problem/index.ts';
import { referenceRoutes } from '../reference/index.ts';
import {
  batchRoutes,
  changeRoutes,
  customFieldRoutes,
  domainTermRoutes,
  exportRoutes,
  importMappingRoutes,
  importRoutes,
  importWritingRoutes,
  COLLECTIONS,
  recordPageRoutes,
  searchRoutes,
  viewRoutes,
  workspaceRoutes,
} from '../register/index.ts';
import { guestRoutes, noticeRoutes, publicationRoutes, roomRoutes } from '../sharing/index.ts';
import { signInRoutes } from '../sign-in/index.ts';

/** Every operation of the API, in the order of the reference page. */
export const ROUTES: readonly Route[] = [
  ...Object.values(signInRoutes).flatMap((routes) => Object.values<Route>(routes)),
  ...Object.values(workspaceRoutes),
  ...Object.values(COLLECTIONS).flatMap((collection) => Object.values<Route>(collection.routes)),
  ...Object.values(recordPageRoutes),
  ...Object.values(searchRoutes),
  ...Object.values(viewRoutes),
  ...Object.values(changeRoutes),
  ...Object.values(batchRoutes),
  ...Object.values(customFieldRoutes),
  ...Object.values(domainTermRoutes),
  ...Object.values(exportRoutes),
  ...Object.values(importRoutes),
  ...Object.values(importWritingRoutes),
  ...Object.values(importMappingRoutes),
  ...Object.values(discrepancyRoutes),
  ...Object.values(memberRoutes),
  ...Object.values(guestRoutes),
  ...Object.values(publicationRoutes),
  ...Object.values(roomRoutes),
  ...Object.values(noticeRoutes),
  ...Object.values(cleanTeamRoutes),
  ...Object.values(releaseRoutes),
  ...Object.values(auditRoutes),
  ...Object.values(portfolioRoutes),
  ...Object.values(networkTiesRoutes),
  ...Object.values(networkRoutes),
  ...Object.values(measuresRoutes),
  ...Object.values(measureInputsRoutes),
  ...Object.values(panelRoutes),
  ...Object.values(segmentationRoutes),
  ...Object.values(findingsRoutes),
  ...Object.values(whatIfRoutes),
  ...Object.values(candidateMoveRoutes),
  ...Object.values(firmReviewRoutes),
  ...Object.values(reviewRoutes),
  ...Object.values(lifecycleRoutes),
  ...Object.values(paperRoutes),
  ...Object.values(referenceRoutes),
];
