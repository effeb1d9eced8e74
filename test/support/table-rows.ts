import type { PipelineTables } from '@pipeline-kit/model';

/** The visible rows of a table as plain objects, by the surface of Arquero that needs no code generation. */
export function tableRows(table: PipelineTables[keyof PipelineTables]): Record<string, unknown>[] {
  const rows: Record<string, unknown>[] = [];
  const names = table.columnNames();
  table.scan((row, data) => {
    rows.push(Object.fromEntries(names.map((name) => [name, data?.[name]?.at(row ?? 0)])));
  });
  return rows;
}
