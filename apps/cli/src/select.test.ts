import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { JudgementAnswer, SelectionAnswer } from './selection-answer.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'entente-select-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const starter = path.resolve(import.meta.dirname, '../bin/entente.mjs');
const partners = path.resolve(import.meta.dirname, '../../../test-data/selection/tm-partner-choice.csv');

function tableOf(name: string, rows: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
}

function select(...words: string[]): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [starter, 'select', ...words], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}
const answered = (...words: string[]): SelectionAnswer => JSON.parse(select(...words, '--json').out) as SelectionAnswer;

const TZENG = tableOf('tzeng.csv', [
  ',C1,C2,C3',
  'direction,max,max,max',
  'weight,0.3,0.4,0.3',
  'A1,5,8,4',
  'A2,7,6,8',
  'A3,8,8,6',
  'A4,7,4,6',
]);
const MOUNTAINS = tableOf('mountains.csv', [
  'x;Risk;Altitude',
  'direction;min;max',
  'weight;0,5;0,5',
  'A1;1;3000',
  'A2;2;3750',
  'A3;5;4500',
]);
const ZHAO = tableOf('zhao.csv', [
  'x,C1,C2,C3',
  'direction,max,max,max',
  'weight,0.5,0.3,0.2',
  'A1,4,3,2',
  'A2,3,2,4',
  'A3,5,1,3',
]);
const JUDGED = tableOf('judged.csv', [',a,b,c', 'a,1,6,3', 'b,1/6,1,0.5', 'c,0.333,2,1']);
const CIRCLE = tableOf('circle.csv', [',a,b,c', 'a,1,9,1/9', 'b,1/9,1,9', 'c,9,1/9,1']);

