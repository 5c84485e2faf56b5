import type { AuditFault, AuditVerdict } from '@entente/contract/audit';
import type { TestServer } from '../register/test-app.ts';
import { type AuditLine, auditLine, lineOf } from './audit-lines.ts';

/** The audit of a workspace as it is saved, line by line. */
export async function auditTexts({ app }: TestServer, at: string): Promise<string[]> {
  const reply = await app.inject({
    method: 'GET',
    url: `/api/v1${at}/audit/file`,
    headers: { host: 'localhost:15500' },
  });
  return reply.body.trimEnd().split('\n');
}

export const auditLines = async (server: TestServer, at: string): Promise<AuditLine[]> =>
  (await auditTexts(server, at)).map((line) => auditLine.parse(JSON.parse(line)));

/** Lines as the verifier gets them from a file. */
export async function* read(texts: readonly string[]): AsyncGenerator<AuditLine | null> {
  for (const text of texts) yield await Promise.resolve(lineOf(text));
}

/** A line with one character of its values put in place of another. */
export function altered(line: string, where: number): string {
  const places = [...line.matchAll(/[a-z0-9](?=[^"]*")/g)].map(({ index }) => index);
  const at = places[where % places.length] ?? 0;
  return line.slice(0, at) + (line[at] === '7' ? '8' : '7') + line.slice(at + 1);
}

export const codesOf = ({ faults }: AuditVerdict): AuditFault['code'][] => [...new Set(faults.map(({ code }) => code))];
