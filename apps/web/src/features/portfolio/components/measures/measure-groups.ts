import type { PanelMeasureName } from '@entente/contract/portfolio';

/** What measures tell about together. */
export const MEASURE_GROUPS = {
  size: ['size', 'formed', 'ended', 'accumulated', 'age'],
  partners: ['partners', 'houses', 'ties', 'repeat-tie-share', 'new-partner-share', 'house-concentration'],
  diversity: ['country-diversity', 'kind-diversity', 'form-diversity', 'resource-diversity', 'foreign-partner-share'],
  balance: ['exploration-share', 'equity-share', 'resource-redundancy'],
  network: ['degree', 'effective-size', 'efficiency', 'constraint', 'hierarchy', 'k-core'],
} as const satisfies Readonly<Record<string, readonly PanelMeasureName[]>>;

export type MeasureGroup = keyof typeof MEASURE_GROUPS;

export const GROUP_NAMES = Object.keys(MEASURE_GROUPS) as MeasureGroup[];

export type MeasureUnit = 'number' | 'share' | 'index' | 'years';
