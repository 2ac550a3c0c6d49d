"use client";
import { useMutation } from "@tanstack/react-query";
import type { Staged } from "@/components/permits/forms/deed-form.ts";
import { Button } from "@/components/ui/button.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { stagePermitFile } from "@/lib/permits/commands-contract.ts";
import { call } from "@/lib/platform/http/call.ts";

export type EvidenceDropProps = {
  label: string;
  hint?: string | undefined;
  /** Ministry staff say whose province it belongs to. */
  provinceId?: number | null | undefined;
  value: Staged;
  onChange: (staged: Staged) => void;
  error?: string | undefined;
};

/** The evidence: put aside on the server as soon as it is chosen, so that a refused form does not lose it. */
export function EvidenceDrop({ label, hint, provinceId, value, onChange, error }: EvidenceDropProps) {
  const stage = useMutation({
    mutationFn: async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return await call(stagePermitFile, { file: { name: file.name, bytes }, ...(provinceId ? { provinceId: String(provinceId) } : {}) });
    },
    onSuccess: ({ fileId, name }) => onChange({ fileId, name }),
    meta: { handlesErrors: true },
  });
  if (value) {
    return (
      <>
        <p className="small mb-1 font-medium">{label}</p>
        <p className="small flex flex-wrap items-center gap-3">
          <span className="[overflow-wrap:anywhere]">{value.name}</span>
          <Button size="sm" tone="quiet" onClick={() => onChange(null)}>
            Kaldır
          </Button>
        </p>
      </>
    );
  }
  const shown = stage.error?.message ?? error;
  return (
    <FileDrop
      label={label}
      hint={hint ?? "PDF, PNG, JPEG ya da DOCX, en çok 16 MB"}
      accept=".pdf,.png,.jpg,.jpeg,.docx"
      maxBytes={16_000_000}
      busy={stage.isPending ? "Yükleniyor" : false}
      {...(shown ? { error: shown } : {})}
      onFiles={([file]) => file && stage.mutate(file)}
    />
  );
}
