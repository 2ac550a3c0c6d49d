"use client";
import { ClipboardCheck, PackageOpen, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { actTitles } from "@/components/cards/ledger/forms/act-words.ts";
import { ledgerHrefs } from "@/components/cards/ledger/ledger-hrefs.ts";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu.tsx";
import type { SeriesAction, SeriesRecord } from "@/lib/cards/ledger-contract.ts";

const alone = ["spoil", "sample"] as const satisfies readonly SeriesAction[];
const byTwo = ["allot", "give_back", "destroy", "lose"] as const satisfies readonly SeriesAction[];

/** What this person may do with the series now, as the server says: alone, or proposed to a second person. */
export function StockActMenu({ record: { code, allowedActions } }: { record: SeriesRecord }) {
  const router = useRouter();
  const open = (act: SeriesAction) => allowedActions.includes(act);
  const single = alone.filter(open);
  const paired = byTwo.filter(open);
  const item = (act: (typeof alone | typeof byTwo)[number]) => (
    <MenuItem key={act} onSelect={() => router.push(ledgerHrefs.act(act, { series: code }))}>
      {actTitles[act]}
    </MenuItem>
  );
  return (
    <>
      {open("dispatch") ? (
        <ButtonLink
          href={ledgerHrefs.newShipment}
          icon={<PackageOpen size={16} strokeWidth={1.75} aria-hidden="true" className="max-sm:hidden" />}
        >
          Gönderi yaz
        </ButtonLink>
      ) : null}
      {open("count") ? (
        <ButtonLink
          href={ledgerHrefs.counts}
          icon={<ClipboardCheck size={16} strokeWidth={1.75} aria-hidden="true" className="max-sm:hidden" />}
        >
          Sayım başlat
        </ButtonLink>
      ) : null}
      {single.length + paired.length > 0 ? (
        <Menu
          label="Hareketler"
          trigger={
            <Button tone="primary" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}>
              Hareket yaz
            </Button>
          }
        >
          {single.map(item)}
          {single.length > 0 && paired.length > 0 ? <MenuLine /> : null}
          {paired.length > 0 ? <p className="cap px-2 pt-1 pb-1">İkinci kişinin onayıyla</p> : null}
          {paired.map(item)}
        </Menu>
      ) : null}
    </>
  );
}
