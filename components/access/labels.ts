import type { Actor, Role } from "@/lib/access/policy.ts";
import { roleNames } from "@/lib/access/role-labels.ts";

export const roleLabels: Record<Actor["role"], string> = {
  ...roleNames,
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
