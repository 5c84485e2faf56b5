import { digest, sequence, signedHead } from '@entente/contract/audit';
import { ACCESS_CLASSES } from '@entente/core/accounts';
import { z } from 'zod';

/**
 * A line of an audit that was written out: the workspace, the heads that were signed, then each entry with the lines of the log
 * that it covers, then what the chain says of its own end.
 */
export const auditLine = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('workspace'),
    format: z.literal(1),
    id: z.uuid(),
    earlier: sequence,
    // Of the lines that follow; of others the digests in the entries stand alone.
    classes: z.array(z.enum(ACCESS_CLASSES)),
  }),
  signedHead.extend({ kind: z.literal('head') }),
  z.object({ kind: z.literal('entry'), sequence, content: z.string(), digest }),
  z.object({ kind: z.literal('row'), text: z.string() }),
  // Lines that were written together: table, kind of record, class, ids of the rows, ids of their records, and what they hold.
  z.object({ kind: z.literal('rows'), text: z.string() }),
  z.object({
    kind: z.literal('end'),
    sequence,
    digest: digest.nullable(),
    unlisted: sequence,
    heads: sequence,
  }),
]);
export type AuditLine = z.output<typeof auditLine>;

/** A line of a file; null when it is none. */
export function lineOf(text: string): AuditLine | null {
  try {
    return auditLine.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
