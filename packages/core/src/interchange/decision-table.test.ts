import { describe, expect, test } from 'vitest';
import { type DecisionMatrix, judgedMatrix, prioritiesOf } from '../lifecycle/index.ts';
import { type DecisionTable, placedInTable, readDecisionTable } from './decision-table.ts';
import { type JudgementTable, readJudgementTable } from './judgement-table.ts';

const encoder = new TextEncoder();
const fileOf = (text: string | Uint8Array): { path: string; bytes: Uint8Array } => ({
  path: 't.csv',
  bytes: typeof text === 'string' ? encoder.encode(text) : text,
});

/** What is wrong with a table, read and judged, as the command tells it: line:column code. */
async function faultsIn(text: string | Uint8Array): Promise<string[]> {
  const table = await readDecisionTable(fileOf(text));
  const outcome = table.ok ? judgedMatrix(table.value.matrix) : table;
  if (outcome.ok) return [];
  return outcome.problems
    .map((problem) => (table.ok ? placedInTable(table.value, problem) : problem))
    .map(({ line, column, code }) => `${line ?? '?'}:${column ?? '?'} ${code}`);
}

async function tableOf(text: string | Uint8Array): Promise<DecisionTable> {
  const table = await readDecisionTable(fileOf(text));
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
}
const matrixOf = async (text: string | Uint8Array): Promise<DecisionMatrix> => (await tableOf(text)).matrix;

const TOP = 'x,cost,fit\ndirection,min,max\nweight,0.4,0.6\n';

