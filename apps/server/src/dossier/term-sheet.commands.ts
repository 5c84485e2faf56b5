import type { PaperOf } from '@entente/contract/dossier';
import { Outcome } from '@entente/core/kernel';
import { type Caller, reading } from '../register/changing.commands.ts';
import { linkOf } from '../register/record.presenter.ts';
import { recordMissing } from '../register/record-writes.commands.ts';
import { findRecord, findRecordsBy } from '../register/records.store.ts';
import type { AlliancePlace } from './papers.commands.ts';
import { findPapers } from './papers.store.ts';
import { type SheetLanguage, sheetOf, type TermSheetDocument } from './term-sheet/document.ts';

/** The term sheet of an alliance as it stands, ready to be set in a file; nothing else of the negotiation is read for it. */
export const termSheetDocument = (
  caller: Pick<Caller, 'database' | 'actor' | 'today'>,
  { workspace, alliance }: AlliancePlace,
  language: SheetLanguage,
): Promise<Outcome<{ readonly document: TermSheetDocument; readonly slug: string }>> =>
  reading(caller, workspace, async (transaction) => {
    const found = await findRecord(transaction, 'alliance', alliance);
    if (found === null) return Outcome.refuse(recordMissing);
    const { name, slug } = linkOf(found);
    const [row] = await findPapers(transaction, { alliance: found.id, kinds: ['term-sheet'] });
    const sheet = (row?.content ?? null) as PaperOf<'term-sheet'> | null;
    const parties = sheet === null ? [] : await findRecordsBy(transaction, 'organisation', 'id', [...sheet.parties]);
    const names = new Map(parties.map((party) => [party.id, linkOf(party).name]));
    const document = sheetOf(sheet, {
      language,
      alliance: name ?? slug ?? found.id,
      parties: (sheet?.parties ?? []).flatMap((id) => names.get(id) ?? []),
      writtenAt: row?.recordedAt ?? null,
    });
    return Outcome.of({ document, slug: slug ?? found.id });
  });
