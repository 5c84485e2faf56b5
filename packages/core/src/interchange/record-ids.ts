import type { SubjectKind, SubjectRef } from '../kernel/index.ts';
import type { ImportedRows, KnownRecords } from './imported-rows.ts';
import type { MappedCells, PlacedCell } from './mapped-cells.ts';
import type { Cell } from './table-cells.ts';

type Value = { readonly field: string; readonly text: string };

/** Finds the records of a table whose rows tell their ids, and tells ids that are at fault. */
export class RecordIds {
  readonly #rows: ImportedRows;
  readonly #read: MappedCells;
  readonly #known: KnownRecords;
  /** Lines by the ids that stand in them. */
  readonly #ids = new Map<string, number>();

  constructor(rows: ImportedRows, read: MappedCells, known: KnownRecords) {
    this.#rows = rows;
    this.#read = read;
    this.#known = known;
  }

  /** The record of this register whose id the row has; it is that record, whatever its name says now. */
  there(
    kind: SubjectKind,
    placed: PlacedCell | null,
    values: readonly Value[],
    placedAt: (target: string) => PlacedCell | null,
  ): SubjectRef | null {
    const { register } = this.#known;
    const id = placed === null ? '' : this.#read.text(placed);
    if (placed === null || register === null || id === '') return null;
    const record = register.record(kind, id);
    const twin = this.#ids.get(id);
    if (record === null || twin !== undefined) {
      return this.#read.problem(placed.cell, {
        code: record === null ? 'id-unknown' : 'id-taken',
        message:
          record === null
            ? `No ${kind} of this workspace has the id ${id.slice(0, 40)}`
            : `The id ${id} stands in row ${twin} already`,
        fix:
          record === null
            ? 'Empty the cell if the record is new, or leave the column of ids out.'
            : 'Keep one of the two rows.',
      });
    }
    this.#ids.set(id, placed.cell.line);
    const name = values.find(({ field }) => field === 'name' || field === 'title');
    if (name !== undefined && record.name !== null && name.text !== record.name)
      this.#renamed(kind, id, record.name, name.text, placedAt(name.field)?.cell ?? placed.cell);
    return this.#rows.ofId(kind, id, name?.text ?? null);
  }

  #renamed(kind: SubjectKind, id: string, before: string, now: string, cell: Cell): void {
    const other = this.#known.register?.namesake(kind, now) ?? null;
    const isOther = other !== null && other !== id;
    this.#read.warning(cell, {
      code: isOther ? 'id-contradicts' : 'record-renamed',
      message: isOther
        ? `By its id this is "${before}", but "${now}" is the name of another record; the id decides, and this one would take the name`
        : `By its id this is "${before}"; it would be renamed to "${now}"`,
      fix: 'Correct the name, or empty the cell with the id if it is another record.',
    });
  }
}