describe('a table of alternatives is refused', () => {
  test.each<[string, string, readonly string[]]>([
    ['that is empty', '', ['1:1 table-empty']],
    ['with a header alone', 'x,cost\n', ['1:1 table-empty']],
    ['without directions', 'x,cost\nweight,1\nA,1\nB,2\n', ['1:1 decision-row-missing']],
    ['without weights', 'x,cost\ndirection,min\nA,1\nB,2\n', ['1:1 decision-row-missing']],
    [
      'without both, which any other table lacks',
      'alliance,member\na,b\n',
      ['1:1 decision-row-missing', '1:1 decision-row-missing', '2:3 number-malformed'],
    ],
    ['with a row of weights twice', `${TOP}weight,1,1\nA,1,2\nB,2,1\n`, ['4:1 decision-row-twice']],
    ['with a direction that is none', 'x,cost\ndirection,down\nweight,1\nA,1\nB,2\n', ['2:11 direction-unknown']],
    ['with a direction left open', 'x,cost,fit\ndirection,min\nweight,1,1\nA,1,2\nB,2,1\n', ['2:14 cell-empty']],
    ['with a weight left open', 'x,cost,fit\ndirection,min,max\nweight,1,\nA,1,2\nB,2,1\n', ['3:10 cell-empty']],
    ['with a weight in words', 'x,cost\ndirection,min\nweight,high\nA,1\nB,2\n', ['3:8 number-malformed']],
    ['with a negative weight', 'x,cost\ndirection,min\nweight,-1\nA,1\nB,2\n', ['3:8 weight-malformed']],
    ['with weights of 0 alone', 'x,cost,fit\ndirection,min,max\nweight,0,0\nA,1,2\nB,2,1\n', ['3:8 weights-zero']],
    ['with a cell left open', `${TOP}A,1,\nB,2,1\n`, ['4:5 cell-empty']],
    ['with a row too short', `${TOP}A,1,2\nB,2\n`, ['5:4 cell-empty']],
    ['with a cell in words', `${TOP}A,1,good\nB,2,1\n`, ['4:5 number-malformed']],
    [
      'with NaN and endless numbers',
      `${TOP}A,NaN,1\nB,Infinity,1e999\n`,
      ['4:3 number-malformed', '5:3 number-malformed', '5:12 number-malformed'],
    ],
    ['with a division by 0', `${TOP}A,1/0,1\nB,1,2\n`, ['4:3 number-malformed']],
    ['with a number out of all bounds', `${TOP}A,1e200,1\nB,1,2\n`, ['4:3 value-malformed']],
    ['with a criterion on which nothing stands', `${TOP}A,1,\nB,2,\n`, ['1:8 criterion-empty']],
    ['with a criterion on which all is unknown', `${TOP}A,1,?\nB,2,?\n`, ['1:8 criterion-empty']],
    ['with one alternative', `${TOP}A,1,2\n`, ['4:1 alternatives-too-few']],
    ['without alternatives', TOP, ['1:1 alternatives-too-few']],
    ['of one alternative and one criterion', 'x,cost\ndirection,min\nweight,1\nA,1\n', ['4:1 alternatives-too-few']],
    [
      'with one alternative that is known',
      `${TOP}A,1,2\nB,?,1\n`,
      ['4:1 alternatives-too-few', '5:1 alternative-unranked'],
    ],
    ['with an alternative twice', `${TOP}A,1,2\nB,2,1\nA,3,3\n`, ['6:1 name-twice']],
    ['with a criterion twice', 'x,fit,fit\ndirection,min,max\nweight,1,1\nA,1,2\nB,2,1\n', ['1:7 name-twice']],
    ['with an alternative without a name', `${TOP}A,1,2\n,2,1\n`, ['5:1 name-missing']],
    ['with a criterion without a name', 'x,cost,\ndirection,min,max\nweight,1,1\nA,1,2\nB,2,1\n', ['1:8 name-missing']],
    ['without criteria', 'x\ndirection\nweight\nA\nB\n', ['1:1 criteria-missing']],
    [
      'with more cells than criteria',
      `${TOP}A,1,2\n"Kia, Seoul",2,1\nLG, Seoul,2,1\n`,
      ['6:13 cell-surplus', '6:4 number-malformed'],
    ],
    ['with a quotation that is not closed', `${TOP}"A,1,2\nB,2,1\n`, ['4:1 table-malformed']],
    [
      'with commas that may be either',
      'x;cost\ndirection;min\nweight;1\nA;3,000\nB;2,500\n',
      ['4:3 value-ambiguous', '5:3 value-ambiguous'],
    ],
    [
      'with commas and points for decimals',
      'x;cost\ndirection;min\nweight;0,5\nA;3.5\nB;2\n',
      ['3:8 value-ambiguous', '4:3 value-ambiguous'],
    ],
    [
      'with a shape of preference that is none',
      `x,cost\ndirection,min\nweight,1\npreference,steep\nA,1\nB,2\n`,
      ['4:12 preference-unknown'],
    ],
    [
      'with a threshold that is missing',
      `x,cost\ndirection,min\nweight,1\npreference,linear\nq,1\nA,1\nB,2\n`,
      ['4:12 decision-row-missing'],
    ],
    [
      'with a threshold left open',
      `x,cost,fit\ndirection,min,max\nweight,1,1\npreference,usual,v-shape\np,,\nA,1,2\nB,2,1\n`,
      ['5:4 cell-empty'],
    ],
    [
      'with thresholds the wrong way round',
      `x,cost\ndirection,min\nweight,1\npreference,linear\nq,3\np,2\nA,1\nB,2\n`,
      ['4:12 threshold-malformed'],
    ],
  ])('%s', async (_, text, faults) => {
    expect((await faultsIn(text)).toSorted()).toEqual([...faults].toSorted());
  });

  test('that is no text at all', async () => {
    expect(await faultsIn(Uint8Array.of(0x41, 0, 0, 0, 0x42, 0xff, 0xfe, 0x80))).toHaveLength(1);
  });
});

