import type { RegisterRows } from './model.ts';

/** Lists of rows while they are being filled. */
export type OpenRows = { -readonly [List in keyof RegisterRows]: RegisterRows[List][number][] };

/** A register that holds nothing, to be filled. */
export const emptyRows = (): OpenRows => ({
  sources: [],
  organisations: [],
  organisationNames: [],
  houses: [],
  houseMemberships: [],
  alliances: [],
  memberships: [],
  stakes: [],
  resources: [],
  domains: [],
  people: [],
  events: [],
  measures: [],
  conditions: [],
  workforces: [],
  claims: [],
});
