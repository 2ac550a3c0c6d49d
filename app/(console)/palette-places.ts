import {
  BookOpen,
  Building2,
  CalendarClock,
  FileInput,
  FolderSearch,
  Map as MapIcon,
  PackageCheck,
  Plus,
  Scale,
  ScanEye,
  Snowflake,
  Table2,
  TriangleAlert,
  Truck,
  UserRound,
} from "lucide-react";
import { navFor } from "@/app/(console)/navigation.ts";
import type { NavItem } from "@/components/shell/shell-user.ts";
import type { Permission } from "@/lib/access/policy.ts";

/** A page or a deed as the palette lists it; each stands as a link or a button on a page, too. */
export type PalettePlace = { id: string; group: "Sayfalar" | "Yapılacaklar"; text: string; icon: NavItem["icon"]; href: string };

type Guarded = Omit<PalettePlace, "group"> & { permission?: Permission };

/** Pages that the navigation leaves to the page above them. */
const pages: readonly Guarded[] = [
  { id: "reach", text: "Erişim haritası", icon: MapIcon, href: "/institutions/reach", permission: "circular:read" },
  { id: "statistics-table", text: "İstatistik tablosu kur", icon: Table2, href: "/statistics/table", permission: "statistics:read" },
  { id: "statistics-yearbook", text: "Yıllık tablolar", icon: Table2, href: "/statistics/yearbook", permission: "statistics:read" },
  { id: "statistics-figures", text: "Dondurulan rakamlar", icon: Snowflake, href: "/statistics/figures", permission: "statistics:read" },
  { id: "card-exceptions", text: "Kart istisnaları", icon: TriangleAlert, href: "/cards/exceptions", permission: "card:read" },
  { id: "counter-guide", text: "Banko kılavuzu", icon: BookOpen, href: "/cards/designs/guide", permission: "card:read" },
  { id: "packing", text: "Paketleme", icon: PackageCheck, href: "/cards/production/packing", permission: "production:manage" },
  { id: "ledger-movements", text: "Değerli kâğıt hareketleri", icon: Table2, href: "/valued-paper/movements", permission: "ledger:read" },
  { id: "ledger-serials", text: "Hangi numara nerede", icon: FolderSearch, href: "/valued-paper/serials", permission: "ledger:read" },
  { id: "ledger-receipts", text: "Değerli kâğıt teslim alma", icon: Truck, href: "/valued-paper/receipts", permission: "ledger:read" },
  { id: "ledger-counts", text: "Değerli kâğıt sayımı", icon: Scale, href: "/valued-paper/counts", permission: "ledger:read" },
  { id: "ledger-cases", text: "Fark ve kayıp dosyaları", icon: TriangleAlert, href: "/valued-paper/cases", permission: "ledger:read" },
  { id: "ledger-balance", text: "Defterin denkliği", icon: Scale, href: "/valued-paper/reconciliation", permission: "ledger:read" },
  { id: "units", text: "Birimler", icon: Building2, href: "/access/units", permission: "user:read" },
  { id: "person-access", text: "Bu kişiyi kim gördü", icon: ScanEye, href: "/audit/person", permission: "personal_data_access:read" },
  { id: "account", text: "Hesabım, parola ve doğrulama kodu", icon: UserRound, href: "/access/account" },
];

const deeds: readonly Guarded[] = [
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
  {
    id: "returned-addresses",
    text: "Adresi geri dönen kurumlar",
    icon: TriangleAlert,
    href: "/institutions?address=returned",
    permission: "institution:read",
  },
  { id: "create-user", text: "Yeni kullanıcı öner", icon: Plus, href: "/access/users/new", permission: "user:create" },
  { id: "register-unit", text: "Yeni birim ekle", icon: Plus, href: "/access/units/new", permission: "unit:register" },
  { id: "register-letter", text: "Gelen yazı kaydet", icon: Plus, href: "/incoming/new", permission: "incoming_letter:register" },
  { id: "register-template", text: "Yazı şablonu ekle", icon: Plus, href: "/circulars/templates/new", permission: "template:amend" },
  { id: "announce-shipment", text: "Darphane gönderisi yaz", icon: Plus, href: "/valued-paper/receipts/new", permission: "ledger:move" },
];

/** The navigation's places, the pages below them and the deeds that a person with these permissions may reach. */
export function palettePlaces(permissions: readonly Permission[]): PalettePlace[] {
  const open = ({ permission }: Guarded) => permission === undefined || permissions.includes(permission);
  const placed = (group: PalettePlace["group"]) => (place: Guarded) => {
    const { id, text, icon, href } = place;
    return { id, group, text, icon, href };
  };
  const listed = navFor(permissions).groups.flatMap(({ items }) => items);
  return [
    ...listed.map(({ id, label, href, icon }) => ({ id, group: "Sayfalar" as const, text: label, icon, href })),
    ...pages.filter(open).map(placed("Sayfalar")),
    ...deeds.filter(open).map(placed("Yapılacaklar")),
  ];
}
