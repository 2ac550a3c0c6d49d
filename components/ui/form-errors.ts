"use client";
import type { FieldErrors, FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import type { SummaryError } from "@/components/ui/error-summary.tsx";
import type { InvalidParam } from "@/lib/platform/errors.ts";

/** The id under which a field of these forms can be reached from the error summary. */
export const fieldIdOf = (path: string): string => `field-${path.replaceAll(".", "-")}`;

/** Puts the server's words at the fields they speak of. */
export function setInvalidParams<Values extends FieldValues>(params: readonly InvalidParam[], setError: UseFormSetError<Values>): void {
  for (const { path, message } of params) setError((path || "root") as FieldPath<Values>, { type: "server", message });
}

/** Every message of a form in the order of its fields, each with the name of its field. */
export function summaryOf(errors: FieldErrors, nameOf: (path: string) => string, prefix = ""): SummaryError[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (!error || typeof error !== "object" || name === "ref") return [];
    const path = prefix ? `${prefix}.${name}` : name;
    const message = "message" in error && typeof error.message === "string" ? error.message : null;
    if (!message) return summaryOf(error as FieldErrors, nameOf, path);
    return [path === "root" ? { message } : { message: `${nameOf(path)}: ${message}`, fieldId: fieldIdOf(path) }];
  });
}

/** "channels.1.address" with `{ channels: "Kanallar" }` and `{ channels: "kanal" }` is "2. kanal". */
export function fieldNamer(labels: Readonly<Record<string, string>>, rows: Readonly<Record<string, string>>): (path: string) => string {
  return (path) => {
    const [field = "", index] = path.split(".");
    return index !== undefined && rows[field] ? `${Number(index) + 1}. ${rows[field]}` : (labels[field] ?? field);
  };
}

type Issue = { code?: string | undefined; minimum?: unknown; maximum?: unknown; origin?: unknown };

/** Plain Turkish for what zod finds by itself; messages written in a contract win over these. */
export function issueMessage(issue: Issue): string | undefined {
  if (issue.code === "too_small" && issue.origin === "string") return "Bu alan boş bırakılamaz.";
  if (issue.code === "too_big" && issue.origin === "string") return `En çok ${String(issue.maximum)} karakter yazılabilir.`;
  if (issue.code === "too_big" && issue.origin === "array") return `En çok ${String(issue.maximum)} satır eklenebilir.`;
  if (issue.code === "invalid_value") return "Seçeneklerden birini seçin.";
  return issue.code === "invalid_type" ? "Bu alan boş bırakılamaz." : undefined;
}
