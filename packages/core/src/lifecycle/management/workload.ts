import type { Day } from '../../kernel/index.ts';

/** A paper as the workload reads it. */
export type WorkPaper = {
  readonly kind: string;
  readonly alliance: string;
  /** Who holds it; null: nobody does. */
  readonly holder: string | null;
  readonly due: Day | null;
  readonly isOpen: boolean;
};

/** What one person holds; `holder` null: what nobody holds. */
export type Workload = {
  readonly holder: string | null;
  /** Alliances of which they manage or hold anything open, by id. */
  readonly alliances: readonly string[];
  readonly actions: number;
  readonly issues: number;
  /** Meetings that they call, today or later. */
  readonly meetings: number;
  /** Open papers of other kinds. */
  readonly others: number;
  /** Open papers whose day has passed. */
  readonly overdue: number;
};

const COUNTED = { action: 'actions', issue: 'issues', meeting: 'meetings' } as const;

/**
 * What each person holds on a day. The alliance manager is whoever took the alliance on in its hand-over, whether that is
 * still open or not; every open paper counts for its holder. People who hold nothing have a row of zeros; what nobody holds
 * comes last, where there is any.
 * @param people members of the workspace, by id
 * @example workloadOf([], ['a'], '2026-11-23')[0]?.overdue // => 0
 */
export function workloadOf(papers: readonly WorkPaper[], people: readonly string[], today: Day): readonly Workload[] {
  const of = (holder: string | null): Workload => {
    const mine = papers.filter((paper) => paper.holder === holder);
    const open = mine.filter(({ isOpen }) => isOpen);
    const ahead = open.filter(({ kind, due }) => kind !== 'meeting' || due === null || due >= today);
    const counted = (kind: string): number => ahead.filter((paper) => paper.kind === kind).length;
    const managed = holder === null ? [] : mine.filter(({ kind }) => kind === 'hand-over');
    return {
      holder,
      alliances: [...new Set([...managed, ...open].map(({ alliance }) => alliance))],
      actions: counted('action'),
      issues: counted('issue'),
      meetings: counted('meeting'),
      others: open.filter(({ kind }) => !(kind in COUNTED)).length,
      overdue: open.filter(({ due }) => due !== null && due < today).length,
    };
  };
  const holders = papers.flatMap(({ holder }) => (holder === null ? [] : [holder]));
  const everybody = [...new Set([...people, ...holders])].map(of);
  const nobody = of(null);
  return nobody.alliances.length > 0 ? [...everybody, nobody] : everybody;
}
