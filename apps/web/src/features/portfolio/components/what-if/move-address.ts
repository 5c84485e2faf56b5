import type { KeptMoveAnswer } from '@entente/contract/portfolio';
import { EdtfDate, Share, Slug } from '@entente/core/kernel';
import { type Aim, AIMS, type Aims } from '@entente/core/portfolio';
import { ALLIANCE_FORMS, type AllianceForm, RESOURCE_KINDS, type ResourceKind } from '@entente/core/register';

/** A move that somebody thinks of, as the page holds it and the address keeps it. */
export type PlannedMove = {
  readonly partner: { readonly kind: 'organisation' | 'house' | 'name'; readonly text: string };
  readonly form: AllianceForm;
  readonly start: string;
  readonly resources: readonly { readonly kind: ResourceKind; readonly subject: string }[];
  readonly product: string;
  readonly market: string;
  readonly region: string;
  /** In percent; empty: not decided. */
  readonly ownShare: string;
  readonly partnerShare: string;
};

export const MOST_MOVES = 12;
export const MOST_RESOURCES = 20;

/** What weighs when nobody has said anything else. */
export const DEFAULT_AIMS: Aims = {
  'more-houses': 1,
  'more-new-resources': 1,
  'fewer-retaliators': 1,
  'fewer-concerns': 1,
};

const PARTNERS = ['organisation', 'house', 'name'] as const;

const part = (text: string): string => encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('~', '%7E');

/** One move as text without spaces: parts between dots, moves between tildes. */
const moveText = ({ partner, form, start, resources, product, market, region, ...shares }: PlannedMove): string =>
  [
    partner.kind,
    partner.text,
    form,
    start,
    resources.map(({ kind, subject }) => `${kind}:${subject}`).join(','),
    product,
    market,
    region,
    shares.ownShare,
    shares.partnerShare,
  ]
    .map(part)
    .join('.');

export const movesText = (moves: readonly PlannedMove[]): string => moves.map(moveText).join('~');

/** Whether two moves say the same. */
export const isSameMove = (one: PlannedMove, other: PlannedMove): boolean => moveText(one) === moveText(other);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const isIn = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

function resourcesFrom(text: string): PlannedMove['resources'] {
  const all = text.split(',').flatMap((each) => {
    const [kind = '', subject = ''] = each.split(':');
    return isIn(RESOURCE_KINDS, kind) && Slug.parse(subject).ok ? [{ kind, subject }] : [];
  });
  return all.slice(0, MOST_RESOURCES);
}

const termFrom = (text: string): string => (Slug.parse(text).ok ? text : '');
const shareFrom = (text: string): string => (Share.parse(text).ok ? text : '');

/** Addresses from before shares were told have two parts fewer. */
const PARTS = [8, 10];

function moveFrom(text: string): PlannedMove | null {
  const parts = text.split('.').map(decoded);
  if (!PARTS.includes(parts.length) || parts.includes(null)) return null;
  const [kind = '', name = '', form = '', start = '', resources = '', ...rest] = parts as readonly string[];
  const [product = '', market = '', region = '', ownShare = '', partnerShare = ''] = rest;
  if (!isIn(PARTNERS, kind) || name === '' || !isIn(ALLIANCE_FORMS, form) || !EdtfDate.parse(start).ok) return null;
  return {
    partner: { kind, text: name },
    form,
    start,
    resources: resourcesFrom(resources),
    product: termFrom(product),
    market: termFrom(market),
    region: termFrom(region),
    ownShare: shareFrom(ownShare),
    partnerShare: shareFrom(partnerShare),
  };
}

/** Moves of an address; what cannot be read is left out. */
export const movesFrom = (text: string | undefined): readonly PlannedMove[] =>
  (text ?? '')
    .split('~')
    .flatMap((each) => moveFrom(each) ?? [])
    .slice(0, MOST_MOVES);

/** A kept move as the page compares it. */
export const moveOfKept = ({ partner, domain, resources, ...kept }: KeptMoveAnswer): PlannedMove => ({
  partner: { kind: partner.kind, text: partner.record?.slug ?? partner.name },
  form: kept.form,
  start: kept.start,
  resources,
  product: domain?.product ?? '',
  market: domain?.market ?? '',
  region: domain?.region ?? '',
  ownShare: kept.ownShare ?? '',
  partnerShare: kept.partnerShare ?? '',
});

export const aimsText = (aims: Aims): string =>
  AIMS.flatMap((aim) => ((aims[aim] ?? 0) > 0 ? [`${aim}:${aims[aim]}`] : [])).join('~') || 'none';

/** Weights of an address; the usual ones when it holds none. */
export function aimsFrom(text: string | undefined): Aims {
  if (text === undefined) return DEFAULT_AIMS;
  const given = text.split('~').flatMap((each): [Aim, number][] => {
    const [aim = '', weight = ''] = each.split(':');
    const value = Number(weight);
    return isIn(AIMS, aim) && Number.isFinite(value) && value > 0 && value <= 100 ? [[aim, value]] : [];
  });
  return Object.fromEntries(given);
}

const left = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The move as the API asks for it. */
export const candidateOf = ({ partner, form, start, resources, product, market, region, ...shares }: PlannedMove) => {
  const domain = { product: left(product), market: left(market), region: left(region) };
  return {
    partner: { [partner.kind]: partner.text },
    form,
    start,
    ownShare: left(shares.ownShare),
    partnerShare: left(shares.partnerShare),
    resources,
    domain: Object.values(domain).every((each) => each === null) ? null : domain,
  };
};
