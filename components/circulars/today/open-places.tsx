"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Panel } from "@/components/ui/panel.tsx";
import type { Permission } from "@/lib/access/policy.ts";

type Place = { href: string; name: string; sentence: string; permission?: Permission };

const places: readonly Place[] = [
  {
    href: "/statistics/overview",
    name: "Bakanlık özeti",
    sentence: "Bu ay, kart geçişi, takılan işler ve illerin gönderdikleri.",
    permission: "ministry_home:read",
  },
  {
    href: "/statistics",
    name: "İstatistik",
    sentence: "Verilen izinler, başvurular ve kartlar; her kırılımla, tanımıyla.",
    permission: "statistics:read",
  },
  { href: "/permits", name: "İzin kayıtları", sentence: "Çalışma izinleri; süzülür, aranır, açılır.", permission: "permit:read" },
  { href: "/cards", name: "Kartlar", sentence: "Her kartın geçerliliği, yeri ve yapılacak işi.", permission: "card:read" },
  { href: "/cards/production", name: "Üretim", sentence: "Sıra, partiler, denetim ve PTT’ye teslim.", permission: "production:read" },
  {
    href: "/valued-paper",
    name: "Değerli kâğıt",
    sentence: "Boş kartların defteri: nerede, kaç tane, kimin elinde.",
    permission: "ledger:read",
  },
  {
    href: "/transition",
    name: "Tasarım geçişi",
    sentence: "Kaç eski kart kaldı, nerede ve ne zaman biter.",
    permission: "transition:read",
  },
  {
    href: "/incoming",
    name: "Gelen yazılar",
    sentence: "Kayda alınan yazılar ve onlarla ne yapıldığı.",
    permission: "incoming_letter:read",
  },
  {
    href: "/circulars",
    name: "Dağıtımlı yazılar",
    sentence: "Yazıların durumu, kime ulaştığı ve delilleri.",
    permission: "circular:read",
  },
  { href: "/institutions", name: "Kurumlar", sentence: "Kurum dizini ve yazıların gittiği adresler.", permission: "institution:read" },
  { href: "/audit", name: "Denetim kaydı", sentence: "Kim, ne zaman, neyi yaptı; zincirin denetimi.", permission: "audit:read" },
  { href: "/verify", name: "Doğrulama", sentence: "Bir yazının kodla ya da karekodla doğrulanması; herkese açıktır." },
];

/** Any of these brings work to its holder's home page. */
const working: readonly Permission[] = [
  "incoming_letter:register",
  "circular:draft",
  "circular:initial",
  "circular:sign",
  "circular:dispatch",
  "task:resolve",
];

export const bringsWork = (may: (permission: Permission) => boolean): boolean => working.some(may);

/** For accounts that read and are never waited for: the places they may enter, and nothing they may not. */
export function OpenPlaces({ may, className }: { may: (permission: Permission) => boolean; className?: string }) {
  const open = places.filter(({ permission }) => permission === undefined || may(permission));
  return (
    <Panel title="Bu hesapla açabileceğiniz yerler" flush className={className}>
      <ul className="divide-y divide-line">
        {open.map((place) => (
          <li key={place.href}>
            <Link href={place.href} className="flex items-center gap-3 px-[var(--d-panel)] py-3 hover:bg-hover">
              <span className="min-w-0 flex-1">
                <span className="block text-md font-medium">{place.name}</span>
                <span className="block text-base text-ink-2">{place.sentence}</span>
              </span>
              <ChevronRight size={16} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
