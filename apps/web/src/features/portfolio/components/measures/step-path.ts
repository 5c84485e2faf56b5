/** One year of a drawing; null: not defined. */
export type YearValue = { readonly year: number; readonly value: number | null };

/** Where the scale of a drawing ends: shares and indices at 1 or above, the rest at the greatest value. */
export function topOf(values: readonly YearValue[], atLeastOne: boolean): number {
  const greatest = Math.max(0, ...values.map(({ value }) => value ?? 0));
  return greatest === 0 || atLeastOne ? Math.max(1, greatest) : greatest;
}

/**
 * The years as steps, each as wide as its year, broken where nothing is defined. Coordinates run from 0 to 100 to the
 * right and from 0 (top) to 100 downwards.
 * @example stepPath([{ year: 2000, value: 1 }, { year: 2001, value: null }], 1) // => 'M0 0H50'
 */
export function stepPath(values: readonly YearValue[], top: number): string {
  const width = 100 / Math.max(1, values.length);
  const round = (at: number): number => Math.round(at * 100) / 100;
  let path = '';
  let isDrawing = false;
  for (const [nth, { value }] of values.entries()) {
    if (value === null) {
      isDrawing = false;
      continue;
    }
    const down = round(100 - (100 * value) / top);
    path += `${isDrawing ? `V${down}` : `M${round(nth * width)} ${down}`}H${round((nth + 1) * width)}`;
    isDrawing = true;
  }
  return path;
}
