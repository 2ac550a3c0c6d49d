import { z } from "zod";

/** UUID in a path or body. */
export const Id = z.uuid();
/** Legal local date, yyyy-MM-dd (Europe/Istanbul). Earlier than 1900 is a slip of the pen, and year 0 no date at all. */
export const LocalDate = z.iso.date().refine((date) => date >= "1900-01-01", "Tarih 1900 yılından önce olamaz.");
/** Instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true });
/** The version the caller has seen; an older one is refused with `stale_version`. */
export const Version = z.int().min(1);
/** Lower-case hexadecimal SHA-256. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** One line a person types; trimmed, normalised to NFC, no control characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^\P{Cc}*$/u, "Satır sonu ya da denetim karakteri içeremez."),
    );
/** Running text; line breaks are kept, other control characters refused. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .transform((value) => value.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^(\P{Cc}|[\n\t])*$/u, "Denetim karakteri içeremez."),
    );
export const Empty = z.object({});
