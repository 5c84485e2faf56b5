import type { Claim, EdtfDate, Period, Share, Slug, SubjectRef } from '../kernel/index.ts';
import type {
  AllianceForm,
  Ending,
  EventKind,
  MeasureBound,
  MeasureOrder,
  MeasureStatus,
  NameKind,
  OrganisationKind,
  PersonLevel,
  ResourceKind,
  ResourceProperty,
  SourceKind,
  ValueChainPosition,
} from './vocabulary.ts';

/*
 * The rows of the register, as one reader may see them at one version. Ids are opaque; slugs are the readable names.
 * Each row holds the best-ranked value of each field; null is "not known". References are ids.
 */

export type Source = {
  readonly id: string;
  readonly key: Slug;
  readonly kind: SourceKind;
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: EdtfDate | null;
  readonly venue: string | null;
  readonly doi: string | null;
  readonly language: string | null;
  /** Key of the source that reports this one, e.g. an interview listed in an article. */
  readonly within: string | null;
  readonly place: string | null;
  /** For interviews: how, who, about what, when of day, how long. */
  readonly details: Readonly<Record<string, string>>;
};

export type Organisation = {
  readonly id: string;
  readonly slug: Slug;
  readonly name: string | null;
  readonly kind: OrganisationKind | null;
  /** ISO 3166-1 alpha-2; a classification, not a fact. */
  readonly country: string | null;
  readonly founded: EdtfDate | null;
  readonly closed: EdtfDate | null;
  readonly lei: string | null;
  readonly place: string | null;
  readonly valueChainPosition: ValueChainPosition | null;
};

export type OrganisationName = Period & {
  readonly id: string;
  readonly organisation: string;
  readonly text: string;
  readonly kind: NameKind;
  readonly language: string | null;
  readonly reading: string | null;
};

/** A business group. */
export type House = {
  readonly id: string;
  readonly slug: Slug;
  readonly name: string | null;
  /** How the name is read, e.g. in kana or pinyin; a classification, as a language is. */
  readonly reading: string | null;
};

export type HouseMembership = Period & {
  readonly id: string;
  readonly house: string;
  readonly organisation: string;
};

export type Alliance = {
  readonly id: string;
  readonly slug: Slug;
  readonly name: string | null;
  readonly form: AllianceForm | null;
  /** The organisation that the alliance set up, if any. */
  readonly venture: string | null;
  readonly start: EdtfDate | null;
  readonly end: Period['to'];
  readonly ending: Ending | null;
  /** The alliance it was merged into. */
  readonly endedInto: string | null;
  readonly objectives: string | null;
  readonly stage: string | null;
  readonly status: string | null;
};

export type Membership = Period & {
  readonly id: string;
  readonly alliance: string;
  readonly organisation: string;
  readonly role: string | null;
};

/** Equity of one holder, or of unnamed holders together, in one organisation over one period. Null share: unknown. */
export type Stake = Period & {
  readonly id: string;
  /** The alliance whose record tells of the stake. */
  readonly alliance: string | null;
  /** Whose shares they are: usually the alliance's venture. */
  readonly issuer: string;
  readonly holder: string | null;
  /** Words for unnamed holders, e.g. "two other Japanese companies". */
  readonly holders: string | null;
  readonly holderCount: number | null;
  readonly share: Share | null;
  /** Share of votes where it differs from the economic share. */
  readonly votingShare: Share | null;
};

/** What an organisation brings to an alliance, or holds itself (`alliance` null: own stock). */
export type Resource = Period & {
  readonly id: string;
  readonly alliance: string | null;
  readonly organisation: string;
  readonly kind: ResourceKind;
  readonly subject: Slug;
  readonly property: ResourceProperty | null;
};

/** Where an alliance works: product x market x region x value-chain activity; null: not stated. */
export type Domain = Period & {
  readonly id: string;
  readonly alliance: string;
  readonly product: string | null;
  readonly market: string | null;
  readonly region: string | null;
  readonly activity: string | null;
};

export type Person = Period & {
  readonly id: string;
  readonly slug: Slug;
  readonly name: string | null;
  readonly reading: string | null;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly level: PersonLevel | null;
  readonly dispatchedFrom: string | null;
  readonly dispatchedTo: string | null;
};

export type RegisterEvent = {
  readonly id: string;
  readonly slug: Slug;
  readonly title: string | null;
  readonly date: EdtfDate | null;
  readonly kind: EventKind | null;
  readonly about: readonly SubjectRef[];
};

export type Measure = {
  readonly id: string;
  readonly slug: Slug;
  readonly of: SubjectRef;
  readonly quantity: string;
  /** Exact decimal text. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly scope: string | null;
  readonly item: string | null;
  readonly status: MeasureStatus | null;
  readonly bound: MeasureBound | null;
  readonly date: EdtfDate | null;
  readonly order: MeasureOrder | null;
};

/** A rule on a venture, e.g. local investment over half of net assets. */
export type Condition = Period & {
  readonly id: string;
  readonly slug: Slug;
  readonly on: SubjectRef;
  readonly kind: string | null;
  readonly text: string | null;
};

/** People of a venture by origin at a date, in numbers or words. */
export type Workforce = {
  readonly id: string;
  readonly slug: Slug;
  readonly organisation: string;
  readonly origin: string;
  readonly number: string | null;
  readonly words: string | null;
  readonly date: EdtfDate | null;
};

/** The rows by kind, in a stable order. */
export type RegisterRows = {
  readonly sources: readonly Source[];
  readonly organisations: readonly Organisation[];
  readonly organisationNames: readonly OrganisationName[];
  readonly houses: readonly House[];
  readonly houseMemberships: readonly HouseMembership[];
  readonly alliances: readonly Alliance[];
  readonly memberships: readonly Membership[];
  readonly stakes: readonly Stake[];
  readonly resources: readonly Resource[];
  readonly domains: readonly Domain[];
  readonly people: readonly Person[];
  readonly events: readonly RegisterEvent[];
  readonly measures: readonly Measure[];
  readonly conditions: readonly Condition[];
  readonly workforces: readonly Workforce[];
  readonly claims: readonly Claim[];
};
