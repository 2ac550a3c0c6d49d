"use client";
import { lazy, type ReactNode, useEffect } from "react";
import { palettePlaces } from "@/app/(console)/palette-places.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { PaletteProvider } from "@/components/shell/palette/palette-provider.tsx";
import type { Permission } from "@/lib/access/policy.ts";

/** The search brings the records' own words with it; no page waits for them, and they are there when they are wanted. */
const loadDialog = async () => ({ default: (await import("@/app/(console)/console-palette-dialog.tsx")).ConsolePaletteDialog });
const Dialog = lazy(loadDialog);

/** The palette with this person's pages and deeds. */
export function ConsolePalette({ permissions, children }: { permissions: readonly Permission[]; children: ReactNode }) {
  useEffect(() => {
    const wait = setTimeout(() => void loadDialog(), 2_000);
    return () => clearTimeout(wait);
  }, []);
  const items: PaletteItem[] = palettePlaces(permissions).map(({ icon: Icon, ...place }) => ({ ...place, icon: <Icon {...drawn} /> }));
  return (
    <PaletteProvider items={items} dialog={Dialog} placeholder={placeholderFor(permissions)}>
      {children}
    </PaletteProvider>
  );
}

function placeholderFor(permissions: readonly Permission[]): string {
  if (permissions.includes("permit:read")) return "Ad, izin, kart ya da seri no, yazı, kurum, işveren, sayfa";
  if (permissions.includes("user:read")) return "Kullanıcı, sayfa ya da komut";
  return permissions.includes("ledger:read") ? "Seri no, sayfa ya da komut" : "Sayfa ya da komut";
}

const drawn = { size: 16, strokeWidth: 1.75, "aria-hidden": "true" } as const;
