"use client";
import { Download } from "lucide-react";
import { saveFile } from "@/components/charts/save-file.ts";
import { useExportCut } from "@/components/statistics/publication-queries.ts";
import type { CutRequest } from "@/components/statistics/statistics-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu.tsx";

const formats = [
  { value: "xlsx", label: "XLSX: tablo ve tanım sayfası" },
  { value: "csv", label: "CSV" },
  { value: "pdf", label: "PDF: yazdırılacak rapor" },
] as const;

/** Files for outside hide small numbers and whatever would give them away; files for inside do not (D5, D6). */
export function ExportMenu({ cut }: { cut: CutRequest }) {
  const download = useExportCut();
  const take = (format: (typeof formats)[number]["value"], audience: "publication" | "internal") =>
    download.mutate({ ...cut, format, audience }, { onSuccess: saveFile });
  return (
    <Menu
      label="İndir"
      trigger={
        <Button icon={<Download size={16} strokeWidth={1.75} aria-hidden="true" />} busy={download.isPending ? "Hazırlanıyor" : false}>
          İndir
        </Button>
      }
    >
      <p className="cap max-w-64 px-2 pt-1.5 pb-1 font-medium">Yayın için: küçük sayılar gizlenir</p>
      {formats.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => take(value, "publication")}>
          {label}
        </MenuItem>
      ))}
      <MenuLine />
      <p className="cap max-w-64 px-2 pt-1 pb-1 font-medium">Kurum içi: bütün sayılar</p>
      {formats.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => take(value, "internal")}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
