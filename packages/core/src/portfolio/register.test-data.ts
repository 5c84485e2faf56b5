import { invariant, Period, type Slug } from '../kernel/index.ts';
import { type AllianceForm, emptyRows, type Register, registerOf, type ResourceKind } from '../register/index.ts';

type MemberDraft = {
  readonly who: string;
  readonly from?: string;
  readonly to?: string;
  readonly brings?: readonly (string | readonly [string, string])[];
};

export type AllianceDraft = {
  readonly id: string;
  readonly form?: AllianceForm;
  readonly start?: string;
  readonly end?: string;
  readonly merged?: boolean;
  readonly members: readonly (string | MemberDraft)[];
};

const period = (from?: string, to?: string): Period => {
  const outcome = Period.parse(from, to);
  invariant(outcome.ok, `${from} to ${to} is a period`);
  return outcome.value;
};

/** A register from a sketch: every member but `focal` is a partner; `houses` names business groups with their members. */
export function registerFrom(
  alliances: readonly AllianceDraft[],
  houses: Readonly<Record<string, readonly string[]>> = {},
  ownStock: readonly string[] = [],
): Register {
  const rows = emptyRows();
  const organisation = (id: string): void => {
    if (rows.organisations.some((row) => row.id === id)) return;
    const blank = { kind: null, country: null, founded: null, closed: null, lei: null, place: null };
    rows.organisations.push({ id, slug: id as Slug, name: id, ...blank, valueChainPosition: null });
  };
  const resource = (id: string, alliance: string | null, holder: string, key: string, from?: string): void => {
    const [kind, subject] = key.split(':') as [ResourceKind, Slug];
    rows.resources.push({ id, alliance, organisation: holder, kind, subject, property: null, ...period(from) });
  };
  organisation('focal');
  ownStock.forEach((key, index) => resource(`own-${index}`, null, 'focal', key));
  for (const draft of alliances) {
    const { from: start, to: end } = period(draft.start, draft.end);
    const blank = { venture: null, endedInto: null, objectives: null, stage: null, status: null };
    const identity = {
      id: draft.id,
      slug: draft.id as Slug,
      name: draft.id,
      form: draft.form ?? ('joint-venture' as const),
    };
    rows.alliances.push({ ...identity, ...blank, start, end, ending: draft.merged ? 'merged' : null });
    ['focal', ...draft.members].forEach((member, index) => {
      const { who, from, to, brings = [] } = typeof member === 'string' ? ({ who: member } as MemberDraft) : member;
      organisation(who);
      const id = `${draft.id}/${index}`;
      rows.memberships.push({ id, alliance: draft.id, organisation: who, role: null, ...period(from, to) });
      brings.forEach((brought, at) => {
        const [key, since] = typeof brought === 'string' ? [brought] : brought;
        resource(`${id}/${at}`, draft.id, who, key, since);
      });
    });
  }
  for (const [house, members] of Object.entries(houses)) {
    rows.houses.push({ id: house, slug: house as Slug, name: house, reading: null });
    for (const member of members) {
      rows.houseMemberships.push({ id: `${house}/${member}`, house, organisation: member, ...Period.always });
    }
  }
  return registerOf(rows);
}
