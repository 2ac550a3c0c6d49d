"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { ExportDialog } from "@/components/permits/export/export-dialog.tsx";
import type { PermitRequest } from "@/components/permits/permit-filter.ts";
import { Button } from "@/components/ui/button.tsx";
import { PermitFilter } from "@/lib/permits/contract.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type ExportButtonProps = {
  request: PermitRequest;
  /** Undefined while it is still being counted. */
  total: number | undefined;
};

/** The list as a file; the count stands on the button and is the one that the server holds the file to. */
export function ExportButton({ request, total }: ExportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const mayExport = useMay()("permit:export");
  if (!mayExport || !total) return null;
  return (
    <>
      <Button
        tone="quiet"
        className="max-md:hidden"
        icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {formatNumber(total)} kaydı indir
      </Button>
      {isOpen ? <ExportDialog filter={PermitFilter.parse(request)} count={total} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
