import type { ConfigurationType, Novelty } from '../moves.ts';
import type { FindingCode, Verdict } from '../propositions/finding.ts';
import type { CollisionEffect } from './collision-effect.ts';
import type { PortfolioFigures } from './figures.ts';
import type { RedundancyEffect } from './redundancy-effect.ts';
import type { Retaliator } from './retaliation.ts';

/** A finding that the candidate would turn. */
export type FindingChange = { readonly code: FindingCode; readonly before: Verdict; readonly after: Verdict };

/** What a candidate would change. */
export type Outlook = {
  readonly before: PortfolioFigures;
  readonly after: PortfolioFigures;
  /** Type of the move; null where it would found the portfolio, or stands outside the population. */
  readonly type: ConfigurationType | null;
  readonly founds: boolean;
  /** Whether the alliance is of the population that is counted. */
  readonly counted: boolean;
  readonly partner: Novelty | null;
  /** Resources that the firm does not have yet, as `kind:subject`. */
  readonly fresh: readonly string[];
  readonly changes: readonly FindingChange[];
  readonly retaliators: readonly Retaliator[] | null;
  /** Null outside the population. */
  readonly collisions: CollisionEffect | null;
  readonly redundancy: RedundancyEffect;
};