describe('entente select', () => {
  test('answers TOPSIS in JSON: method, scores in the order of the file, warnings, then what else there is', () => {
    const { status, out, err } = select('--from', TZENG, '--method', 'topsis', '--json');
    expect([status, err]).toEqual([0, '']);
    const answer = JSON.parse(out) as SelectionAnswer;
    expect(Object.keys(answer).slice(0, 3)).toEqual(['method', 'scores', 'warnings']);
    expect(answer).toMatchObject({ method: 'topsis', normalisation: 'vector', warnings: [] });
    expect(Object.keys(answer.scores[0] ?? {})).toEqual(['alternative', 'score', 'rank']);
    expect(answer.scores.map(({ alternative, score, rank }) => [alternative, score.toFixed(4), rank])).toEqual([
      ['A1', '0.5037', 3],
      ['A2', '0.6581', 2],
      ['A3', '0.7482', 1],
      ['A4', '0.3340', 4],
    ]);
  });

  test.each<[string, readonly string[], readonly (readonly [string, number])[]]>([
    [
      'TOPSIS by range',
      ['--from', MOUNTAINS, '--method', 'topsis', '--normalisation', 'minmax'],
      [
        ['0.5000', 2],
        ['0.6172', 1],
        ['0.5000', 2],
      ],
    ],
    [
      'TOPSIS by vector',
      ['--from', MOUNTAINS, '--method', 'topsis'],
      [
        ['0.7621', 1],
        ['0.7222', 2],
        ['0.2379', 3],
      ],
    ],
    [
      'PROMETHEE II',
      ['--from', ZHAO, '--method', 'promethee2'],
      [
        ['0.1000', 2],
        ['-0.3000', 3],
        ['0.2000', 1],
      ],
    ],
    [
      'the weighted sum by range',
      ['--from', ZHAO, '--method', 'wsm'],
      [
        ['0.5500', 2],
        ['0.3500', 3],
        ['0.6000', 1],
      ],
    ],
    [
      'AHP',
      ['--from', JUDGED, '--method', 'ahp'],
      [
        ['0.6667', 1],
        ['0.1111', 3],
        ['0.2222', 2],
      ],
    ],
  ])('ranks by %s', (_, words, expected) => {
    const { scores } = answered(...words);
    expect(scores.map(({ score, rank }) => [score.toFixed(4), rank])).toEqual(expected);
  });

  test('tells with AHP how consistent judgements are, by which random index, and which is the worst', () => {
    const consistent = answered('--from', JUDGED, '--method', 'ahp') as unknown as JudgementAnswer;
    expect(consistent).toMatchObject({
      randomIndex: { value: 0.58, source: 'Saaty 1980' },
      worstJudgement: null,
      warnings: [],
    });
    expect(consistent.consistencyRatio).toBeLessThan(1e-12);
    expect(consistent.lambdaMax).toBeCloseTo(3, 9);
    const circle = answered('--from', CIRCLE, '--method', 'ahp') as unknown as JudgementAnswer;
    expect(circle.consistencyRatio).toBeGreaterThan(0.1);
    expect(circle.warnings).toMatchObject([{ code: 'judgements-inconsistent', file: CIRCLE, line: 2, column: 5 }]);
    expect(circle.worstJudgement).toMatchObject({
      row: 'a',
      column: 'b',
      given: 9,
      agreeing: expect.closeTo(1, 9) as number,
    });
  });

  test('weighs one thing, and two, without contradiction', () => {
    const one = answered('--from', tableOf('one.csv', [',a', 'a,1']), '--method', 'ahp');
    expect(one.scores).toEqual([{ alternative: 'a', score: 1, rank: 1 }]);
    const two = answered('--from', tableOf('two.csv', [',a,b', 'a,1,1', 'b,1,1']), '--method', 'ahp');
    expect(two).toMatchObject({
      consistencyRatio: 0,
      scores: [
        { score: 0.5, rank: 1 },
        { score: 0.5, rank: 1 },
      ],
    });
  });

  test('warns in the answer, and never answers with what is no number', () => {
    const odd = tableOf('odd.csv', ['x,C1,C2', 'direction,max,max', 'weight,3,1', 'A,1,5', 'B,1,5', 'C,1,?']);
    for (const method of ['wsm', 'topsis', 'promethee2']) {
      const { out, err } = select('--from', odd, '--method', method, '--smaa', '50', '--sensitivity', '--json');
      const answer = JSON.parse(out) as SelectionAnswer;
      expect(err).toBe('');
      expect(answer.warnings.map(({ code, line }) => `${line ?? '?'} ${code}`)).toEqual([
        '3 weights-normalised',
        '6 alternative-unranked',
        '1 criterion-equal',
        '1 criterion-equal',
      ]);
      expect(answer.unranked).toEqual([{ alternative: 'C', criteria: ['C2'] }]);
      expect(answer.scores.map(({ rank, score }) => [rank, Number.isFinite(score)])).toEqual([
        [1, true],
        [1, true],
      ]);
    }
  });

  test('tells how far each weight can move, and which ranks weights drawn at random give', () => {
    const words = ['--from', MOUNTAINS, '--method', 'wsm', '--sensitivity', '--smaa', '2000', '--seed', '7'];
    const { sensitivity, smaa } = answered(...words);
    // With t the weight of the risk A1 has t, A2 1/2 + t/4 and A3 1 - t.
    expect(sensitivity).toMatchObject({
      winner: 'A2',
      intervals: [{ criterion: 'Risk', weight: 0.5, below: ['A3'], above: ['A1'] }, {}],
    });
    expect(sensitivity?.intervals[0]?.from).toBeCloseTo(0.4, 12);
    expect(sensitivity?.intervals[0]?.to).toBeCloseTo(2 / 3, 12);
    const firsts = smaa?.alternatives.map(({ rankAcceptability }) => rankAcceptability[0] ?? 0) ?? [];
    [1 / 3, 4 / 15, 2 / 5].forEach((part, at) => expect(Math.abs((firsts[at] ?? 0) - part)).toBeLessThan(0.05));
    expect(answered(...words).smaa).toEqual(smaa);
    expect(answered(...words.slice(0, -1), '8').smaa).not.toEqual(smaa);
  });

  test('prints a table, best first, with warnings beside it', () => {
    const { status, out, err } = select(
      '--from',
      MOUNTAINS,
      '--method',
      'topsis',
      '--normalisation',
      'minmax',
      '--sensitivity',
    );
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 4)).toEqual([
      'rank  alternative   score',
      '   1  A2           0.6172',
      '   2  A1           0.5000',
      '   2  A3           0.5000',
    ]);
    expect(out).toContain('topsis, normalisation minmax; weights Risk 0.5000, Altitude 0.5000');
    expect(out).toContain('Weights over which A2 stays first');
    expect(err).toContain(`warning: ${MOUNTAINS}:1:1: Commas in figures were read as decimal marks (decimal-commas)`);
    expect(select('--from', JUDGED, '--method', 'ahp').out).toContain('Consistency ratio 0.0000');
  });

  test('tells every fault with its place on stderr, and in JSON where that was asked', () => {
    const bad = tableOf('bad.csv', ['x,C1,C2', 'direction,max,up', 'weight,1,-1', 'A,1,', 'B,x,2']);
    const { status, out, err } = select('--from', bad, '--method', 'wsm', '--json');
    expect(status).toBe(1);
    expect(err).toContain(`${bad}:2:15: "up" is no direction (direction-unknown)`);
    expect(err).toContain(`${bad}:4:5: "A" on "C2" is empty (cell-empty)`);
    expect(err).toContain(`${bad}:5:3: "B" on "C1": "x" is no number (number-malformed)`);
    expect((JSON.parse(out) as { problems: unknown[] }).problems).toHaveLength(3);
    const open = tableOf('open.csv', [',a,b', 'a,1,3', 'b,,1']);
    expect(select('--from', open, '--method', 'ahp')).toMatchObject({
      status: 1,
      out: '',
      err: `${open}:3:3: "b" is not compared with "a" (judgement-missing)\n  Write 1/3: the other side of the pair says 3.\n`,
    });
  });

  test.each<[readonly string[], number, string]>([
    [['--from', TZENG], 2, '--method'],
    [['--method', 'wsm'], 2, '--from'],
    [['--from', TZENG, '--method', 'vikor'], 2, 'wsm, topsis, promethee2, ahp'],
    [['--from', TZENG, '--method', 'topsis', '--normalisation', 'sum'], 2, 'vector, minmax'],
    [
      ['--from', TZENG, '--method', 'promethee2', '--normalisation', 'vector'],
      2,
      '--normalisation is of wsm and topsis',
    ],
    [['--from', JUDGED, '--method', 'ahp', '--sensitivity'], 2, 'need criteria with weights'],
    [['--from', TZENG, '--method', 'wsm', '--smaa', '0'], 2, 'whole number from 1'],
    [['--from', TZENG, '--method', 'wsm', '--seed', '1'], 2, '--seed is of --smaa'],
    [['--from', path.join(folder, 'nowhere.csv'), '--method', 'wsm'], 1, 'file-missing'],
    [['--from', folder, '--method', 'ahp'], 1, 'file-unreadable'],
  ])('%j ends with %i', (words, status, told) => {
    const answer = select(...words);
    expect([answer.status, answer.out]).toEqual([status, '']);
    expect(answer.err).toContain(told);
  });

  test('ranks the ways into China that Takamatsu had, with ratings made up', () => {
    for (const method of ['wsm', 'topsis', 'promethee2']) {
      const { scores, warnings } = answered('--from', partners, '--method', method);
      expect(scores.find(({ rank }) => rank === 1)?.alternative).toBe('Joint venture with Fair Friend');
      expect(warnings).toEqual([]);
    }
  });
});
