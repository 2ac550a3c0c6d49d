"use client";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Breadcrumbs, type Crumb } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { TabLinks } from "@/components/ui/tabs.tsx";

const places = [
  { href: ledgerHrefs.home, label: "Defter", also: "/valued-paper/series" },
  { href: "/valued-paper/movements", label: "Hareketler" },
  { href: "/valued-paper/serials", label: "Hangi numara nerede" },
  { href: ledgerHrefs.shipments, label: "Teslim alma" },
  { href: ledgerHrefs.counts, label: "Sayım" },
  { href: ledgerHrefs.cases, label: "Fark ve kayıp dosyaları" },
  { href: ledgerHrefs.reconciliation, label: "Denklik" },
];

type LedgerFrameProps = { crumbs: readonly Crumb[]; children: ReactNode };

/** What all pages of the ledger share: the way back to it, and its parts side by side. */
export function LedgerFrame({ crumbs, children }: LedgerFrameProps) {
  const path = usePathname();
  return (
    <DensityScope fallback="compact" className="flex min-w-0 flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Değerli kâğıt", href: ledgerHrefs.home }, ...crumbs]} />
      <div data-chrome="">
        <TabLinks
          label="Değerli kâğıt defterinin bölümleri"
          className="bg-surface px-4 lg:px-5"
          tabs={places.map(({ href, label, also }) => ({
            href,
            label,
            current:
              path === href || (href !== ledgerHrefs.home && path.startsWith(`${href}/`)) || (also !== undefined && path.startsWith(also)),
          }))}
        />
      </div>
      {children}
    </DensityScope>
  );
}
