import { type TermSheetQuery, termSheetRoutes } from '@entente/contract/dossier';
import { Outcome } from '@entente/core/kernel';
import type { Mount } from '../register/mounting.routes.ts';
import { termSheetDocument } from './term-sheet.commands.ts';
import type { TermSheetDocument } from './term-sheet/document.ts';

const [DOCX, PDF] = termSheetRoutes.file.files;

/** Sets a term sheet; what sets files is large, and loaded by the first that is asked for. */
async function fileOf(document: TermSheetDocument, format: TermSheetQuery['format']): Promise<Buffer> {
  if (format === 'pdf') return (await import('./term-sheet/pdf.ts')).termSheetPdf(document);
  return (await import('./term-sheet/docx.ts')).termSheetDocx(document);
}

/** The term sheet of an alliance as a file. */
export function mountTermSheet(mount: Mount): void {
  mount(
    termSheetRoutes.file,
    async ({ caller, params, query }) => {
      const { format, language } = query as TermSheetQuery;
      const place = { workspace: params['workspace'] ?? '', alliance: params['record'] ?? '' };
      const read = await termSheetDocument(caller, place, language);
      if (!read.ok) return read;
      const { document, slug } = read.value;
      const bytes = await fileOf(document, format);
      return Outcome.of({ name: `term-sheet-${slug}.${format}`, type: format === 'pdf' ? PDF : DOCX, bytes });
    },
    (reply, { name, type, bytes }) =>
      reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(bytes),
  );
}