describe('a table of alternatives is read', () => {
  const PLAIN: DecisionMatrix = {
    criteria: [
      { name: 'cost', direction: 'min', weight: 0.4 },
      { name: 'fit', direction: 'max', weight: 0.6 },
    ],
    alternatives: [
      { name: 'A', values: [1, 2] },
      { name: 'B', values: [2, 1] },
    ],
  };

  test('with directions, weights and values', async () => {
    expect(await matrixOf(`${TOP}A,1,2\nB,2,1\n`)).toEqual(PLAIN);
  });

  test.each([
    ['with semicolons', TOP.replaceAll(',', ';') + 'A;1;2\nB;2;1\n'],
    ['with tabs', TOP.replaceAll(',', '\t') + 'A\t1\t2\nB\t2\t1\n'],
    ['with bars and Windows line ends', `${TOP}A,1,2\nB,2,1\n`.replaceAll(',', '|').replaceAll('\n', '\r\n')],
    ['with decimal commas', 'x;cost;fit\ndirection;min;max\nweight;0,4;0,600\nA;1;2,0\nB;2;1\n'],
    [
      'with quotation marks',
      '"x","cost","fit"\n"direction","min","max"\n"weight","0.4","0.6"\n"A","1","2"\n"B","2","1"\n',
    ],
    [
      'with an empty first cell, spaces, and rows and columns that hold nothing',
      ' ,cost , fit,,\n\ndirection,MIN,Max,,\nweight, 0.4 ,0.6,,\n,,,,\nA,1,2,,\nB,2,1,,\n\n',
    ],
    ['with a mark of UTF-8', `\ufeff${TOP}A,1,2\nB,2,1\n`],
    ['with other words for the directions', 'x,cost,fit\nDirection,minimise,benefit\nWeights,40%,60 %\nA,1,2\nB,2,1\n'],
    ['with its rows in another order', 'x,cost,fit\nA,1,2\nweight,0.4,0.6\nB,2,1\ndirection,min,max\n'],
    ['with figures in full width', 'x,cost,fit\n方向,最小,最大\n重み,０.４,０.６\nA,１,２\nB,２,１\n'],
    ['with fractions', 'x,cost,fit\ndirection,min,max\nweight,2/5,3/5\nA,1,4/2\nB,2,1\n'],
  ])('%s', async (_, text) => {
    expect(await matrixOf(text)).toEqual(PLAIN);
  });

  test('in UTF-16 and in Shift_JIS, where the guess is told', async () => {
    const text = `${TOP}A,1,2\nB,2,1\n`;
    const utf16 = Uint8Array.from({ length: 2 * text.length + 2 }, (_, at) => {
      if (at < 2) return 0xff - at;
      return at % 2 === 0 ? text.charCodeAt(at / 2 - 1) : 0;
    });
    expect(await matrixOf(utf16)).toEqual(PLAIN);
    const matsuda = [0x83, 0x7d, 0x83, 0x63, 0x83, 0x5f];
    const bytes = new Uint8Array([...encoder.encode(TOP), ...matsuda, ...encoder.encode(',1,2\nB,2,1\n')]);
    const { matrix, warnings } = await tableOf(bytes);
    expect(matrix.alternatives[0]?.name).toBe('マツダ');
    expect(warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });

  test('of a workbook, with per cent and a formula as its sheet shows them', async () => {
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('Partners');
    sheet.addRows([
      ['', 'cost', 'fit'],
      ['direction', 'min', 'max'],
      ['weight', 0.4, 0.6],
      ['A', 1, { formula: '1+1', result: 2 }],
      ['B', 2, 1],
    ]);
    sheet.getCell('B3').numFmt = '0%';
    expect(await matrixOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toEqual(PLAIN);
  });

  test('with thousands, negative numbers and powers of ten', async () => {
    const { alternatives } = await matrixOf(`${TOP}A,"1,234,567",-2\nB,"3,000.5",1e3\n`);
    expect(alternatives.map(({ values }) => values)).toEqual([
      [1234567, -2],
      [3000.5, 1000],
    ]);
  });

  test('with decimal commas told', async () => {
    const { warnings } = await tableOf('x;cost\ndirection;min\nweight;0,5\nA;3,000\nB;2\n');
    expect(warnings.map(({ code }) => code)).toEqual(['decimal-commas']);
  });

  test('with what is not known as ?', async () => {
    expect((await matrixOf(`${TOP}A,1,2\nB,?,1\nC,2,2\n`)).alternatives[1]?.values).toEqual([null, 1]);
  });

  test('with preferences and their thresholds; without a row of preferences p is an alternative', async () => {
    const { criteria } = await matrixOf(
      'x,a,b,c\ndirection,max,max,max\nweight,1,1,1\npreference,linear,gaussian,\nq,1,,\np,5,,\ns,,2,\nA,1,2,3\nB,2,1,3\n',
    );
    expect(criteria.map(({ preference }) => preference)).toEqual([
      { shape: 'linear', indifference: 1, preference: 5 },
      { shape: 'gaussian', spread: 2 },
      undefined,
    ]);
    expect((await matrixOf(`${TOP}p,1,2\nq,2,1\n`)).alternatives.map(({ name }) => name)).toEqual(['p', 'q']);
  });
});

/** What is wrong with judgements, read and weighed. */
async function faultsInJudgements(text: string): Promise<string[]> {
  const table = await readJudgementTable(fileOf(text));
  const outcome = table.ok ? prioritiesOf(table.value.judgements) : table;
  if (outcome.ok) return [];
  return outcome.problems
    .map((problem) => (table.ok ? placedInTable(table.value, problem) : problem))
    .map(({ line, column, code }) => `${line ?? '?'}:${column ?? '?'} ${code}`);
}

async function judgementsOf(text: string): Promise<JudgementTable> {
  const table = await readJudgementTable(fileOf(text));
  if (!table.ok) throw new Error(JSON.stringify(table.problems));
  return table.value;
}

describe('a table of judgements is refused', () => {
  test.each<[string, string, readonly string[]]>([
    ['that is empty', '', ['1:1 table-empty']],
    ['with names alone', ',a,b\n', ['1:1 table-empty']],
    ['with a row missing', ',a,b\na,1,3\n', ['1:4 judgements-not-square']],
    ['with a row too many', ',a,b\na,1,3\nb,1/3,1\nc,1,1\n', ['4:1 judgements-not-square']],
    ['with a column missing', ',a\na,1\nb,1/3\n', ['3:1 judgements-not-square']],
    ['with a cell in no column', ',a,b\na,1,3,5\nb,1/3,1\n', ['2:7 judgements-not-square']],
    [
      'with rows in another order than columns',
      ',a,b\nb,1,3\na,1/3,1\n',
      ['2:1 judgements-not-square', '3:1 judgements-not-square'],
    ],
    ['without names, with a row missing', '1,3,5\n1/3,1,2\n', ['1:1 judgements-not-square']],
    ['without names, with a cell too many', '1,3\n1/3,1,2\n', ['2:1 judgements-not-square']],
    ['without names, with a pair open', '1,3,5\n1/3,1,2\n1/5,,1\n', ['3:5 judgement-missing']],
    ['with names above alone, with a pair open', 'a,b,c\n1,3,5\n1/3,1,2\n1/5,1/2,\n', ['4:9 judgement-missing']],
    ['with a pair open', ',a,b,c\na,1,3,5\nb,,1,2\nc,1/5,1/2,1\n', ['3:3 judgement-missing']],
    ['with a row too short', ',a,b\na,1,3\nb,1/3\n', ['3:6 judgement-missing']],
    ['with a cell in words', ',a,b\na,1,more\nb,1/3,1\n', ['2:5 number-malformed']],
    ['with a third that became a date', ',a,b\na,1,3\nb,2024-01-03,1\n', ['3:3 number-malformed']],
    ['with 0', ',a,b\na,1,0\nb,3,1\n', ['2:5 judgement-malformed']],
    ['with a negative judgement', ',a,b\na,1,-3\nb,1/3,1\n', ['2:5 judgement-malformed']],
    ['with a diagonal that is not 1', ',a,b\na,2,3\nb,1/3,1\n', ['2:3 judgement-malformed']],
    ['whose sides contradict each other', ',a,b\na,1,3\nb,3,1\n', ['3:3 judgements-not-reciprocal']],
    ['with a name twice', ',a,a\na,1,3\na,1/3,1\n', ['1:4 name-twice']],
    ['with a name left open', ',,b\n,1,3\nb,1/3,1\n', ['1:2 name-missing']],
  ])('%s', async (_, text, faults) => {
    expect(await faultsInJudgements(text)).toEqual(faults);
  });
});

describe('a table of judgements is read', () => {
  test.each([
    ['with fractions', ',a,b\na,1,3\nb,1/3,1\n', 1 / 3],
    ['with decimals', ',a,b\na,1,3\nb,0.333,1\n', 0.333],
    ['with semicolons and decimal commas', ';a;b\na;1;3\nb;0,333;1\n', 0.333],
    [
      'with a title in the first cell, quotation marks and empty columns behind',
      '"Fit","a","b",\n"a","1","3",\n"b","1/3","1",\n',
      1 / 3,
    ],
  ])('%s', async (_, text, third) => {
    const { judgements } = await judgementsOf(text);
    expect(judgements).toEqual({
      names: ['a', 'b'],
      values: [
        [1, 3],
        [third, 1],
      ],
    });
  });

  test.each([
    ['with names above alone', 'a,b\n1,3\n1/3,1\n', ['a', 'b']],
    ['with figures for names above and at the side', ',1,2\n1,1,3\n2,1/3,1\n', ['1', '2']],
    ['without names', '1,3\n1/3,1\n', ['1', '2']],
  ])('%s', async (_, text, names) => {
    const { judgements } = await judgementsOf(text);
    expect(judgements.names).toEqual(names);
    expect(judgements.values.map((row) => row.map((value) => value?.toFixed(3)))).toEqual([
      ['1.000', '3.000'],
      ['0.333', '1.000'],
    ]);
  });

  test('of one thing', async () => {
    expect((await judgementsOf('1\n')).judgements).toEqual({ names: ['1'], values: [[1]] });
    expect((await judgementsOf(',a\na,1\n')).judgements).toEqual({ names: ['a'], values: [[1]] });
  });
});
