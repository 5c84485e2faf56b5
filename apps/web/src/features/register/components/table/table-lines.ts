/** Rows that stand together: all of a table, or those of one group below its line. */
export type Section = {
  /** The value that its rows share; null for rows without one. */
  readonly value: string | null;
  readonly count: number;
  /** Whether a line of its own stands above its rows. */
  readonly titled: boolean;
  readonly open: boolean;
};

/** A line's place: the title of a section, or one of its rows. */
export type LinePlace = { readonly section: number; readonly row: number | 'title' };

export type Lines = {
  readonly count: number;
  readonly placeOf: (line: number) => LinePlace;
};

const linesOf = ({ count, titled, open }: Section): number => (titled ? 1 : 0) + (open ? count : 0);

/** Numbers the lines of all sections through, without making a list of them. */
export function linesIn(sections: readonly Section[]): Lines {
  const starts: number[] = [];
  let count = 0;
  for (const section of sections) {
    starts.push(count);
    count += linesOf(section);
  }
  const sectionAt = (line: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count,
    placeOf: (line) => {
      const section = sectionAt(line);
      const within = line - (starts[section] ?? 0);
      const titled = sections[section]?.titled === true;
      return { section, row: titled ? (within === 0 ? 'title' : within - 1) : within };
    },
  };
}
