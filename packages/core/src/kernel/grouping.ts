/**
 * Items by key, groups in order of their first item, items in their given order.
 * @example [...groupedBy([1, 2, 3], (item) => item % 2)] // => [[1, [1, 3]], [0, [2]]]
 */
export function groupedBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
