import type { PaperAnswer, PaperOf } from '@entente/contract/dossier';
import type { Clause } from '@entente/core/lifecycle';

export type ClausesPaper = PaperAnswer & { readonly content: PaperOf<'clauses'> };

/** A checklist of which nobody has said anything. */
export const NO_CLAUSES: PaperOf<'clauses'> = { kind: 'clauses', clauses: [] };

/** The content with one clause said anew. */
export const withClause = ({ clauses }: PaperOf<'clauses'>, said: Clause): PaperOf<'clauses'> => ({
  kind: 'clauses',
  clauses: clauses.some(({ key }) => key === said.key)
    ? clauses.map((clause) => (clause.key === said.key ? said : clause))
    : [...clauses, said],
});
