import type { PathEntry } from '@entente/core/portfolio';

const differs = (one: PathEntry | undefined, other: PathEntry | undefined): boolean =>
  one !== undefined && other !== undefined && (one.scope !== other.scope || one.shaping !== other.shaping);

/**
 * The stretches in which a second lens leaves a path, each with the last common year before and the first after, so
 * that it can be drawn from where it parts to where it returns.
 */
export function lensDepartures(path: readonly PathEntry[], other: readonly PathEntry[]): PathEntry[][] {
  const stretches: PathEntry[][] = [];
  let open = false;
  other.forEach((entry, at) => {
    const here = differs(entry, path[at]);
    const near = here || differs(other[at - 1], path[at - 1]) || differs(other[at + 1], path[at + 1]);
    if (!near) {
      open = false;
      return;
    }
    if (!open) stretches.push([]);
    stretches.at(-1)?.push(entry);
    open = true;
  });
  return stretches;
}
