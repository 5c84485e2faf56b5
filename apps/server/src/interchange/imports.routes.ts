import { createHash } from 'node:crypto';
import fastifyMultipart from '@fastify/multipart';
import {
  type ImportChange,
  type ImportMappingCreation,
  exportRoutes,
  importMappingRoutes,
  type ImportPaste,
  importRoutes,
  importWritingRoutes,
} from '@entente/contract/register';
import { Outcome, type Problem } from '@entente/core/kernel';
import type { FastifyRequest } from 'fastify';
import type { Room } from '../platform/http.ts';
import type { Caller } from '../register/changing.commands.ts';
import { Turns } from '../register/export-turns.ts';
import { type Asked, mounting, sendBody, sendStored } from '../register/mounting.routes.ts';
import type { Target } from '../register/record-writes.commands.ts';
import { tellingShown } from '../register/shown-records.commands.ts';
import { commitImport } from './import-commit.commands.ts';
import { readProgress, stopWriting } from './import-progress.commands.ts';
import { createMapping, deleteMapping, listMappings } from './import-mappings.commands.ts';
import {
  changeImport,
  createImport,
  deleteImport,
  type GivenTable,
  type ImportRoom,
  listImportRows,
  listImports,
  readImport,
} from './imports.commands.ts';
import type { PreviewQuery } from './reading-messages.ts';
import { exportRegister } from './register-export.commands.ts';
import { ReadingDesk } from './reading-desk.ts';
import { Writings } from './writings.ts';

const workspaceOf = ({ params }: Asked): string => params['workspace'] ?? '';
const recordOf = ({ params }: Asked): string => params['record'] ?? '';
const targetOf = (asked: Asked): Target => ({ record: recordOf(asked), version: asked.version });

/** What a form takes beside its file. */
const FORM_BYTES = 64 * 1024;

function tooLarge(mostBytes: number): Problem {
  return {
    code: 'file-too-large',
    message: `The file is larger than the ${Math.floor(mostBytes / 1e6)} MB that are taken`,
    fix: 'Split the table into several files, or save a workbook as CSV.',
    pointer: '/file',
  };
}

const fileMissing: Problem = {
  code: 'field-required',
  message: 'The form holds no file',
  fix: 'Send the table as the part `file`.',
  pointer: '/file',
};

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** In memory of its own: what a view of a larger piece shows goes to a worker with all of the piece. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** The file of a form; reading ends where the file passes what is taken. */
async function uploaded(request: FastifyRequest, mostBytes: number): Promise<Outcome<GivenTable>> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length > mostBytes + FORM_BYTES) return Outcome.refuse(tooLarge(mostBytes));
  let layout: string | null = null;
  let table: Omit<GivenTable, 'layout'> | null = null;
  const limits = { fileSize: mostBytes, files: 1, fields: 8, fieldSize: FORM_BYTES, parts: 10 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      if (part.fieldname === 'layout') layout = textOf(part.value);
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk as Buffer);
    if (part.file.truncated) return Outcome.refuse(tooLarge(mostBytes));
    if (part.fieldname !== 'file') continue;
    const name = part.filename.replace(/\p{Cc}/gu, '').slice(0, 200);
    table = { name: name === '' ? 'table' : name, bytes: joined(chunks) };
  }
  if (table === null || table.bytes.length === 0) return Outcome.refuse(fileMissing);
  return Outcome.of({ ...table, layout });
}

const pasted = ({ name, text, layout }: ImportPaste): GivenTable => ({
  name,
  bytes: new TextEncoder().encode(text),
  layout: layout ?? null,
});

/** A repetition is told by the file too, which is no part of the body that the key's digest was made of. */
function withFileDigest(caller: Caller, { name, bytes }: GivenTable): Caller {
  if (caller.idempotency === null) return caller;
  const digest = createHash('sha256').update(caller.idempotency.digest).update(name).update(bytes).digest();
  return { ...caller, idempotency: { ...caller.idempotency, digest } };
}

