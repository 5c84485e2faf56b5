import type { Day } from '../../kernel/index.ts';

export const ISSUE_TOPICS = ['contributions', 'compensation', 'coordination', 'other'] as const;
export const SIDES = ['ours', 'theirs'] as const;
/** Who sits on one side of the table. */
export type Side = (typeof SIDES)[number];

/** What a side wants of an issue that is a number. */
export type NumberAim = {
  /** Whether the side wants more of it or less; null: not known. */
  readonly wants: 'more' | 'less' | null;
  /** What the side hopes for, in the unit of the issue. */
  readonly target: number | null;
  /** The last value that the side would sign. */
  readonly reservation: number | null;
  /** How much the issue matters to the side against its other issues, on any scale from 0. */
  readonly weight: number | null;
};

/** What a side wants of an issue that has options. */
export type OptionAim = {
  /** How good an option is for the side, on a scale of its own; options that are not named are not judged. */
  readonly points: readonly { readonly option: string; readonly points: number }[];
  /** The option that the side hopes for. */
  readonly target: string | null;
  /** The worst option that the side would sign. */
  readonly reservation: string | null;
  readonly weight: number | null;
};

/** What we believe of the other side, with what we believe it from. */
type Estimated<Aim> = Aim & { readonly ground: string | null };

type AnyIssue = { readonly key: string; readonly name: string; readonly topic: (typeof ISSUE_TOPICS)[number] };
export type NumberIssue = AnyIssue & {
  readonly scale: 'number';
  readonly unit: string | null;
  readonly ours: NumberAim;
  readonly theirs: Estimated<NumberAim>;
};
export type OptionIssue = AnyIssue & {
  readonly scale: 'options';
  readonly options: readonly { readonly key: string; readonly name: string }[];
  readonly ours: OptionAim;
  readonly theirs: Estimated<OptionAim>;
};
/** Something to agree on. */
export type NegotiationIssue = NumberIssue | OptionIssue;

/** What is put for an issue: a number, or the key of an option. */
export type Settled = { readonly issue: string; readonly value: number | string };

/** What one party put on the table on a day. */
export type Proposal = {
  readonly key: string;
  readonly on: Day;
  /** The organisation that made it. */
  readonly by: string;
  /** Issues that it leaves open are not named. */
  readonly values: readonly Settled[];
  readonly comment: string | null;
};

/** A negotiation as one side keeps it: what the other side wants is this side's own estimate. */
export type Negotiation = {
  readonly parties: readonly { readonly organisation: string; readonly side: Side }[];
  readonly issues: readonly NegotiationIssue[];
  readonly proposals: readonly Proposal[];
  /** Key of the proposal that both sides accepted. */
  readonly accepted: string | null;
};
