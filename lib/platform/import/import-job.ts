import { z } from "zod";
import { Id } from "../http/fields.ts";
import { longWork } from "../jobs/long-work.ts";

/** What the two jobs of any kind of import have in common: whose run it is, and that one run is worked on once. */
export const importJob = {
  payload: z.object({ importId: Id, provinceId: z.int().nullable() }),
  once: ({ importId }: { importId: string }) => importId,
  queue: longWork,
} as const;
