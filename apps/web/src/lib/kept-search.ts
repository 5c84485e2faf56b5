type Kept = { readonly asOf?: string; readonly focal?: string };

/** The as-of date and the firm go along to another page; what was inspected here does not. */
export const keptSearch = ({ asOf, focal }: Kept): Kept => ({
  ...(asOf !== undefined && { asOf }),
  ...(focal !== undefined && { focal }),
});
