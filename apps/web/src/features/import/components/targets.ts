/** A target of a mapping in its parts: `share.2` is the second partner's share. */
export function targetParts(target: string): { readonly name: string; readonly partner: number | null } {
  const [, name = target, number] = /^(.+?)(?:\.(\d+))?$/.exec(target) ?? [];
  return { name, partner: number === undefined ? null : Number(number) };
}

const RECORDS = 'records:';

/** The kind of record that each row of a layout is; null where rows tell of alliances and their partners. */
export const kindOfLayout = (layout: string): string | null =>
  layout.startsWith(RECORDS) ? layout.slice(RECORDS.length) : null;
