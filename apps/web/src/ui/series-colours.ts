/**
 * Eight colours that stay apart for readers with protanopia and deuteranopia and against the page, one set a theme
 * (after Okabe and Ito 2008, shifted until each has 3:1 to the ground). A series keeps its slot on every page.
 */
export const SERIES_COLOURS = {
  light: ['#066090', '#dc3416', '#008558', '#9a3a67', '#279ac9', '#797a1c', '#3e2237', '#774db9'],
  dark: ['#6487c7', '#db5a21', '#13cc6f', '#c48ca4', '#76e8ff', '#f3cc27', '#e4e6ce', '#8b78ff'],
} as const;

const SERIES_SLOTS = 8;

/** The CSS colour of a slot in the theme that is on. */
export const seriesColour = (slot: number): string => `var(--series-${(slot % SERIES_SLOTS) + 1})`;
