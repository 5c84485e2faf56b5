import { Outcome, type Problem } from '../../kernel/index.ts';

/** Pairwise judgements: how many times as much the row counts as the column. Null where none is given. */
export type Judgements = {
  readonly names: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
};

/** Judgements that can be weighed: each pair given once, its other side exactly 1 divided by it. */
export type JudgedJudgements = {
  readonly names: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly warnings: readonly Problem[];
};

/** The scale of Saaty (1980, p. 54) goes from 1 to 9. */
const LARGEST_ON_SCALE = 9;
/** Judgements beyond this are slips. */
const LARGEST = 1e6;
/** So far the product of a pair may be from 1: 0.333 for 1/3 (told as rounding), 0.13 for 1/8 (with a warning). */
const SAID_FINELY = 0.005;
const SAID_ROUGHLY = 0.05;

const pointerTo = (row: number, column: number): string => `/values/${row}/${column}`;

function shapeProblems({ names, values }: Judgements): Problem[] {
  const fix = 'Give one row and one column for each thing that is compared, in the same order.';
  const code = 'judgements-not-square';
  if (names.length === 0) return [{ pointer: '/names', code, message: 'Nothing is compared', fix }];
  const rows: Problem[] =
    values.length === names.length
      ? []
      : [{ pointer: '/values', code, message: `${names.length} things are compared in ${values.length} rows`, fix }];
  return [
    ...rows,
    ...values.flatMap((row, at): Problem[] =>
      row.length === names.length
        ? []
        : [
            {
              pointer: `/values/${at}`,
              code,
              message: `The row of "${names[at] ?? at + 1}" has ${row.length} judgements instead of ${names.length}`,
              fix,
            },
          ],
    ),
  ];
}

function nameProblems(names: readonly string[]): Problem[] {
  return names.flatMap((name, at): Problem[] => {
    const pointer = `/names/${at}`;
    if (name.trim() === '')
      return [{ pointer, code: 'name-missing', message: 'What is compared has no name', fix: 'Name it.' }];
    if (names.findIndex((other) => other.trim() === name.trim()) === at) return [];
    return [
      { pointer, code: 'name-twice', message: `"${name}" is compared twice`, fix: 'Give each a name of its own.' },
    ];
  });
}

/** A number as people write a judgement: 3, or 1/3 where it is less than 1 and near the reciprocal of a whole number. */
export function judgementText(value: number): string {
  const [whole, under] = [Math.round(value), Math.round(1 / value)];
  if (value >= 1) return Math.abs(value - whole) < 0.005 ? `${whole}` : value.toFixed(2);
  return Math.abs(value * under - 1) < 0.005 ? `1/${under}` : `1/${(1 / value).toFixed(2)}`;
}

function missing({ names, values }: Judgements, row: number, column: number): Problem {
  const other = values[column]?.[row] ?? null;
  const fix =
    other === null || !(other > 0) || row === column
      ? row === column
        ? 'Write 1.'
        : 'Compare the two, or leave one of them out.'
      : `Write ${judgementText(1 / other)}: the other side of the pair says ${judgementText(other)}.`;
  const message = `"${names[row] ?? ''}" is not compared with "${names[column] ?? ''}"`;
  return { pointer: pointerTo(row, column), code: 'judgement-missing', message, fix };
}

function cellProblem(judgements: Judgements, row: number, column: number): Problem | null {
  const { names, values } = judgements;
  const value = values[row]?.[column] ?? null;
  if (value === null) return missing(judgements, row, column);
  const other = values[column]?.[row] ?? null;
  const isPlain = value >= 1 / LARGEST && value <= LARGEST && other !== null && other > 0;
  if (isPlain && Math.abs(value * other - 1) <= (row === column ? 1e-9 : SAID_ROUGHLY)) return null;
  const pair = `"${names[row] ?? ''}" against "${names[column] ?? ''}"`;
  const pointer = pointerTo(row, column);
  if (!Number.isFinite(value) || value <= 0 || value > LARGEST || value < 1 / LARGEST) {
    const fix = 'Say how many times as much the row counts: 1 to 9, or 1/2 to 1/9 where it counts less.';
    return { pointer, code: 'judgement-malformed', message: `${pair} is no judgement over 0`, fix };
  }
  if (row === column) return { pointer, code: 'judgement-malformed', message: `${pair} is not 1`, fix: 'Write 1.' };
  // Told once for both sides, at the second; a side that cannot be read is told for itself.
  if (row < column || other === null || !(other > 0)) return null;
  const message = `${pair} is ${judgementText(value)}, while the other side of the pair is ${judgementText(other)}`;
  const fix = `Write ${judgementText(1 / other)} here, or ${judgementText(1 / value)} there.`;
  return { pointer, code: 'judgements-not-reciprocal', message, fix };
}

function warningsOf({ names, values }: Judgements): Problem[] {
  const warnings: Problem[] = [];
  for (let row = 0; row < names.length; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const value = values[row]?.[column] ?? 1;
      const other = values[column]?.[row] ?? 1;
      const isRounded = Math.abs(value * other - 1) > SAID_FINELY;
      const isOffScale = Math.max(value, other) > LARGEST_ON_SCALE * (1 + SAID_FINELY);
      if (!isRounded && !isOffScale) continue;
      const pair = `"${names[row] ?? ''}" against "${names[column] ?? ''}"`;
      const pointer = pointerTo(row, column);
      if (isRounded) {
        const larger = judgementText(Math.max(value, other));
        const message = `The two sides of ${pair} come to ${(value * other).toFixed(3)}, not to 1; ${larger} was taken`;
        warnings.push({
          pointer,
          code: 'judgement-rounded',
          message,
          fix: 'Write the smaller one as a fraction: 1/3.',
        });
      }
      if (isOffScale) {
        const message = `${pair} is ${judgementText(value)}, off the scale from 1/9 to 9`;
        const fix = 'Put things of very different weight into different groups, and compare the groups.';
        warnings.push({ pointer, code: 'judgement-off-scale', message, fix });
      }
    }
  }
  return warnings;
}

/**
 * Judges pairwise judgements. Of each pair the side of 1 or more is taken, and 1 divided by it for the other, so that 0.333
 * beside 3 is a third; sides whose product is more than 5 % from 1 contradict each other and are refused.
 * @returns refused as `judgements-not-square`, `name-missing`, `name-twice`, `judgement-missing`, `judgement-malformed` or
 *   `judgements-not-reciprocal`, each with a pointer to the cell
 * @example judgedJudgements({ names: ['a', 'b'], values: [[1, 4], [0.25, 1]] }).value.values // => [[1, 4], [0.25, 1]]
 */
export function judgedJudgements(judgements: Judgements): Outcome<JudgedJudgements> {
  const { names, values } = judgements;
  const shape = [...shapeProblems(judgements), ...nameProblems(names)];
  if (shape.length > 0) return Outcome.refuse(...shape);
  const cells = names.flatMap((_, row) => names.flatMap((__, column) => cellProblem(judgements, row, column) ?? []));
  if (cells.length > 0) return Outcome.refuse(...cells);
  const exact = names.map((_, row) =>
    names.map((__, column) => {
      const [value, other] = [values[row]?.[column] ?? 1, values[column]?.[row] ?? 1];
      if (row === column) return 1;
      return value >= other ? value : 1 / other;
    }),
  );
  return Outcome.of({ names, values: exact, warnings: warningsOf(judgements) });
}
