type Mentioned = { readonly slug: string | null; readonly name: string | null } | null | undefined;

/** What rows without a name of their own may hold to be known by. */
export type NamelessRow = {
  readonly text?: string | null;
  readonly quantity?: string;
  readonly item?: string | null;
  readonly origin?: string;
  readonly subject?: string;
  readonly product?: string | null;
  readonly market?: string | null;
  readonly region?: string | null;
  readonly activity?: string | null;
  readonly holders?: string | null;
  readonly holder?: Mentioned;
  readonly issuer?: Mentioned;
  readonly house?: Mentioned;
  readonly organisation?: Mentioned;
  readonly alliance?: Mentioned;
  readonly of?: Mentioned;
  readonly on?: Mentioned;
};

/** A slug as words: `machine-tools` is "machine tools". */
const plainWords = (slug: string): string => slug.replaceAll('-', ' ');
const named = (record: Mentioned): string | null => record?.name ?? record?.slug ?? null;
const joined = (parts: readonly (string | null | undefined)[], by: string): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join(by);

/**
 * What a row is called that has no name: a stake by holder and issuer, a membership by member and alliance, a measure by what
 * is measured and of whom. Empty when it holds nothing to be known by.
 */
export function rowName(row: NamelessRow): string {
  const { issuer, quantity, item, subject, origin, text } = row;
  if (issuer) return joined([named(row.holder) ?? row.holders, named(issuer)], ' → ');
  if (quantity !== undefined) {
    return joined([named(row.of), joined([plainWords(quantity), item && plainWords(item)], ': ')], ' · ');
  }
  if (origin !== undefined) return joined([named(row.organisation), origin], ' · ');
  if (typeof text === 'string') return text;
  const domain = joined(
    [row.product, row.market, row.region, row.activity].map((part) => part && plainWords(part)),
    ', ',
  );
  if (domain !== '') return joined([named(row.alliance), domain], ' · ');
  const what = subject === undefined ? null : plainWords(subject);
  return joined([what, named(row.organisation), named(row.house) ?? named(row.alliance)], ' · ');
}
