/** `sum`: weighted values added up. `distance`: closeness to the best of each criterion against the worst, as TOPSIS has it. */
export type ScoreRule = 'sum' | 'distance';

/** Writes the scores of all alternatives under some weights. */
export type Scorer = (weights: Float64Array, scores: Float64Array) => void;

/** Four alternatives at a time: additions that wait for none of each other. */
function sumScorer(values: Float64Array, criteria: number): Scorer {
  return (weights, scores) => {
    const count = scores.length;
    let one = 0;
    for (; one + 4 <= count; one += 4) {
      const at = one * criteria;
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let nth = 0; nth < criteria; nth += 1) {
        const weight = weights[nth] as number;
        first += (values[at + nth] as number) * weight;
        second += (values[at + criteria + nth] as number) * weight;
        third += (values[at + 2 * criteria + nth] as number) * weight;
        fourth += (values[at + 3 * criteria + nth] as number) * weight;
      }
      scores[one] = first;
      scores[one + 1] = second;
      scores[one + 2] = third;
      scores[one + 3] = fourth;
    }
    for (; one < count; one += 1) {
      let sum = 0;
      for (let nth = 0; nth < criteria; nth += 1)
        sum += (values[one * criteria + nth] as number) * (weights[nth] as number);
      scores[one] = sum;
    }
  };
}

/** The squared distances of all values to the end of their criterion that a function picks. */
function squaresTo(pick: (...values: number[]) => number, values: Float64Array, criteria: number): Float64Array {
  const ends = Array.from({ length: criteria }, (_, nth) => pick(...values.filter((__, at) => at % criteria === nth)));
  return values.map((value, at) => (value - (ends[at % criteria] ?? Number.NaN)) ** 2);
}

function closenessScorer(values: Float64Array, criteria: number): Scorer {
  const [fromBest, fromWorst] = [squaresTo(Math.max, values, criteria), squaresTo(Math.min, values, criteria)];
  const squares = new Float64Array(criteria);
  return (weights, scores) => {
    for (let nth = 0; nth < criteria; nth += 1) squares[nth] = (weights[nth] as number) ** 2;
    const count = scores.length;
    for (let one = 0, at = 0; one < count; one += 1) {
      let toBest = 0;
      let toWorst = 0;
      for (let nth = 0; nth < criteria; nth += 1, at += 1) {
        const square = squares[nth] as number;
        toBest += square * (fromBest[at] as number);
        toWorst += square * (fromWorst[at] as number);
      }
      const [near, far] = [Math.sqrt(toBest), Math.sqrt(toWorst)];
      scores[one] = near + far === 0 ? 0.5 : far / (near + far);
    }
  };
}

/** Reads a matrix, row after row of alternatives, once for all weights. */
export const scorerOf = (rule: ScoreRule, values: Float64Array, criteria: number): Scorer =>
  rule === 'sum' ? sumScorer(values, criteria) : closenessScorer(values, criteria);
