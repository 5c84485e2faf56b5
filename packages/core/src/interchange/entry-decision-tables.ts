/** What the command needs that ranks alternatives of a table: an entry of its own, so that it starts without the rest. */
export { type DecisionTable, placedInTable, readDecisionTable } from './decision-table.ts';
export { type JudgementTable, readJudgementTable } from './judgement-table.ts';
