import { failDeserted, pruneImports } from "../../platform/import/retention.ts";
import { institutionImport } from "./institution-imports.ts";
import { listImport } from "./list-imports.ts";

export const failDesertedDirectoryFiles = async (now: Date): Promise<number> =>
  (await failDeserted(institutionImport, now)) + (await failDeserted(listImport, now));

export const pruneDirectoryFiles = async (now: Date): Promise<number> =>
  (await pruneImports(institutionImport, now)) + (await pruneImports(listImport, now));
