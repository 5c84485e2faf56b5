/** What columns may be read as in tables of alliances and their partners, by what it is about. */
export const ALLIANCE_TARGETS = [
  'name',
  'deal',
  'form',
  'start',
  'end',
  'period',
  'ending',
  'objectives',
  'stage',
  'status',
  'venture',
  'products',
  'markets',
  'regions',
  'activities',
  'members',
  'shares',
  'remark',
] as const;
export const PARTNER_TARGETS = [
  'member',
  'share',
  'votingShare',
  'country',
  'house',
  'role',
  'resources',
  'kind',
  'place',
  'lei',
] as const;
export type AllianceTarget = (typeof ALLIANCE_TARGETS)[number];
export type PartnerTarget = (typeof PARTNER_TARGETS)[number];

export const isAllianceTarget = (name: string): name is AllianceTarget =>
  (ALLIANCE_TARGETS as readonly string[]).includes(name);
export const isPartnerTarget = (name: string): name is PartnerTarget =>
  (PARTNER_TARGETS as readonly string[]).includes(name);

/** A target of a mapping in its parts: `share.2` is the second partner's share. */
export function targetParts(target: string): { readonly name: string; readonly partner: number | null } {
  const [, name = target, number] = /^(.+?)(?:\.(\d+))?$/.exec(target) ?? [];
  return { name, partner: number === undefined ? null : Number(number) };
}

const RECORDS = 'records:';

/** The kind of record that each row of a layout is; null where rows tell of alliances and their partners. */
export const kindOfLayout = (layout: string): string | null =>
  layout.startsWith(RECORDS) ? layout.slice(RECORDS.length) : null;
