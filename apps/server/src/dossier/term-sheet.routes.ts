import { type TermSheetQuery, termSheetRoutes } from '@entente/contract/dossier';
import { Outcome } from '@entente/core/kernel';
import type { Mount } from '../register/mounting.routes.ts';
import { termSheetDocument } from './term-sheet.commands.ts';
import { termSheetDocx } from './term-sheet/docx.ts';
import { termSheetPdf } from './term-sheet/pdf.ts';

const [DOCX, PDF] = termSheetRoutes.file.files;

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
      const bytes = await (format === 'pdf' ? termSheetPdf : termSheetDocx)(document);
      return Outcome.of({ name: `term-sheet-${slug}.${format}`, type: format === 'pdf' ? PDF : DOCX, bytes });
    },
    (reply, { name, type, bytes }) =>
      reply.header('content-disposition', `attachment; filename="${name}"`).type(type).send(bytes),
  );
}
