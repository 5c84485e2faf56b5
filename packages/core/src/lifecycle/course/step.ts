import type { Day } from '../../kernel/index.ts';

/** Who approves a gate: a person of the firm, or of a partner where the alliance asks both sides. */
export type Approver = {
  readonly key: string;
  readonly name: string;
  /** `own`, or the id of the partner's organisation. */
  readonly side: string;
  /** What that is called; left out or null: it is our own. */
  readonly organisation?: string | null;
};

/** What somebody says of a lifecycle; the days are the alliance's, not those on which it was typed. */
export type StepContent =
  /** `earlier`: whether nothing is known of the stages before, or they were not gone through. */
  | {
      readonly kind: 'begun';
      readonly stage: string;
      readonly earlier: 'unknown' | 'skipped';
      readonly reason: string | null;
    }
  /** A decision of a stage was taken, or a deliverable made. */
  | { readonly kind: 'recorded'; readonly stage: string; readonly item: string; readonly text: string }
  | {
      readonly kind: 'judged';
      readonly stage: string;
      readonly criterion: string;
      readonly verdict: 'met' | 'unmet';
      readonly evidence: string;
      /** Key of a source and the place in it, where the evidence is a document of the register. */
      readonly source: string | null;
      readonly place: string | null;
    }
  /** `criterion` null: the whole stage is let go by. */
  | {
      readonly kind: 'waived';
      readonly stage: string;
      readonly criterion: string | null;
      readonly reason: string;
      readonly until: Day;
    }
  /** By when the gate of a stage is to be passed; null takes the day back. */
  | { readonly kind: 'planned'; readonly stage: string; readonly due: Day | null }
  | { readonly kind: 'approvers-named'; readonly stage: string; readonly approvers: readonly Approver[] }
  | {
      readonly kind: 'gate-judged';
      readonly stage: string;
      readonly approver: string;
      readonly verdict: 'approved' | 'refused';
      readonly comment: string | null;
    }
  | { readonly kind: 'advanced'; readonly stage: string }
  | { readonly kind: 'revisited'; readonly stage: string; readonly reason: string }
  | { readonly kind: 'ended'; readonly reason: string | null }
  /** Before the partners signed. */
  | { readonly kind: 'given-up'; readonly reason: string };

export const STEP_KINDS = [
  'begun',
  'recorded',
  'judged',
  'waived',
  'planned',
  'approvers-named',
  'gate-judged',
  'advanced',
  'revisited',
  'ended',
  'given-up',
] as const satisfies readonly StepContent['kind'][];
export type StepKind = StepContent['kind'];

/** A step with its day and who took it; null: not known. */
export type Step = StepContent & { readonly on: Day; readonly by: string | null };
