/** What the address of the calendar holds. */
export type CalendarSearch = {
  /** `2026-11`; the present one without it. */
  readonly month?: string;
  readonly view?: 'list';
  /** Slug of the one alliance that is shown. */
  readonly of?: string;
  /** Id of the one member of whom it is shown. */
  readonly person?: string;
};

export function calendarSearchFrom(search: Record<string, unknown>): CalendarSearch {
  const { month, view, of, person } = search;
  return {
    ...(typeof month === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) && { month }),
    ...(view === 'list' && { view }),
    ...(typeof of === 'string' && { of }),
    ...(typeof person === 'string' && { person }),
  };
}
