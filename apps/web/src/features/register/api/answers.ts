import type { ClaimAnswer, DiscrepancyAnswer, SourceAnswer } from '@entente/contract/evidence';
import type {
  AllianceAnswer,
  ConditionAnswer,
  DomainAnswer,
  EventAnswer,
  HouseMembershipAnswer,
  MeasureAnswer,
  MembershipAnswer,
  OrganisationAnswer,
  OrganisationNameAnswer,
  PersonAnswer,
  ResourceAnswer,
  StakeAnswer,
  WorkforceAnswer,
} from '@entente/contract/register';

/** What both record pages know of the evidence. */
export type RecordEvidence = {
  readonly claims: readonly ClaimAnswer[];
  readonly discrepancies: readonly DiscrepancyAnswer[];
  readonly sources: readonly SourceAnswer[];
};

/** Dated rows that an alliance and an organisation both have. */
type SharedRows = {
  readonly people: readonly PersonAnswer[];
  readonly events: readonly EventAnswer[];
  readonly measures: readonly MeasureAnswer[];
  readonly conditions: readonly ConditionAnswer[];
  readonly workforces: readonly WorkforceAnswer[];
  readonly resources: readonly ResourceAnswer[];
};

/** All that the page of an alliance shows. */
export type AllianceRecord = RecordEvidence &
  SharedRows & {
    readonly alliance: AllianceAnswer;
    readonly members: readonly MembershipAnswer[];
    readonly stakes: readonly StakeAnswer[];
    readonly domains: readonly DomainAnswer[];
  };

/** All that the page of a partner shows. */
export type OrganisationRecord = RecordEvidence &
  SharedRows & {
    readonly organisation: OrganisationAnswer;
    readonly names: readonly OrganisationNameAnswer[];
    readonly houseMemberships: readonly HouseMembershipAnswer[];
    readonly alliances: readonly AllianceAnswer[];
    readonly memberships: readonly MembershipAnswer[];
    readonly stakesHeld: readonly StakeAnswer[];
    readonly stakesIn: readonly StakeAnswer[];
  };

/** One page of a list. */
export type Page<R> = { readonly items: readonly R[]; readonly nextCursor: string | null; readonly total: number };
