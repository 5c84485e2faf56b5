import { NODE_MEASURES, type NodeMeasure } from '@entente/contract/network';

/** What the address of the page holds of how the network is looked at. What is left out is as it is at first. */
const VIEW_PARAMETERS = [
  'level',
  'time',
  'sources',
  'colour',
  'size',
  'form',
  'country',
  'house',
  'component',
  'by',
  'least',
  'focus',
  'steps',
] as const;
export type NetworkSearch = Partial<Record<(typeof VIEW_PARAMETERS)[number], string>>;

/** Measures that number parts of the network: they group nodes, and have no more or less. */
export const GROUP_MEASURES: readonly NodeMeasure[] = ['component', 'community'];
export const MAGNITUDES: readonly NodeMeasure[] = NODE_MEASURES.filter((name) => !GROUP_MEASURES.includes(name));

export type ColourBy = 'house' | 'country' | NodeMeasure;
export const COLOURS: readonly ColourBy[] = ['house', 'country', ...GROUP_MEASURES, ...MAGNITUDES];

export type NetworkView = {
  readonly level: 'organisation' | 'house';
  /** Whether all that is recorded is shown, whatever the day. */
  readonly isTimeless: boolean;
  readonly sources: string | null;
  readonly colour: ColourBy;
  readonly size: NodeMeasure;
  /** A form of alliances; `unknown`: none is recorded. */
  readonly form: string | null;
  readonly country: string | null;
  /** Slug of a house. */
  readonly house: string | null;
  readonly component: number | null;
  readonly least: { readonly measure: NodeMeasure; readonly value: number } | null;
  /** Id of a node whose surroundings alone are shown, so many steps far. */
  readonly focus: string | null;
  readonly steps: 1 | 2;
};

const isMagnitude = (name: string | undefined): name is NodeMeasure => MAGNITUDES.some((measure) => measure === name);

/** Keeps what can be read. */
export const networkSearchFrom = (search: Readonly<Record<string, unknown>>): NetworkSearch =>
  Object.fromEntries(
    VIEW_PARAMETERS.flatMap((name) => {
      const value = search[name];
      return typeof value === 'string' && value !== '' && value.length <= 300 ? [[name, value]] : [];
    }),
  );

/** How the network is looked at; what cannot be read is as it is at first. */
export function viewFrom(search: NetworkSearch): NetworkView {
  const { colour, size, by, least, component } = search;
  const number = Number(least);
  const part = Number(component);
  return {
    level: search.level === 'house' ? 'house' : 'organisation',
    isTimeless: search.time === 'all',
    sources: search.sources ?? null,
    colour: COLOURS.find((each) => each === colour) ?? 'house',
    size: isMagnitude(size) ? size : 'degree',
    form: search.form ?? null,
    country: search.country ?? null,
    house: search.house ?? null,
    component: Number.isInteger(part) && part > 0 ? part : null,
    least: isMagnitude(by) && least !== undefined && Number.isFinite(number) ? { measure: by, value: number } : null,
    focus: search.focus ?? null,
    steps: search.steps === '2' ? 2 : 1,
  };
}

/** What narrows the network, as against how it is drawn. */
export const FILTERS = ['form', 'country', 'house', 'component', 'by', 'least', 'focus', 'steps'] as const;
