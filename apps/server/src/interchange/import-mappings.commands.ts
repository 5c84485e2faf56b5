import type { ImportMappingAnswer, ImportMappingCreation } from '@entente/contract/register';
import type { MappedColumn, RememberedMapping } from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { DatabaseTransaction } from '../platform/database.ts';
import { arranging, type Caller, reading } from '../register/changing.commands.ts';
import { findCustomFields } from '../register/custom-fields.store.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import type { StoredAnswer } from '../register/stored-answer.ts';
import { findMappings, type MappingRow, removeMapping, upsertMapping } from './import-mappings.store.ts';
import { isTarget, layoutOf, targetsOf, targetText } from './layouts.ts';

/** Mappings that one person keeps. */
const MOST_MAPPINGS = 100;

/** A heading that stands several times is told by its count from the second on. */
function countedHeadings(headings: readonly string[]): string[] {
  const times = new Map<string, number>();
  return headings.map((heading) => {
    const count = (times.get(heading) ?? 0) + 1;
    times.set(heading, count);
    return count === 1 ? heading : `${heading} (${count})`;
  });
}

function presented({ id, name, headings, layout, mapping, shared, mine }: MappingRow): ImportMappingAnswer {
  const counted = countedHeadings(headings);
  const entries = mapping.columns.map(({ targets }, index): [string, string | null] => [
    counted[index] ?? '',
    targetText(targets),
  ]);
  return { id, name, headings: [...headings], layout, mapping: Object.fromEntries(entries), shared, mine };
}

/** The mappings that an actor may use, as tables are read with them; own ones first. */
export async function rememberedMappings(
  transaction: DatabaseTransaction,
): Promise<(RememberedMapping & { readonly id: string; readonly name: string })[]> {
  return (await findMappings(transaction)).flatMap(({ id, name, headings, layout, mapping }) => {
    const meant = layoutOf(layout);
    return meant === null ? [] : [{ id, name, headings, mapping: { ...meant, ...mapping } }];
  });
}

export function listMappings(
  reads: Pick<Caller, 'database' | 'actor'>,
  workspace: string,
): Promise<Outcome<{ readonly items: readonly ImportMappingAnswer[] }>> {
  return reading(reads, workspace, async (transaction) =>
    Outcome.of({ items: (await findMappings(transaction)).map(presented) }),
  );
}

const full: Problem = {
  code: 'imports-full',
  message: `You keep ${MOST_MAPPINGS} mappings already`,
  fix: 'Forget those that are not needed any more.',
};

/** Remembers how the columns of a table are read. */
export function createMapping(
  caller: Caller,
  workspace: string,
  { name, headings, layout, mapping, shared }: ImportMappingCreation,
): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction, { slug }) => {
    const meant = layoutOf(layout);
    if (meant === null) {
      const fix = 'Use one of the layouts that an import lists.';
      return Outcome.refuse({ code: 'value-refused', message: 'There is no such layout', fix, pointer: '/layout' });
    }
    const custom = await findCustomFields(transaction);
    const unknown = Object.entries(mapping).find(([, target]) => target !== null && !isTarget(meant, custom, target));
    if (unknown !== undefined) {
      return Outcome.refuse({
        code: 'field-unknown',
        message: `"${unknown[1]}" is nothing that a column of this layout can hold`,
        fix: 'Use one of the fields that an import of this layout lists.',
        pointer: `/mapping/${unknown[0].replaceAll('~', '~0').replaceAll('/', '~1')}`,
      });
    }
    const mine = (await findMappings(transaction)).filter((row) => row.mine);
    if (mine.length >= MOST_MAPPINGS && !mine.some((row) => row.name === name)) return Outcome.refuse(full);
    const columns = countedHeadings(headings).map(
      (heading, index): MappedColumn => ({
        index,
        heading: headings[index] ?? '',
        targets: targetsOf(mapping[heading] ?? null),
        order: null,
        serials: null,
      }),
    );
    const row = await upsertMapping(transaction, {
      name,
      headings,
      layout,
      mapping: { columns, defaults: {} },
      shared,
    });
    const location = `/api/v1/workspaces/${slug}/import-mappings/${row.id}`;
    return Outcome.of({ status: 201, headers: { location }, body: presented(row) });
  });
}

/** Forgets a mapping of the actor's. */
export function deleteMapping(caller: Caller, workspace: string, id: string): Promise<Outcome<StoredAnswer>> {
  return arranging(caller, workspace, async (transaction) =>
    (await removeMapping(transaction, id))
      ? Outcome.of({ status: 204, headers: {}, body: null })
      : Outcome.refuse(recordMissing),
  );
}
