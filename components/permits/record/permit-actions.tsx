"use client";
import { ArrowLeftRight, Ban, CalendarPlus, Ellipsis, FileX2, Pencil, ScanEye } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ComponentType } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { ButtonLink, type ButtonTone, IconButton } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { PermitAction, PermitRecord } from "@/lib/permits/contract.ts";

type Icon = ComponentType<{ size: number; strokeWidth: number; "aria-hidden": true; className?: string }>;
type Deed = { action: PermitAction; path: string; label: string; icon: Icon };

const daily: readonly (Deed & { tone: ButtonTone })[] = [
  { action: "amend", path: "amend", label: "Değişiklik yaz", tone: "plain", icon: Pencil },
  { action: "extend", path: "extend", label: "Uzat", tone: "plain", icon: CalendarPlus },
  { action: "cancel", path: "cancel", label: "İptal et", tone: "danger", icon: Ban },
];

const rare: readonly Deed[] = [
  { action: "transfer", path: "transfer", label: "İli değiştir", icon: ArrowLeftRight },
  { action: "void", path: "void", label: "Hatalı kayıt say", icon: FileX2 },
];

/** What this person may do with this record now, as the server says; what is done once a year waits in a menu. Four fit in a phone's row without their pictures. */
export function PermitActions({ record }: { record: PermitRecord }) {
  const may = useMay();
  return (
    <>
      {may("personal_data_access:read") ? (
        <ButtonLink href={`/audit/person?permit=${record.id}`} icon={<ScanEye size={16} strokeWidth={1.75} aria-hidden={true} />}>
          Bu kişiyi kim gördü
        </ButtonLink>
      ) : null}
      {allowedOf(daily, record).map(({ path, label, tone, icon: Icon }) => (
        <ButtonLink
          key={path}
          href={`/permits/${record.id}/${path}`}
          tone={tone}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden={true} className="max-sm:hidden" />}
        >
          {label}
        </ButtonLink>
      ))}
      <RareDeeds record={record} />
    </>
  );
}

function RareDeeds({ record }: { record: PermitRecord }) {
  const router = useRouter();
  const allowed = allowedOf(rare, record);
  if (allowed.length === 0) return null;
  return (
    <Menu
      label="Kaydın diğer işlemleri"
      trigger={
        <IconButton label="Diğer işlemler" className="border border-line-strong bg-surface">
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      }
    >
      {allowed.map(({ path, label, icon: Icon }) => (
        <MenuItem
          key={path}
          icon={<Icon size={14} strokeWidth={1.75} aria-hidden={true} />}
          onSelect={() => router.push(`/permits/${record.id}/${path}`)}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}

const allowedOf = <Kind extends Deed>(deeds: readonly Kind[], { allowedActions }: PermitRecord): readonly Kind[] =>
  deeds.filter(({ action }) => allowedActions.includes(action));