/** An import is held against the whole register; what of it the answer names is told to the audit. */
const telling = <T>(asked: Asked, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  tellingShown(asked.caller, workspaceOf(asked), run);

type Mount = ReturnType<typeof mounting>;

function mountMappings(mount: Mount): void {
  mount(importMappingRoutes.list, (asked) => listMappings(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    importMappingRoutes.create,
    (asked) => createMapping(asked.caller, workspaceOf(asked), asked.body as ImportMappingCreation),
    sendStored,
  );
  mount(
    importMappingRoutes.remove,
    (asked) => deleteMapping(asked.caller, workspaceOf(asked), recordOf(asked)),
    sendStored,
  );
}

function mountImport(mount: Mount, room: ImportRoom): void {
  mount(
    importRoutes.rows,
    (asked) =>
      telling(asked, () =>
        listImportRows(room, asked.caller, workspaceOf(asked), recordOf(asked), asked.query as PreviewQuery),
      ),
    sendBody,
  );
  mount(
    importRoutes.change,
    (asked) =>
      telling(asked, () =>
        changeImport(room, asked.caller, workspaceOf(asked), targetOf(asked), asked.body as ImportChange),
      ),
    sendStored,
  );
  mount(
    importRoutes.commit,
    (asked) => {
      const { reason = null } = asked.body as { reason?: string };
      return telling(asked, () => commitImport(room, asked.caller, workspaceOf(asked), targetOf(asked), reason));
    },
    sendStored,
  );
  mount(
    importWritingRoutes.get,
    (asked) => readProgress(room, asked.caller, workspaceOf(asked), recordOf(asked)),
    sendBody,
  );
  mount(
    importWritingRoutes.stop,
    (asked) => stopWriting(room, asked.caller, workspaceOf(asked), recordOf(asked)),
    sendStored,
  );
  mount(
    importRoutes.remove,
    (asked) => deleteImport(room, asked.caller, workspaceOf(asked), targetOf(asked)),
    sendStored,
  );
}

/** Whole registers that are written at once; each is held in memory while it is. */
const MOST_EXPORTS_AT_ONCE = 1;

function mountExport(mount: Mount): void {
  const turns = new Turns(MOST_EXPORTS_AT_ONCE);
  mount(
    exportRoutes.register,
    (asked) => exportRegister(asked.caller, turns, workspaceOf(asked)),
    (reply, { version, name, bytes }) =>
      reply
        .header('entente-version', version)
        .header('content-disposition', `attachment; filename="${name}"`)
        .type(exportRoutes.register.files[0])
        .send(bytes),
  );
}

/** Imports over HTTP, as the contract says it. */
export const importsRoom: Room = async (app, context) => {
  await app.register(fastifyMultipart, { throwFileSizeLimit: false });
  const mount = mounting(app, context);
  const room: ImportRoom = {
    desk: new ReadingDesk(),
    writings: new Writings(),
    mostBytes: context.configuration.importBytes,
  };
  app.addHook('onClose', () => room.desk.close());
  mount(importRoutes.list, (asked) => listImports(asked.caller, workspaceOf(asked)), sendBody);
  mount(
    importRoutes.create,
    async (asked) => {
      const given = asked.request.isMultipart()
        ? await uploaded(asked.request, room.mostBytes)
        : Outcome.of(pasted(asked.body as ImportPaste));
      if (!given.ok) return given;
      const { value } = given;
      return telling(asked, () => createImport(room, withFileDigest(asked.caller, value), workspaceOf(asked), value));
    },
    sendStored,
  );
  mount(
    importRoutes.get,
    (asked) => telling(asked, () => readImport(asked.caller, workspaceOf(asked), recordOf(asked))),
    (reply, { etag, body }) => reply.header('etag', etag).send(body),
  );
  mountImport(mount, room);
  mountMappings(mount);
  mountExport(mount);
};
