import { randomUUID } from 'node:crypto';
import { COLLECTIONS } from '@entente/contract/register';
import { BODIES } from '../register/test-records.ts';
import type { MatrixResult, MatrixWorld, WrongCell } from './authorisation-matrix.ts';

/** The names of records in `BODIES`, and the collection that each is of. */
const NAMED: Readonly<Record<string, string>> = {
  parent: 'organisations',
  venture: 'organisations',
  alliance: 'alliances',
  group: 'houses',
  article: 'sources',
};

type Place = readonly (string | number)[];

/** Where a body names another record. */
function placesIn(value: unknown, place: Place = []): readonly { readonly place: Place; readonly name: string }[] {
  if (typeof value === 'string') return NAMED[value] === undefined ? [] : [{ place, name: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...place, key]));
}

function withAt(value: unknown, [first, ...rest]: Place, put: string): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === String(first) ? withAt(each, rest, put) : (each as unknown)));
  return { ...(value as object), [first]: withAt((value as Record<string, unknown>)[first], rest, put) };
}

/**
 * Every pair of ids that a request takes: a record of ours is made that refers to one of another workspace, or to one of a
 * class that its maker may not read. It must be answered as one that refers to nothing.
 */
export async function runPairs({ server, ours, theirs, personas }: MatrixWorld): Promise<MatrixResult> {
  let cells = 0;
  const wrong: WrongCell[] = [];
  const writers = personas.filter(({ name }) => name === 'manager' || name === 'contributor');
  for (const collection of Object.keys(COLLECTIONS)) {
    const body = BODIES[collection];
    for (const { place, name } of placesIn(body)) {
      const kind = NAMED[name] ?? '';
      for (const { name: who, headers, classes } of writers) {
        const answer = async (id: string): Promise<string> => {
          const reply = await server.askRaw(
            'POST',
            `/workspaces/${ours.id}/${collection}`,
            withAt(body, place, id),
            headers,
          );
          return `${reply.status} ${reply.text.replaceAll(id, 'ID')}`;
        };
        const absent = await answer(randomUUID());
        const hidden = (['CLEAN', 'NEVER'] as const).filter((each) => !classes.get(ours.id)?.includes(each));
        const targets = [
          ['another workspace', theirs.records.get(kind)?.get('INTERNAL')],
          ...hidden.map((each) => [each, ours.records.get(kind)?.get(each)]),
        ] as const;
        for (const [what, id] of targets) {
          cells += 1;
          if (id !== undefined && (await answer(id)) !== absent) {
            wrong.push({
              cell: `${collection} ${place.join('.')} as ${who}, ${what ?? ''}`,
              why: 'answers otherwise than for what is not there',
            });
          }
        }
      }
    }
  }
  return { cells, wrong };
}
