/** What is kept under a key, made where it is not there; where there would be more than so many, the first that came goes. */
export function kept<T>(map: Map<string, T>, key: string, most: number, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  const [oldest] = map.keys();
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, made);
  return made;
}
