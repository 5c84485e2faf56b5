/** Who changed a field since both began: nobody, I alone, they alone, both alike, or both and differently. */
export type Changed = 'nobody' | 'mine' | 'theirs' | 'alike' | 'both';
/** Whose value a field takes; `joined` keeps both where they can stand together. */
export type Choice = 'mine' | 'theirs' | 'joined';

export type MergeField<V> = {
  readonly name: string;
  readonly base: V;
  readonly mine: V;
  readonly theirs: V;
  readonly changed: Changed;
  /** Null: both changed it, and a person decides. */
  readonly choice: Choice | null;
};

export type Versions<V> = {
  readonly base: Readonly<Record<string, V>>;
  readonly mine: Readonly<Record<string, V>>;
  readonly theirs: Readonly<Record<string, V>>;
};

/** Whether two values of a field mean the same. */
export type Same<V> = (name: string, one: V, other: V) => boolean;

function whoChanged(toMine: boolean, toTheirs: boolean, alike: boolean): Changed {
  if (!toMine && !toTheirs) return 'nobody';
  if (toMine && toTheirs) return alike ? 'alike' : 'both';
  return toMine ? 'mine' : 'theirs';
}

/**
 * Two versions of a record that began from one, field by field: what one alone changed is taken, what both changed
 * differently is asked.
 */
export function mergeFields<V>(
  names: readonly string[],
  { base, mine, theirs }: Versions<V>,
  same: Same<V>,
): readonly MergeField<V>[] {
  return names.map((name) => {
    const [from, own, other] = [base[name] as V, mine[name] as V, theirs[name] as V];
    const changed = whoChanged(!same(name, from, own), !same(name, from, other), same(name, own, other));
    const choice = changed === 'both' ? null : changed === 'mine' ? 'mine' : 'theirs';
    return { name, base: from, mine: own, theirs: other, changed, choice };
  });
}

/** Whether a person has to look: something changed on both sides. */
export const isUndecided = <V>(fields: readonly MergeField<V>[]): boolean =>
  fields.some(({ choice }) => choice === null);

/** The values that the choices give; null while a field is undecided. */
export function mergedValues<V>(
  fields: readonly MergeField<V>[],
  joined: (field: MergeField<V>) => V,
): Readonly<Record<string, V>> | null {
  if (isUndecided(fields)) return null;
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.choice === 'mine' ? field.mine : field.choice === 'joined' ? joined(field) : field.theirs,
    ]),
  );
}
