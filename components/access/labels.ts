import type { Actor, Role } from "@/lib/access/policy.ts";

export const roleLabels: Record<Actor["role"], string> = {
  provincial_officer: "Memur",
  provincial_chief: "Şef",
  provincial_director: "İl Müdürü",
  ministry_officer: "İzin uzmanı",
  ministry_signatory: "Merkez imza yetkilisi",
  stock_custodian: "Kart stok sorumlusu",
  ministry_analyst: "Analist",
  auditor: "Denetçi",
  system_admin: "Sistem yöneticisi",
  system: "Sistem",
  link_holder: "Bağlantı sahibi",
  visitor: "Ziyaretçi",
};

/** What somebody in this role comes here for. */
export const roleDuties: Record<Role, string> = {
  provincial_officer: "Yazı hazırlar, kurumları takip eder",
  provincial_chief: "Paraflar ya da iade eder",
  provincial_director: "İmzalar, dağıtıma çıkmasını sağlar",
  ministry_officer: "İl yazılarını ve kurumları izler",
  ministry_signatory: "Merkezden giden yazıları imzalar",
  stock_custodian: "Değerli kâğıt defterini tutar",
  ministry_analyst: "Yalnız toplu sayıları görür",
  auditor: "Denetim kaydını okur",
  system_admin: "Kullanıcıları ve ayarları yönetir",
};
