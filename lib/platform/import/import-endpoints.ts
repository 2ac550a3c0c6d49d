// The addresses of one kind of import: the same nine for each, below a path of its own.
import { z } from "zod";
import type { Endpoint } from "../http/endpoint.ts";
import { FileAnswer } from "../http/files.ts";
import {
  AbandonInput,
  CheckInput,
  CommitInput,
  ImportRowView,
  ImportRunRecord,
  ImportRunRow,
  RowsInput,
  RunInput,
  UploadInput,
} from "./run-contract.ts";

export type ImportEndpointsOf<Permission extends string> = {
  /** "Permit": the endpoints are then `listPermitImports`, `uploadPermitImport`… */
  noun: string;
  /** `/api/permits` gives `/api/permits/imports` and `/api/permits/import-template`. */
  path: string;
  permission: Permission;
};

export const importEndpoints = <Permission extends string>(of: ImportEndpointsOf<Permission>) => ({
  ...runEndpoints(of),
  ...fileEndpoints(of),
});

const runPath = (path: string): string => `${path}/imports/[importId]`;

function runEndpoints<Permission extends string>({ noun, path, permission }: ImportEndpointsOf<Permission>) {
  const record = { permission, output: ImportRunRecord } as const;
  const act = { ...record, method: "POST" } as const;
  const run = runPath(path);
  return {
    /** The latest imports of the actor's rows, so that one that was left is found again. */
    list: {
      name: `list${noun}Imports`,
      method: "GET",
      path: `${path}/imports`,
      permission,
      input: z.object({}),
      output: z.object({ runs: z.array(ImportRunRow) }),
    },
    read: { ...record, name: `read${noun}Import`, method: "GET", path: run, input: RunInput },
    /** Says what the columns mean and begins the dry run; the mapping is remembered for the source. */
    check: { ...act, name: `check${noun}Import`, path: `${run}/check`, input: CheckInput },
    /** 50 rows of one outcome after a row number. */
    rows: {
      name: `list${noun}ImportRows`,
      method: "GET",
      path: `${run}/rows`,
      permission,
      input: RowsInput,
      output: z.object({ rows: z.array(ImportRowView), next: z.int().nullable() }),
    },
    /** Takes over every new and changed row, or none. */
    commit: { ...act, name: `commit${noun}Import`, path: `${run}/commit`, input: CommitInput },
    abandon: { ...act, name: `abandon${noun}Import`, path: `${run}/abandon`, input: AbandonInput },
  } as const satisfies Record<string, Endpoint & { permission: Permission }>;
}

function fileEndpoints<Permission extends string>({ noun, path, permission }: ImportEndpointsOf<Permission>) {
  const file = { permission, method: "GET", answersFile: true, output: FileAnswer } as const;
  return {
    /** Takes a CSV or XLSX, recognises its columns, and checks nothing yet. */
    upload: {
      name: `upload${noun}Import`,
      method: "POST",
      path: `${path}/imports`,
      permission,
      takesFile: true,
      maxBytes: 48 * 1_048_576,
      input: UploadInput,
      output: ImportRunRecord,
    },
    /** Only the rows that were not taken, as they came, with a column "Hata"; for whoever uploaded the file. */
    faults: { ...file, name: `read${noun}ImportFaults`, path: `${runPath(path)}/faults`, input: RunInput },
    /** An empty sheet with every column's name and one example row. */
    template: { ...file, name: `read${noun}ImportTemplate`, path: `${path}/import-template`, input: z.object({}) },
  } as const satisfies Record<string, Endpoint & { permission: Permission }>;
}

/** What the screens of an import call; whichever kind it is, its answers have one shape. */
export type ImportEndpoints = ReturnType<typeof importEndpoints<string>>;
