"use client";
import { CalendarClock, FileInput, Plus, Snowflake, Table2 } from "lucide-react";
import { lazy, type ReactNode, useEffect } from "react";
import { navFor } from "@/app/(console)/navigation.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { PaletteProvider } from "@/components/shell/palette/palette-provider.tsx";
import type { Permission } from "@/lib/access/policy.ts";

type Deed = Omit<PaletteItem, "group" | "icon"> & { icon: typeof Plus; permission: Permission };

/** Each stands as a button on a page, too. */
const deeds: readonly Deed[] = [
  { id: "register-permit", text: "İzin kaydı ekle", icon: Plus, href: "/permits/new", permission: "permit:register" },
  { id: "import-permits", text: "İzinleri dosyadan içe aktar", icon: FileInput, href: "/permits/import", permission: "permit:import" },
  {
    id: "import-institutions",
    text: "Kurumları dosyadan içe aktar",
    icon: FileInput,
    href: "/institutions/import",
    permission: "institution:import",
  },
  {
    id: "import-lists",
    text: "Dağıtım listelerini dosyadan içe aktar",
    icon: FileInput,
    href: "/institutions/lists/import",
    permission: "distribution_list:amend",
  },
  {
    id: "permits-30",
    text: "30 gün içinde dolacak izinler",
    icon: CalendarClock,
    href: "/permits?expiringIn=30&sort=end",
    permission: "permit:read",
  },
  { id: "statistics-table", text: "İstatistik tablosu kur", icon: Table2, href: "/statistics/table", permission: "statistics:read" },
  { id: "statistics-yearbook", text: "Yıllık tablolar", icon: Table2, href: "/statistics/yearbook", permission: "statistics:read" },
  { id: "statistics-figures", text: "Dondurulan rakamlar", icon: Snowflake, href: "/statistics/figures", permission: "statistics:read" },
  { id: "create-user", text: "Yeni kullanıcı öner", icon: Plus, href: "/access/users/new", permission: "user:create" },
  { id: "register-template", text: "Yazı şablonu ekle", icon: Plus, href: "/circulars/templates/new", permission: "template:amend" },
  { id: "register-letter", text: "Gelen yazı kaydet", icon: Plus, href: "/incoming/new", permission: "incoming_letter:register" },
];

/** The search brings the records' own words with it; no page waits for them, and they are there when they are wanted. */
const loadDialog = async () => ({ default: (await import("@/app/(console)/console-palette-dialog.tsx")).ConsolePaletteDialog });
const Dialog = lazy(loadDialog);

/** The palette with this person's pages and deeds. */
export function ConsolePalette({ permissions, children }: { permissions: readonly Permission[]; children: ReactNode }) {
  useEffect(() => {
    const wait = setTimeout(() => void loadDialog(), 2_000);
    return () => clearTimeout(wait);
  }, []);
  const pages = navFor(permissions).groups.flatMap(({ items }) => items);
  const items: PaletteItem[] = [
    ...pages.map(({ id, label, href, icon: Icon }) => ({ id, group: "Sayfalar", text: label, href, icon: <Icon {...drawn} /> })),
    ...deeds
      .filter(({ permission }) => permissions.includes(permission))
      .map(({ icon: Icon, permission: _permission, ...deed }) => ({ ...deed, group: "Yapılacaklar", icon: <Icon {...drawn} /> })),
  ];
  return (
    <PaletteProvider items={items} dialog={Dialog} placeholder={placeholderFor(permissions)}>
      {children}
    </PaletteProvider>
  );
}

function placeholderFor(permissions: readonly Permission[]): string {
  if (permissions.includes("permit:read")) return "Ad, izin, kart ya da seri no, kimlik, işveren, sayfa";
  return permissions.includes("ledger:read") ? "Seri no, sayfa ya da komut" : "Sayfa ya da komut";
}

const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": "true" } as const;
