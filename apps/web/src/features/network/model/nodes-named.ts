const foldedName = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Names as they are compared: width of letters and capitals mean nothing. */
export const namesFolded = (names: readonly string[]): readonly string[] => names.map(foldedName);

/** The first nodes whose name holds what is wanted, those that begin with it before others; by place among the names. */
export function nodesNamed(folded: readonly string[], wanted: string, most: number): number[] {
  const text = foldedName(wanted);
  const begin: number[] = [];
  const within: number[] = [];
  for (const [node, name] of folded.entries()) {
    const at = name.indexOf(text);
    if (at === 0) begin.push(node);
    else if (at > 0 && within.length < most) within.push(node);
    if (begin.length === most) break;
  }
  return [...begin, ...within].slice(0, most);
}
