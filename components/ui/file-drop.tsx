"use client";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { FieldError } from "@/components/ui/field.tsx";
import { formatBytes } from "@/lib/platform/locale/tr.ts";

export type FileDropProps = {
  /** "PDF dosyasını buraya bırakın" */
  label: string;
  hint?: ReactNode;
  /** As in the input: ".pdf,application/pdf". The server still looks at the content. */
  accept?: string;
  multiple?: boolean;
  maxBytes?: number;
  error?: string;
  busy?: string | false;
  /** The button's words, for readers of another language. */
  choose?: string;
  onFiles: (files: File[]) => void;
  className?: string;
};

export function FileDrop({
  label,
  hint,
  accept,
  multiple,
  maxBytes,
  error,
  busy,
  choose = "Dosya seç",
  onFiles,
  className,
}: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const complaint = refusal ?? error;

  function take(list: FileList | null) {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const tooLarge = maxBytes === undefined ? undefined : files.find((file) => file.size > maxBytes);
    setRefusal(
      tooLarge && maxBytes
        ? `“${tooLarge.name}” ${formatBytes(tooLarge.size)}; sınır ${formatBytes(maxBytes)}. Daha küçük bir dosya seçin.`
        : undefined,
    );
    if (files.length > 0 && !tooLarge) onFiles(files);
    if (input.current) input.current.value = "";
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!busy) take(event.dataTransfer.files);
  }

  return (
    <div className={className}>
      <section
        aria-label={label}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          "flex flex-wrap items-center gap-3 rounded-md border border-dashed px-4 py-3",
          over ? "border-accent bg-selected" : "border-control",
        )}
      >
        <FileUp size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
        <span className="small min-w-0 flex-1 text-ink-2">
          {label}
          {hint ? (
            <span id={`${id}-hint`} className="cap block">
              {hint}
            </span>
          ) : null}
        </span>
        <input
          ref={input}
          type="file"
          accept={accept}
          multiple={multiple}
          tabIndex={-1}
          aria-label={label}
          className="sr-only"
          onChange={(event) => take(event.target.files)}
        />
        <Button size="sm" busy={busy} aria-describedby={complaint ? `${id}-error` : undefined} onClick={() => input.current?.click()}>
          {choose}
        </Button>
      </section>
      {complaint ? <FieldError id={`${id}-error`}>{complaint}</FieldError> : null}
    </div>
  );
}
