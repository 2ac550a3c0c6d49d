"use client";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useMay } from "@/components/access/use-may.ts";
import { saveFile } from "@/components/charts/save-file.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { InstitutionFilter } from "@/lib/institutions/contract.ts";
import { type DirectoryFormat, exportDistributionList, exportInstitutions } from "@/lib/institutions/export-contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import type { FileAnswer } from "@/lib/platform/http/files.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** What the filter finds, as a file; the count is the one that the server holds the file to. */
export function InstitutionExport({ filter, total }: { filter: InstitutionFilter; total: number | undefined }) {
  return <DirectoryExport count={total ?? 0} take={(format, expected) => call(exportInstitutions, { ...filter, format, expected })} />;
}

/** A list's members in order, as a file. */
export function ListExport({ listId, memberCount }: { listId: string; memberCount: number }) {
  return <DirectoryExport count={memberCount} take={(format, expected) => call(exportDistributionList, { listId, format, expected })} />;
}

const formats: readonly { value: DirectoryFormat; label: string }[] = [
  { value: "xlsx", label: "Excel (XLSX)" },
  { value: "csv", label: "CSV (UTF-8, noktalı virgül)" },
];

type DirectoryExportProps = { count: number; take: (format: DirectoryFormat, expected: number) => Promise<FileAnswer> };

function DirectoryExport({ count, take }: DirectoryExportProps) {
  const mayExport = useMay()("institution:export");
  const download = useMutation({ mutationFn: (format: DirectoryFormat) => take(format, count), onSuccess: saveFile });
  if (!mayExport || count === 0) return null;
  return (
    <Menu
      label="Dosya biçimi"
      trigger={
        <Button
          tone="quiet"
          icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />}
          busy={download.isPending ? "Hazırlanıyor" : false}
        >
          {formatNumber(count)} kurumu indir
        </Button>
      }
    >
      {formats.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => download.mutate(value)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
