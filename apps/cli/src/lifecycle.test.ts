import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const starter = path.resolve(import.meta.dirname, '../bin/entente.mjs');

function lifecycle(...words: string[]): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [starter, 'lifecycle', ...words], {
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

type Printed = {
  readonly templates: readonly {
    readonly key: string;
    readonly stages: readonly {
      readonly key: string;
      readonly name: Readonly<Record<string, string>>;
      readonly exitCriteria: readonly unknown[];
    }[];
  }[];
  readonly vocabularies: readonly { readonly key: string; readonly stages: readonly { readonly key: string }[] }[];
  readonly crossWalk: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
};

describe('entente lifecycle template', () => {
  test('prints the seven stages as JSON, with the cross-walk to three vocabularies', () => {
    const { status, out, err } = lifecycle('template', '--json');
    expect([status, err]).toEqual([0, '']);
    const { templates, vocabularies, crossWalk } = JSON.parse(out) as Printed;
    expect(templates).toHaveLength(1);
    const stages = templates[0]?.stages ?? [];
    expect(stages.map(({ name }) => name['en'])).toEqual([
      'strategy formation',
      'partner selection',
      'negotiation',
      'design',
      'management',
      'evaluation',
      'termination',
    ]);
    expect(stages.every(({ exitCriteria }) => exitCriteria.length > 0)).toBe(true);
    expect(vocabularies.map(({ key, stages: theirs }) => [key, theirs.length])).toEqual([
      ['asap', 7],
      ['iso-44001', 8],
      ['sdc', 6],
    ]);
    expect(Object.keys(crossWalk)).toEqual(stages.map(({ key }) => key));
  });

  test('prints them as text without --json', () => {
    const { status, out } = lifecycle('template');
    expect(status).toBe(0);
    expect(out).toContain('7. termination (termination) [002: 7 Alliance development stages, 7]');
    expect(out).toContain('     ISO 44001:2017: Exit strategy activation');
  });

  test('sends whoever asks for something else to its help', () => {
    const { status, err } = lifecycle('stages');
    expect(status).toBe(2);
    expect(err).toContain('entente lifecycle');
  });
});
