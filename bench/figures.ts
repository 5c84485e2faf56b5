/** One line of the report. `goal` and `peer` say what the figure is to be held against. */
export type Figure = {
  readonly workload: string;
  readonly value: number | null;
  readonly unit: string;
  /** The most (or, with `atLeast`, the least) that the goal allows. */
  readonly goal?: number;
  readonly atLeast?: boolean;
  /** What it was measured against, or why it was not measured. */
  readonly peer: string;
};

/** A group of figures that are measured together. */
export type Workload = { readonly name: string; readonly measure: () => Promise<readonly Figure[]> };

/** The middle of an odd number of values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The value that nine of ten stay under. */
export const ninetieth = (values: readonly number[]): number => quantile(values, 0.9);
/** The value that ninety-nine of a hundred stay under. */
export const ninetyNinth = (values: readonly number[]): number => quantile(values, 0.99);

const rounded = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** A figure as a line of text: workload, figure, goal and whether it is met, peer. */
export function lineOf({ workload, value, unit, goal, atLeast = false, peer }: Figure): string {
  const shown = value === null ? 'not measured' : `${rounded(value)} ${unit}`;
  const isMet = value !== null && goal !== undefined && (atLeast ? value >= goal : value <= goal);
  const wanted = goal === undefined ? 'no goal' : `goal ${atLeast ? '>=' : '<='} ${goal} ${unit}`;
  const verdict = value === null || goal === undefined ? '' : isMet ? ' met' : ' MISSED';
  return `${workload.padEnd(76)} ${shown.padEnd(16)} ${`${wanted}${verdict}`.padEnd(26)} ${peer}`;
}
