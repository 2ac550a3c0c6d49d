"use client";
import { useEffect, useRef } from "react";
import { Glyph } from "@/components/ui/glyph.tsx";

export type SummaryError = { /** The `id` given to the Field. */ fieldId?: string; message: string };
export type ErrorSummaryProps = { errors: readonly SummaryError[]; title?: string };

/** Takes the focus when it appears; each line leads to its field. Mount it with the failed attempt's `key` to refocus. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-lg border border-red-line bg-red-soft px-4 py-3">
      <h2 className="h-sec flex items-center gap-2 text-red">
        <Glyph name="alert" size={14} />
        {title ?? (errors.length === 1 ? "Bir yer düzeltilmeli" : `${errors.length} yer düzeltilmeli`)}
      </h2>
      <ul className="small mt-1 space-y-0.5 pl-[1.375rem]">
        {errors.map((error) => (
          <li key={`${error.fieldId ?? ""}${error.message}`}>
            {error.fieldId ? (
              <a
                href={`#${error.fieldId}`}
                className="text-red underline underline-offset-2"
                onClick={(event) => {
                  event.preventDefault();
                  if (error.fieldId) document.getElementById(error.fieldId)?.focus();
                }}
              >
                {error.message}
              </a>
            ) : (
              <span className="text-red">{error.message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
