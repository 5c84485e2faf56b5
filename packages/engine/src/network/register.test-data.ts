import { invariant, Period, type Slug } from '@entente/core/kernel';
import { type AllianceForm, emptyRows, type Register, registerOf } from '@entente/core/register';

type MemberSketch = string | { readonly who: string; readonly from?: string; readonly to?: string };

export type AllianceSketch = {
  readonly id: string;
  readonly form?: AllianceForm;
  readonly venture?: string;
  readonly start?: string;
  readonly end?: string;
  readonly members: readonly MemberSketch[];
};

export type HouseSketch = {
  readonly house: string;
  readonly who: string;
  readonly from?: string;
  readonly to?: string;
};

const period = (from?: string, to?: string): Period => {
  const outcome = Period.parse(from, to);
  invariant(outcome.ok, `${from} to ${to} is a period`);
  return outcome.value;
};

/** A register from a sketch; names, slugs and ids are the same words. */
export function registerFrom(alliances: readonly AllianceSketch[], houses: readonly HouseSketch[] = []): Register {
  const rows = emptyRows();
  const organisation = (id: string): void => {
    if (rows.organisations.some((row) => row.id === id)) return;
    const blank = { kind: null, country: null, founded: null, closed: null, lei: null, place: null };
    rows.organisations.push({ id, slug: id as Slug, name: id, ...blank, valueChainPosition: null });
  };
  for (const { id, form, venture, start, end, members } of alliances) {
    const { from, to } = period(start, end);
    const blank = { ending: null, endedInto: null, objectives: null, stage: null, status: null };
    if (venture !== undefined) organisation(venture);
    const identity = { id, slug: id as Slug, name: id, form: form ?? null, venture: venture ?? null };
    rows.alliances.push({ ...identity, ...blank, start: from, end: to });
    members.forEach((member, nth) => {
      const {
        who,
        from: own,
        to: until,
      } = typeof member === 'string' ? { who: member } : { from: '', to: '', ...member };
      organisation(who);
      const place = { id: `${id}/${nth}`, alliance: id, organisation: who, role: null };
      rows.memberships.push({ ...place, ...period(own, until) });
    });
  }
  for (const { house, who, from, to } of houses) {
    if (!rows.houses.some((row) => row.id === house))
      rows.houses.push({ id: house, slug: house as Slug, name: house, reading: null });
    organisation(who);
    rows.houseMemberships.push({ id: `${house}/${who}/${from}`, house, organisation: who, ...period(from, to) });
  }
  return registerOf(rows);
}
