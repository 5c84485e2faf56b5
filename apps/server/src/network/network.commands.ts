import { type NetworkAnswer, networkAnswer, type NetworkQuery, NODE_MEASURES } from '@entente/contract/network';
import { type Day, EdtfDate, Outcome, type Problem } from '@entente/core/kernel';
import { ALLIANCE_FORMS, type Register } from '@entente/core/register';
import { dayNumberOf, type FiguresQuestion, registerMemberships } from '@entente/engine/network';
import type { Caller } from '../register/changing.commands.ts';
import type { Snapshot, Snapshots } from '../register/snapshot.commands.ts';
import { registerOfSnapshot } from '../register/snapshot-registers.ts';
import type { FiguresDesk } from './figures-desk.ts';
import { networkAnswerOf } from './network.presenter.ts';

/** Nodes up to which shortest paths are searched from each, and from how many where there are more. */
const SEARCHED_WHOLE = 3_000;
const SAMPLE = 500;
/** Answers kept of one snapshot; a large one has some megabytes. */
const MOST_KEPT = 24;

const sourceMissing = (key: string): Problem => ({
  code: 'record-unknown',
  message: `There is no source "${key}" in this workspace`,
  fix: 'Choose among the sources that the answer lists.',
});

function questionOf(register: Register, query: NetworkQuery, day: Day | null): FiguresQuestion {
  const memberships = registerMemberships(register, day);
  const keys = new Set(memberships.map(({ firm, house }) => (query.level === 'house' ? house : firm)));
  return {
    // What the register tells beside stays here: a question may go to another thread.
    memberships: memberships.map(({ alliance, firm, house, form, country, from, to }) => ({
      alliance,
      firm,
      house,
      form,
      country,
      from,
      to,
    })),
    level: query.level,
    asOf: day === null ? null : dayNumberOf(day),
    largest: query.largest,
    measures: query.measures ?? NODE_MEASURES,
    mostSearches: query.sample ?? (keys.size <= SEARCHED_WHOLE ? SEARCHED_WHOLE : SAMPLE),
    seed: query.seed,
    forms: ALLIANCE_FORMS,
  };
}

/** Reads networks from snapshots of the register; what one version gave once, it gives again without computing. */
export class Networks {
  readonly #snapshots: Snapshots;
  readonly #desk: FiguresDesk;
  readonly #answers = new WeakMap<Snapshot, Map<string, Promise<string>>>();

  constructor(snapshots: Snapshots, desk: FiguresDesk) {
    this.#snapshots = snapshots;
    this.#desk = desk;
  }

  /** The network that somebody may see, as JSON that the contract has judged. */
  async networkOf(
    caller: Pick<Caller, 'database' | 'actor'>,
    workspace: string,
    query: NetworkQuery,
  ): Promise<Outcome<string>> {
    const read = await this.#snapshots.snapshotOf(caller, workspace);
    if (!read.ok) return read;
    const snapshot = read.value;
    const keys = new Set<string>(snapshot.rows.sources.map(({ key }) => key));
    const unknown = (query.sources ?? []).filter((key) => !keys.has(key));
    if (unknown.length > 0) return Outcome.refuse(...unknown.map(sourceMissing));
    const answers = this.#answers.get(snapshot) ?? new Map<string, Promise<string>>();
    this.#answers.set(snapshot, answers);
    const key = JSON.stringify(query);
    const answer = answers.get(key) ?? this.#computed(snapshot, query);
    keep(answers, key, answer);
    return Outcome.of(await answer);
  }

  async #computed(snapshot: Snapshot, query: NetworkQuery): Promise<string> {
    const register = registerOfSnapshot(snapshot, query.sources ?? null);
    const read = query.asOf === undefined ? null : EdtfDate.asOf(query.asOf);
    const day = read?.ok ? read.value : null;
    const figures = await this.#desk.figuresOf(questionOf(register, query, day));
    const answer: NetworkAnswer = networkAnswerOf({ register, query, day, figures, titles: snapshot.rows.sources });
    return JSON.stringify(networkAnswer.parse(answer));
  }
}

/** Keeps an answer, and forgets the oldest; one that failed is asked for again. */
function keep(answers: Map<string, Promise<string>>, key: string, answer: Promise<string>): void {
  answers.delete(key);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > MOST_KEPT && oldest !== undefined) answers.delete(oldest);
}
