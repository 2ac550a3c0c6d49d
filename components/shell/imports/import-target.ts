import type { ImportEndpoints } from "@/lib/platform/import/import-endpoints.ts";

/** What one kind of import tells the screens that all of them share. */
export type ImportTarget = {
  endpoints: ImportEndpoints;
  /** Where its screens stand: "/permits/import". */
  path: string;
  /** The pages above, the last being the list that the file goes into. */
  trail: readonly { label: string; href: string }[];
  words: {
    /** "İzinleri ve başvuruları": what is taken from the file. */
    what: string;
    /** What a row is called by. */
    key: { head: string; isNumber: boolean };
    /** "kayıt": what is added and changed. */
    unit: string;
    /** What a commit does besides its rows. */
    alsoDone?: string;
    /** Where the reason of an import is seen later. */
    reasonHint: string;
    /** "İzin kayıtlarına git" */
    leave: string;
  };
};

/** The kind's root of the query keys. */
export const importRoot = ({ path }: ImportTarget): readonly string[] => ["imports", path];

/** The address of a file of the kind's own. */
export const templateHref = ({ endpoints }: ImportTarget): string => endpoints.template.path;
export const faultsHref = ({ endpoints }: ImportTarget, importId: string): string => endpoints.faults.path.replace("[importId]", importId);
