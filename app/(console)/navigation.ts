import {
  ArrowRightLeft,
  Building2,
  CalendarClock,
  ChartColumn,
  Columns2,
  Factory,
  FileText,
  IdCard,
  Inbox,
  LayoutDashboard,
  LayoutTemplate,
  ListChecks,
  QrCode,
  ScrollText,
  Send,
  Signature,
  Sun,
  UserRoundCheck,
  UsersRound,
  Vault,
} from "lucide-react";
import type { NavGroup, NavItem } from "@/components/shell/shell-user.ts";
import type { Permission } from "@/lib/access/policy.ts";

type Place = NavItem & { permission?: Permission };

const today: Place = { id: "today", href: "/", label: "Bugün", icon: Sun };
const overview: Place = {
  id: "overview",
  href: "/statistics/overview",
  label: "Bakanlık özeti",
  icon: LayoutDashboard,
  permission: "ministry_home:read",
};
const incoming: Place = { id: "incoming", href: "/incoming", label: "Gelen yazılar", icon: Inbox, permission: "incoming_letter:read" };
const circulars: Place = { id: "circulars", href: "/circulars", label: "Dağıtımlı yazılar", icon: Send, permission: "circular:read" };
const templates: Place = {
  id: "templates",
  href: "/circulars/templates",
  label: "Yazı şablonları",
  icon: LayoutTemplate,
  permission: "circular:read",
};
const permits: Place = { id: "permits", href: "/permits", label: "İzin kayıtları", icon: FileText, permission: "permit:read" };
const expiring: Place = {
  id: "expiring",
  href: "/permits/expiring",
  label: "Süresi dolacaklar",
  icon: CalendarClock,
  permission: "permit:read",
};
const proposals: Place = {
  id: "proposals",
  href: "/access/proposals",
  label: "Onay bekleyenler",
  icon: UserRoundCheck,
  permission: "proposal:read",
};
const cards: Place = { id: "cards", href: "/cards", label: "Kartlar", icon: IdCard, permission: "card:read" };
const production: Place = {
  id: "production",
  href: "/cards/production",
  label: "Üretim",
  icon: Factory,
  permission: "production:read",
};
const valuedPaper: Place = {
  id: "valued-paper",
  href: "/valued-paper",
  label: "Değerli kâğıt",
  icon: Vault,
  permission: "ledger:read",
};
const transition: Place = {
  id: "transition",
  href: "/transition",
  label: "Tasarım geçişi",
  icon: ArrowRightLeft,
  permission: "transition:read",
};
const statistics: Place = { id: "statistics", href: "/statistics", label: "İstatistik", icon: ChartColumn, permission: "statistics:read" };
const designs: Place = { id: "designs", href: "/cards/designs", label: "Eski ve yeni kart", icon: Columns2, permission: "card:read" };
const institutions: Place = {
  id: "institutions",
  href: "/institutions",
  label: "Kurumlar",
  icon: Building2,
  permission: "institution:read",
};
const lists: Place = {
  id: "lists",
  href: "/institutions/lists",
  label: "Dağıtım listeleri",
  icon: ListChecks,
  permission: "institution:read",
};
const audit: Place = { id: "audit", href: "/audit", label: "Denetim kaydı", icon: ScrollText, permission: "audit:read" };
const authorities: Place = {
  id: "authorities",
  href: "/access/authorities",
  label: "İmza yetkileri",
  icon: Signature,
  permission: "signing_authority:read",
};
const users: Place = { id: "users", href: "/access/users", label: "Kullanıcılar", icon: UsersRound, permission: "user:read" };
const verify: Place = { id: "verify", href: "/verify", label: "Doğrulama", icon: QrCode };

const groups: { title?: string; items: Place[] }[] = [
  { items: [today, overview] },
  { title: "İşler", items: [permits, expiring, cards, production, valuedPaper, transition, statistics, proposals, incoming, circulars] },
  { title: "Dizin", items: [institutions, lists, templates, designs, authorities, users, audit, verify] },
];

/** The places this person may enter; a place without a permission is open to all. */
export function navFor(permissions: readonly Permission[]): { groups: NavGroup[]; bottomItems: NavItem[] } {
  const open = (place: Place) => place.permission === undefined || permissions.includes(place.permission);
  return {
    groups: groups.map((group) => ({ ...group, items: group.items.filter(open) })).filter((group) => group.items.length > 0),
    bottomItems: [today, permits, circulars, incoming, statistics, users, audit, verify].filter(open).slice(0, 3),
  };
}
