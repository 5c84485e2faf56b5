import type { ImportMatch } from '@entente/contract/register';

/** From this confidence on, what was found is hardly another organisation. */
export const SURE = 0.95;

export const NEW = 'new';

/** Whether a choice takes a name for another new name of the same table. */
export const isOfTable = (choice: string): boolean => choice.startsWith('same:');

type Choices = Record<string, string>;

const isOpen = ({ choice }: ImportMatch): boolean => choice === null;

/** The best found organisation for every name that waits, where it is sure enough. */
export function sureChoices(matches: readonly ImportMatch[], atLeast = SURE): Choices {
  const found = matches.filter(isOpen).flatMap(({ name, candidates }): [string, string][] => {
    const [best, second] = candidates;
    // Two that are equally likely are a question, however likely they are.
    if (best === undefined || best.confidence < atLeast || second?.confidence === best.confidence) return [];
    return [[name, best.organisation]];
  });
  return Object.fromEntries(found);
}

/** Every name that waits as a new organisation. */
export const newChoices = (matches: readonly ImportMatch[]): Choices =>
  Object.fromEntries(matches.filter(isOpen).map(({ name }) => [name, NEW]));
