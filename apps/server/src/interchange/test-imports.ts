import { type Reply, type TestServer, testServer } from '../register/test-server.ts';
import { registerRoom } from '../register/register.routes.ts';
import type { Room } from '../platform/http.ts';
import { importsRoom } from './imports.routes.ts';

export type ImportServer = TestServer & {
  /** Uploads a file as a browser's form does. */
  readonly upload: (
    workspace: string,
    name: string,
    content: string | Uint8Array,
    fields?: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
  readonly workspace: (slug: string) => Promise<string>;
};

const BOUNDARY = 'a-boundary-of-the-form';

/** A form as its bytes. */
function formOf(name: string, content: string | Uint8Array, fields: Readonly<Record<string, string>>): Buffer {
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
}

/** The API of the register and of imports, on a database of its own. */
export async function importServer(rooms: readonly Room[] = []): Promise<ImportServer> {
  const server = await testServer([registerRoom, importsRoom, ...rooms]);
  return {
    ...server,
    workspace: async (slug) => {
      await server.ask('POST', '/workspaces', { slug, name: slug });
      return `/workspaces/${slug}`;
    },
    upload: (workspace, name, content, fields = {}, headers = {}) =>
      server.ask('POST', `${workspace}/imports`, formOf(name, content, fields), {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        ...headers,
      }),
  };
}
