import { z } from 'zod';

/** What every list takes beside its own filters. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Records on a page.'),
  cursor: z.string().max(2000).optional().describe('`nextCursor` of the page before, with the same filters and sort.'),
};

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable(),
      total: z.number().int().describe('Records that the filters admit, on all pages.'),
    })
    .meta({ id });
}
