import { PARTNER_CHOICE } from '@entente/core/lifecycle';
import type { Choice } from './choice-draft.ts';

/** Why a choice cannot be saved as it is typed: a code of the rule, or a blank, with the names of what it is about. */
export type ChoiceFault = {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
  readonly names: readonly string[];
};

/** What a name that was left empty is called here; the contract refuses it. */
export const BLANK = 'blank';

type Named = { readonly key: string; readonly name: string };

/** The names on the way of a pointer such as `/ratings/0/values/1`. */
function namesAt(choice: Choice, pointer: string): readonly string[] {
  const [list, place, , nth] = pointer.split('/').slice(1);
  const at = Number(place);
  const nameIn = (all: readonly Named[], key: string | undefined): readonly string[] =>
    all.flatMap((each) => (each.key === key ? [each.name] : []));
  if (list === 'ratings') {
    const sheet = choice.ratings[at];
    return [
      ...nameIn(choice.raters, sheet?.rater),
      ...nameIn(choice.candidates, sheet?.candidate),
      ...nameIn(choice.criteria, sheet?.values[Number(nth)]?.criterion),
    ];
  }
  const lists: Readonly<Record<string, readonly Named[]>> = {
    candidates: choice.candidates,
    criteria: [...choice.criteria, ...choice.groups],
    raters: choice.raters,
  };
  const found = lists[list ?? '']?.[at];
  return found === undefined ? [] : [found.name];
}

/** What stands in the way of saving a choice, by the rule that the server asks. */
export function choiceFaults(choice: Choice): readonly ChoiceFault[] {
  const { question, candidates, criteria, groups, raters } = choice;
  const names = [question, ...[...candidates, ...criteria, ...groups, ...raters].map(({ name }) => name)];
  if (names.some((name) => name.trim() === '')) return [{ code: BLANK, message: '', fix: '', names: [] }];
  return PARTNER_CHOICE.problems(choice, null).map(({ code, message, fix, pointer }) => ({
    code,
    message,
    fix,
    names: namesAt(choice, pointer ?? ''),
  }));
}
