"use client";
import { CalendarClock, FileInput, Plus, Snowflake, Table2 } from "lucide-react";
import type { ReactNode } from "react";
import { navFor } from "@/app/(console)/navigation.ts";
import { useCardAnswer } from "@/components/cards/search/card-answer.tsx";
import { usePermitAnswer } from "@/components/permits/search/permit-answer.tsx";
import type { PaletteAnswer, PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { PaletteProvider } from "@/components/shell/palette/palette-provider.tsx";
import type { Permission } from "@/lib/access/policy.ts";

type Deed = Omit<PaletteItem, "group" | "icon"> & { icon: typeof Plus; permission: Permission };

/** Each stands as a button on a page, too. */
const deeds: readonly Deed[] = [
  { id: "register-permit", text: "İzin kaydı ekle", icon: Plus, href: "/permits/new", permission: "permit:register" },
  { id: "import-permits", text: "İzinleri dosyadan içe aktar", icon: FileInput, href: "/permits/import", permission: "permit:import" },
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
  { id: "register-letter", text: "Gelen yazı kaydet", icon: Plus, href: "/incoming/new", permission: "incoming_letter:register" },
];

/** Permits, employers and cards; each word searches by itself. */
function useAnswer(typed: string): PaletteAnswer {
  const permits = usePermitAnswer(typed);
  const cards = useCardAnswer(typed);
  return {
    items: [...permits.items, ...cards.items],
    isLoading: permits.isLoading || cards.isLoading,
    hasFailed: permits.hasFailed || cards.hasFailed,
  };
}

/** The palette with this person's pages and deeds. */
export function ConsolePalette({ permissions, children }: { permissions: readonly Permission[]; children: ReactNode }) {
  const pages = navFor(permissions).groups.flatMap(({ items }) => items);
  const items: PaletteItem[] = [
    ...pages.map(({ id, label, href, icon: Icon }) => ({ id, group: "Sayfalar", text: label, href, icon: <Icon {...drawn} /> })),
    ...deeds
      .filter(({ permission }) => permissions.includes(permission))
      .map(({ icon: Icon, permission: _permission, ...deed }) => ({ ...deed, group: "Yapılacaklar", icon: <Icon {...drawn} /> })),
  ];
  return (
    <PaletteProvider
      items={items}
      useAnswer={useAnswer}
      placeholder={permissions.includes("permit:read") ? "Ad, izin, kart ya da seri no, kimlik, işveren, sayfa" : "Sayfa ya da komut"}
    >
      {children}
    </PaletteProvider>
  );
}

const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": "true" } as const;
