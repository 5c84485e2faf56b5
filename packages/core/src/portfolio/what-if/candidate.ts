import { type EdtfDate, Period, type Share, type Slug } from '../../kernel/index.ts';
import type {
  Alliance,
  AllianceForm,
  Domain,
  HouseMembership,
  Membership,
  Organisation,
  Register,
  Resource,
  ResourceKind,
  Stake,
} from '../../register/index.ts';

/** With whom: an organisation or a house of the register, or somebody whom it does not know. */
export type CandidatePartner =
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'house'; readonly id: string }
  | { readonly kind: 'stranger'; readonly name: string };

/** Where a candidate would work; null: left open. */
export type CandidateDomain = {
  readonly product: string | null;
  readonly market: string | null;
  readonly region: string | null;
};

/** A move that somebody thinks of: one alliance with one partner. */
export type Candidate = {
  readonly partner: CandidatePartner;
  readonly form: AllianceForm;
  readonly start: EdtfDate;
  /** The firm's own share of the venture, and the partner's; null: not decided. */
  readonly ownShare: Share | null;
  readonly partnerShare: Share | null;
  /** What the partner would bring. */
  readonly resources: readonly { readonly kind: ResourceKind; readonly subject: Slug }[];
  /** Null: nothing is said about it. */
  readonly domain: CandidateDomain | null;
};

/** Ids of the records that a candidate adds; no record of a register has such an id. */
export const CANDIDATE = Object.freeze({
  alliance: 'what-if:alliance',
  partner: 'what-if:partner',
  venture: 'what-if:venture',
});

type Added = {
  readonly alliance: Alliance;
  readonly memberships: readonly Membership[];
  readonly stakes: readonly Stake[];
  readonly resources: readonly Resource[];
  readonly domains: readonly Domain[];
  /** The stranger, or a stand-in for the house. */
  readonly organisation: Organisation | null;
  readonly houseMembership: HouseMembership | null;
};

const NOBODY = {
  kind: null,
  country: null,
  founded: null,
  closed: null,
  lei: null,
  place: null,
  valueChainPosition: null,
};

function addedBy(register: Register, member: string, candidate: Candidate): Added {
  const { partner, form, start, domain } = candidate;
  const organisation = partner.kind === 'organisation' ? partner.id : CANDIDATE.partner;
  const name = partner.kind === 'stranger' ? partner.name : (register.house(partner.id)?.name ?? null);
  const period = { from: start, to: 'open' } as const;
  const blank = { ending: null, endedInto: null, objectives: null, stage: null, status: null };
  const identity = { id: CANDIDATE.alliance, slug: 'what-if' as Slug, name: null, form, venture: CANDIDATE.venture };
  const stake = (holder: string, share: Share | null): Stake => ({
    id: `what-if:stake:${holder}`,
    alliance: CANDIDATE.alliance,
    issuer: CANDIDATE.venture,
    holder,
    holders: null,
    holderCount: null,
    share,
    votingShare: null,
    ...period,
  });
  const isNew = partner.kind !== 'organisation';
  return {
    alliance: { ...identity, ...blank, start, end: 'open' },
    memberships: [member, organisation].map((who) => ({
      id: `what-if:membership:${who}`,
      alliance: CANDIDATE.alliance,
      organisation: who,
      role: null,
      ...period,
    })),
    stakes: [stake(member, candidate.ownShare), stake(organisation, candidate.partnerShare)],
    resources: candidate.resources.map(({ kind, subject }, place) => ({
      id: `what-if:resource:${place}`,
      alliance: CANDIDATE.alliance,
      organisation,
      kind,
      subject,
      property: null,
      ...period,
    })),
    domains:
      domain === null
        ? []
        : [{ id: 'what-if:domain', alliance: CANDIDATE.alliance, ...domain, activity: null, ...period }],
    organisation: isNew ? { id: organisation, slug: 'what-if-partner' as Slug, name, ...NOBODY } : null,
    houseMembership:
      partner.kind === 'house' ? { id: 'what-if:house', house: partner.id, organisation, ...Period.always } : null,
  };
}

/**
 * The register as it would be with the candidate. The given one is not touched and not copied: look-ups answer the few
 * new rows themselves and pass on everything else.
 * @param member the organisation of the firm that would be the member
 */
export function registerWith(register: Register, member: string, candidate: Candidate): Register {
  const added = addedBy(register, member, candidate);
  const { organisation, houseMembership } = added;
  const here =
    <R>(rows: readonly R[], other: (id: string) => readonly R[]) =>
    (id: string): readonly R[] =>
      id === CANDIDATE.alliance ? rows : other(id);
  return {
    ...register,
    alliances: [...register.alliances, added.alliance],
    memberships: [...register.memberships, ...added.memberships],
    houseMemberships:
      houseMembership === null ? register.houseMemberships : [...register.houseMemberships, houseMembership],
    alliance: (id) => (id === CANDIDATE.alliance ? added.alliance : register.alliance(id)),
    organisation: (id) => (id === organisation?.id ? organisation : register.organisation(id)),
    membershipsOf: here(added.memberships, register.membershipsOf),
    membershipsBy: (id) => [
      ...register.membershipsBy(id),
      ...added.memberships.filter((row) => row.organisation === id),
    ],
    stakesIn: here(added.stakes, register.stakesIn),
    resourcesIn: here(added.resources, register.resourcesIn),
    domainsOf: here(added.domains, register.domainsOf),
    houseMembershipsOf: (id) =>
      houseMembership !== null && id === houseMembership.organisation
        ? [houseMembership]
        : register.houseMembershipsOf(id),
  };
}
