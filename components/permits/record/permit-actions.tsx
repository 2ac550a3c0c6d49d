"use client";
import { ArrowLeftRight, Ban, CalendarPlus, FileX2, Pencil, ScanEye } from "lucide-react";
import type { ComponentType } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { ButtonLink, type ButtonTone } from "@/components/ui/button.tsx";
import type { PermitAction, PermitRecord } from "@/lib/permits/contract.ts";

type Deed = {
  action: PermitAction;
  path: string;
  label: string;
  tone: ButtonTone;
  icon: ComponentType<{ size: number; strokeWidth: number; "aria-hidden": true }>;
};

const deeds: readonly Deed[] = [
  { action: "amend", path: "amend", label: "Değişiklik yaz", tone: "plain", icon: Pencil },
  { action: "extend", path: "extend", label: "Uzat", tone: "plain", icon: CalendarPlus },
  { action: "transfer", path: "transfer", label: "İli değiştir", tone: "quiet", icon: ArrowLeftRight },
  { action: "void", path: "void", label: "Hatalı kayıt say", tone: "quiet", icon: FileX2 },
  { action: "cancel", path: "cancel", label: "İptal et", tone: "danger", icon: Ban },
];

/** What this person may do with this record now, as the server says. */
export function PermitActions({ record }: { record: PermitRecord }) {
  const allowed = deeds.filter(({ action }) => record.allowedActions.includes(action));
  const may = useMay();
  return (
    <>
      {may("personal_data_access:read") ? (
        <ButtonLink href={`/audit/person?permit=${record.id}`} icon={<ScanEye size={16} strokeWidth={1.75} aria-hidden={true} />}>
          Bu kişiyi kim gördü
        </ButtonLink>
      ) : null}
      {allowed.map(({ path, label, tone, icon: Icon }) => (
        <ButtonLink
          key={path}
          href={`/permits/${record.id}/${path}`}
          tone={tone}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden={true} />}
        >
          {label}
        </ButtonLink>
      ))}
    </>
  );
}
