import { type TableFile, type TableMapping, tablesOf } from '@entente/core/interchange';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { CustomField, RegisterRows } from '@entente/core/register';
import { tellProgress } from './progress.ts';
import type { TableRead } from './import-reading.ts';
import type { LocalCaller, Server } from './workspace-work.ts';

/** How names that no organisation surely has are taken: as new ones, or not at all until somebody chooses. */
export type NamesChoice = 'ask' | 'new';

/** What an import says of itself, as far as it is read here. */
type Draft = {
  readonly id: string;
  readonly version: number;
  readonly openMatches: number;
  readonly matches: readonly {
    readonly name: string;
    readonly choice: string | null;
    readonly candidates: readonly {
      readonly name: string | null;
      readonly confidence: number;
      readonly reason: string;
    }[];
  }[];
  readonly plan: readonly {
    readonly collection: string;
    readonly creates: number;
    readonly changes: number;
    readonly unchanged: number;
  }[];
};

export type WrittenPlan = Draft['plan'];

const layoutName = ({ layout, kind }: TableMapping): string => (layout === 'records' ? `records:${kind}` : layout);

/** What was said about the table here, in the words of the server's imports. */
function changeOf({ table, mapping }: TableRead): Record<string, unknown> {
  const orders = mapping.columns.flatMap(({ index, order }) =>
    order === null ? [] : [[`order:${index}`, order] as const],
  );
  const form = mapping.defaults['form'];
  return {
    mapping: Object.fromEntries(
      mapping.columns.map(({ index, targets }) => [String(index), targets.length === 0 ? null : targets.join('+')]),
    ),
    answers: { ...Object.fromEntries(orders), ...(form === undefined ? {} : { 'default:form': form }) },
    ...(table.sheet === null ? { encoding: table.encoding } : { sheet: table.sheet }),
  };
}

const unclear = (file: string, matches: Draft['matches']): Problem[] =>
  matches
    .filter((match) => match.choice === null)
    .map(({ name, candidates }) => {
      const [best] = candidates;
      return {
        file,
        code: 'name-unclear',
        message: `"${name}" may be ${best ? `${best.name ?? 'one that is there'} (${best.confidence}, ${best.reason})` : 'one that is there'}`,
        fix: 'Choose in the browser, write the name as it is in the register, or say --names new if all such names are new.',
      };
    });

type Room = Parameters<Server['createImport']>[0];

/** Brings one table into a workspace, matched to what is there, as one change. Nothing stays of an import that is refused. */
async function tableWritten(
  server: Server,
  room: Room,
  caller: LocalCaller,
  workspace: string,
  read: TableRead,
  file: TableFile,
  names: NamesChoice,
): Promise<Outcome<WrittenPlan>> {
  const given = {
    name: file.path.split(/[\\/]/).at(-1) ?? file.path,
    bytes: file.bytes,
    layout: layoutName(read.mapping),
  };
  const created = await server.createImport(room, caller, workspace, given);
  if (!created.ok) return created;
  let draft = created.value.body as Draft;
  const change = async (said: Record<string, unknown>): Promise<Outcome<unknown>> => {
    const target = { record: draft.id, version: draft.version };
    const changed = await server.changeImport(room, caller, workspace, target, said);
    if (changed.ok) draft = changed.value.body as Draft;
    return changed;
  };
  const settled = async (): Promise<Outcome<WrittenPlan>> => {
    const changed = await change(changeOf(read));
    if (!changed.ok) return changed;
    const open = draft.matches.filter((match) => match.choice === null);
    if (open.length > 0 && names === 'new') {
      const chosen = await change({ choices: Object.fromEntries(open.map(({ name }) => [name, 'new'])) });
      if (!chosen.ok) return chosen;
    }
    if (draft.openMatches > 0) return Outcome.refuse(...unclear(file.path, draft.matches));
    const target = { record: draft.id, version: draft.version };
    const { plan } = draft;
    const told = tellProgress(() => room.writings.of(draft.id)?.progress ?? null);
    const done = await server.commitImport(room, caller, workspace, target, `Imported table ${given.name}`);
    told.end();
    return done.ok ? Outcome.of(plan) : done;
  };
  const outcome = await settled();
  if (!outcome.ok) await server.deleteImport(room, caller, workspace, { record: draft.id, version: draft.version });
  return outcome;
}

