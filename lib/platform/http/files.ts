import { z } from "zod";

/** A file on its way in: bytes and the name its sender gave it. */
export const UploadedFile = z.object({ name: z.string().min(1).max(200), bytes: z.instanceof(Uint8Array) });
export type UploadedFile = z.infer<typeof UploadedFile>;

/** A file on its way out. `inline` is for PDF and pages the application itself shows. */
export const FileAnswer = z.object({
  name: z.string(),
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
  inline: z.boolean().default(false),
});
export type FileAnswer = z.infer<typeof FileAnswer>;

/** Sends the browser on with a path-bound, HttpOnly cookie. */
export const LinkAnswer = z.object({
  location: z.string().startsWith("/"),
  cookie: z.object({ name: z.string(), value: z.string(), path: z.string(), maxAgeSeconds: z.int() }).nullable(),
});
export type LinkAnswer = z.infer<typeof LinkAnswer>;
