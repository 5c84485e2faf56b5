import { type Day, groupedBy, Period } from '../../kernel/index.ts';
import type { AllianceForm, Membership, Resource, ResourceProperty } from '../../register/index.ts';

/** The four governance forms of Das and Teng (2000), from the loosest to the tightest. */
export const GOVERNANCE_FORMS = [
  'unilateral-contract',
  'bilateral-contract',
  'minority-equity',
  'equity-joint-venture',
] as const;
export type GovernanceForm = (typeof GOVERNANCE_FORMS)[number];

/** What a firm mostly brings: one type, both, or nobody says. */
export type ResourceProfile = ResourceProperty | 'both' | null;

/**
 * The form that a firm prefers by its own and its partner's primary resources (Das and Teng 2000, Journal of Management 26(1),
 * pp. 31-61, structural preferences): property against property asks for no integration; who brings property and wants the
 * other's knowledge comes closest to it in a joint venture; who brings knowledge and wants property guards its own by a minority
 * stake; two who bring knowledge learn from each other under a contract that binds both.
 */
const PREFERRED: Readonly<Record<ResourceProperty, Readonly<Record<ResourceProperty, GovernanceForm>>>> = {
  property: { property: 'unilateral-contract', knowledge: 'equity-joint-venture' },
  knowledge: { property: 'minority-equity', knowledge: 'bilateral-contract' },
};

/** The forms of the register by the four; which contracts bind one side and which both is Das and Teng's division. */
const GOVERNANCE_OF: Readonly<Record<AllianceForm, GovernanceForm>> = {
  'joint-venture': 'equity-joint-venture',
  'minority-stake': 'minority-equity',
  licence: 'unilateral-contract',
  oem: 'unilateral-contract',
  supply: 'unilateral-contract',
  distribution: 'unilateral-contract',
  'joint-development': 'bilateral-contract',
  'joint-purchasing': 'bilateral-contract',
  consortium: 'bilateral-contract',
  cluster: 'bilateral-contract',
};

/** What a member brings to an alliance, by type. */
export type MemberResources = {
  readonly organisation: string;
  readonly profile: ResourceProfile;
  readonly property: readonly Resource[];
  readonly knowledge: readonly Resource[];
  /** Those of which nobody says whether they are property or knowledge. */
  readonly untyped: readonly Resource[];
};

/** What one member would prefer towards another: one form, or one for each type that it or the other brings. */
export type Preference = {
  readonly organisation: string;
  readonly towards: string;
  readonly forms: readonly GovernanceForm[];
};

export type GovernanceAdvice = {
  readonly members: readonly MemberResources[];
  /** Of members that both bring something of a known type. */
  readonly preferences: readonly Preference[];
  /** Forms that every preference admits; empty where the sides prefer differently, which is then to be negotiated. */
  readonly common: readonly GovernanceForm[];
  /** The alliance's own form among the four; null: not known. */
  readonly present: GovernanceForm | null;
};

function profileOf(property: readonly Resource[], knowledge: readonly Resource[]): ResourceProfile {
  if (property.length > 0) return knowledge.length > 0 ? 'both' : 'property';
  return knowledge.length > 0 ? 'knowledge' : null;
}

function resourcesOf(organisation: string, resources: readonly Resource[]): MemberResources {
  const of = (type: ResourceProperty | null): readonly Resource[] => resources.filter((row) => row.property === type);
  const [property, knowledge] = [of('property'), of('knowledge')];
  return { organisation, profile: profileOf(property, knowledge), property, knowledge, untyped: of(null) };
}

const typesOf = (profile: ResourceProfile): readonly ResourceProperty[] =>
  profile === 'both' ? ['property', 'knowledge'] : profile === null ? [] : [profile];

function preferenceOf(one: MemberResources, other: MemberResources): Preference {
  const forms = typesOf(one.profile).flatMap((own) => typesOf(other.profile).map((theirs) => PREFERRED[own][theirs]));
  return {
    organisation: one.organisation,
    towards: other.organisation,
    forms: GOVERNANCE_FORMS.filter((form) => forms.includes(form)),
  };
}

/** What the advice rests on. */
export type GovernanceInputs = {
  readonly form: AllianceForm | null;
  readonly memberships: readonly Membership[];
  /** What is brought to this alliance. */
  readonly resources: readonly Resource[];
};

/**
 * The governance form that the types of what the members bring speak for, from the side of each of them.
 * @param on the day on which memberships and resources are read
 * @returns members in the order of the record; preferences by pairs of them, both ways
 * @example governanceAdvice({ form: null, memberships: [], resources: [] }, '2004-12-31').common // => []
 */
export function governanceAdvice({ form, memberships, resources }: GovernanceInputs, on: Day): GovernanceAdvice {
  const brought = groupedBy(
    resources.filter((resource) => Period.on(resource, on).active),
    ({ organisation }) => organisation,
  );
  const present = memberships.filter((membership) => Period.on(membership, on).active);
  const organisations = [...new Set(present.map(({ organisation }) => organisation))];
  const members = organisations.map((organisation) => resourcesOf(organisation, brought.get(organisation) ?? []));
  const typed = members.filter(({ profile }) => profile !== null);
  const preferences = typed.flatMap((one) =>
    typed.filter((other) => other !== one).map((other) => preferenceOf(one, other)),
  );
  return {
    members,
    preferences,
    common:
      preferences.length === 0
        ? []
        : GOVERNANCE_FORMS.filter((form) => preferences.every(({ forms }) => forms.includes(form))),
    present: form === null ? null : GOVERNANCE_OF[form],
  };
}
