/** A column of a table that is written as Parquet: what it holds from one row to another, null where nothing is known. */
export type ParquetColumn = {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
  readonly isNullable: boolean;
  readonly values: (from: number, to: number) => readonly (string | number | null)[] | Int32Array;
};

/**
 * A column of figures: whole numbers where they are counts, else doubles with null where a figure is not defined.
 * @param figures one a row; NaN where it is not defined, which a count never is
 * @example figureColumn('age', Float64Array.of(0.5, Number.NaN), false).values(0, 2) // => [0.5, null]
 */
export const figureColumn = (name: string, figures: Float64Array, isCount: boolean): ParquetColumn => ({
  name,
  type: isCount ? 'INT32' : 'DOUBLE',
  isNullable: !isCount,
  values: (from, to) => {
    const part = figures.subarray(from, to);
    return isCount ? Int32Array.from(part) : Array.from(part, (value) => (Number.isNaN(value) ? null : value));
  },
});

const ROWS_A_GROUP = 100_000;

/**
 * A table as the parts of a Parquet file, which begins with the first part and ends with the last: it is never held whole.
 * @param rows how many there are; each column is asked for all of them, from 0 on
 * @example typeof parquetParts([], 0).next // => 'function'
 */
export async function* parquetParts(columns: readonly ParquetColumn[], rows: number): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const part = (from: number, to: number) =>
    columns.map(({ name, type, isNullable, values }) => ({ name, type, nullable: isNullable, data: values(from, to) }));
  const bytes = new ByteWriter();
  // Takes away what is written so far; places in the file go on counting.
  const written = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaFromColumnData({ columnData: part(0, 0) as never }),
    createdBy: 'Entente',
  });
  for (let from = 0; from < rows; from += ROWS_A_GROUP) {
    const columnData = part(from, Math.min(from + ROWS_A_GROUP, rows)) as never;
    await writer.write({ columnData, rowGroupSize: ROWS_A_GROUP });
    yield written();
  }
  await writer.finish();
  yield written();
}