/** Brings tables into a workspace, each as one change that can be undone; stops at the first that is refused. */
export async function tablesWritten(
  server: Server,
  caller: LocalCaller,
  workspace: string,
  tables: readonly { readonly read: TableRead; readonly file: TableFile }[],
  { names, mostBytes }: { readonly names: NamesChoice; readonly mostBytes: number },
): Promise<Outcome<WrittenPlan>> {
  const room = {
    desk: new server.ReadingDesk(),
    writings: new server.Writings(),
    mostBytes,
  } as Room;
  try {
    const plans: WrittenPlan[number][] = [];
    for (const { read, file } of tables) {
      const outcome = await tableWritten(server, room, caller, workspace, read, file, names);
      if (!outcome.ok) return outcome;
      plans.push(...outcome.value);
    }
    return Outcome.of(plans);
  } finally {
    room.desk.close();
  }
}

/** Makes the own fields that the workspace lacks, and says how many; one that holds something else is told. */
async function fieldsWritten(
  server: Server,
  caller: LocalCaller,
  workspace: string,
  wanted: readonly CustomField[],
): Promise<Outcome<number>> {
  if (wanted.length === 0) return Outcome.of(0);
  const known = await server.listCustomFields(caller, workspace);
  if (!known.ok) return known;
  const there = (field: CustomField): CustomField | undefined =>
    known.value.items.find(({ kind, key }) => kind === field.kind && key === field.key);
  const other = wanted.filter((field) => (there(field)?.as ?? field.as) !== field.as);
  if (other.length > 0) {
    return Outcome.refuse(
      ...other.map(({ kind, key, as }) => ({
        code: 'custom-field-taken',
        message: `The field ${key} of ${kind} is of another sort here than ${as}`,
        fix: 'Import into another workspace, or give the field another key in both.',
      })),
    );
  }
  const missing = wanted.filter((field) => there(field) === undefined);
  for (const [at, { kind, key, as, labels, terms, retired }] of missing.entries()) {
    const body = { kind, key, as, labels, terms: terms.map((term) => ({ ...term })), place: at, retired };
    const made = await server.createCustomField(caller, workspace, body);
    if (!made.ok) return made;
  }
  return Outcome.of(missing.length);
}

/**
 * Puts a whole register, as an export wrote it, into a workspace that is empty or whose register it replaces. Null plan when
 * the workspace holds just that already.
 */
export async function registerWritten(
  server: Server,
  caller: LocalCaller,
  workspace: string,
  { rows, ownFields }: { readonly rows: RegisterRows; readonly ownFields: readonly CustomField[] },
  replace: boolean,
): Promise<Outcome<'written' | 'unchanged'>> {
  const fields = await fieldsWritten(server, caller, workspace, ownFields);
  if (!fields.ok) return fields;
  const now = await new server.Snapshots().snapshotOf(caller, workspace);
  if (!now.ok) return now;
  if (JSON.stringify(tablesOf(now.value.rows)) === JSON.stringify(tablesOf(rows)))
    return Outcome.of(fields.value > 0 ? 'written' : 'unchanged');
  const isEmpty = Object.values(now.value.rows).every((list) => list.length === 0);
  if (!isEmpty && !replace) {
    return Outcome.refuse({
      code: 'workspace-filled',
      message: `The workspace ${workspace} holds another register`,
      fix: 'Say --replace to put this one in its place, or use an empty workspace.',
    });
  }
  const loaded = await server.loadIntoWorkspace(caller, workspace, rows, {
    reason: 'Tables of an export',
    replace: !isEmpty,
  });
  return loaded.ok ? Outcome.of('written') : loaded;
}
