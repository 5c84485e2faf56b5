import type { Day, Problem } from '../../kernel/index.ts';

/** What lists ask of a paper, whatever its kind. */
export type PaperFacts = {
  /** By when, or on which day, something is to be done or happens; null: no day is known. */
  readonly due: Day | null;
  /** Whether anything is still to be done with it. */
  readonly isOpen: boolean;
  /** Who is to do it: a member of the workspace; null: nobody is named. */
  readonly holder: string | null;
  /** Members of the workspace whom it names. */
  readonly people: readonly string[];
  /** Organisations of the register that it names. */
  readonly organisations: readonly string[];
};

/** A paper of which nothing is due and that names nobody. */
export const NO_FACTS: PaperFacts = { due: null, isOpen: false, holder: null, people: [], organisations: [] };

/** What holds for every paper of a kind. */
export type PaperRule<Content> = {
  /** Stage of the template in which such papers are worked on. */
  readonly stage: string;
  /** What nobody of another side may ever read is NEVER. */
  readonly class: 'NEVER' | 'INTERNAL';
  /** Whether an alliance has one such paper at most. */
  readonly isSingle: boolean;
  readonly facts: (content: Content) => PaperFacts;
  /**
   * What stands against the content, beyond its schema.
   * @param previous what the paper said before; null for a new one
   */
  readonly problems: (content: Content, previous: Content | null) => readonly Problem[];
};
