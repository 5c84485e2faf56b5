import { EdtfDate, Slug } from '@entente/core/kernel';
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
};

export const MOST_MOVES = 12;

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
const moveText = ({ partner, form, start, resources, product, market, region }: PlannedMove): string =>
  [
    partner.kind,
    partner.text,
    form,
    start,
    resources.map(({ kind, subject }) => `${kind}:${subject}`).join(','),
    product,
    market,
    region,
  ]
    .map(part)
    .join('.');

export const movesText = (moves: readonly PlannedMove[]): string => moves.map(moveText).join('~');

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
  return text.split(',').flatMap((each) => {
    const [kind = '', subject = ''] = each.split(':');
    return isIn(RESOURCE_KINDS, kind) && Slug.parse(subject).ok ? [{ kind, subject }] : [];
  });
}

function moveFrom(text: string): PlannedMove | null {
  const parts = text.split('.').map(decoded);
  if (parts.length !== 8 || parts.includes(null)) return null;
  const [kind, name, form, start, resources, product, market, region] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (!isIn(PARTNERS, kind) || name === '' || !isIn(ALLIANCE_FORMS, form) || !EdtfDate.parse(start).ok) return null;
  return { partner: { kind, text: name }, form, start, resources: resourcesFrom(resources), product, market, region };
}

/** Moves of an address; what cannot be read is left out. */
export const movesFrom = (text: string | undefined): readonly PlannedMove[] =>
  (text ?? '')
    .split('~')
    .flatMap((each) => moveFrom(each) ?? [])
    .slice(0, MOST_MOVES);

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
export const candidateOf = ({ partner, form, start, resources, product, market, region }: PlannedMove) => {
  const domain = { product: left(product), market: left(market), region: left(region) };
  return {
    partner: { [partner.kind]: partner.text },
    form,
    start,
    resources,
    domain: Object.values(domain).every((each) => each === null) ? null : domain,
  };
};
