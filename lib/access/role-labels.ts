import type { Role } from "./policy.ts";

/** A role as people of the office call it. */
export const roleNames: Record<Role, string> = {
  provincial_officer: "Memur",
  provincial_chief: "Şef",
  provincial_director: "İl Müdürü",
  ministry_officer: "İzin uzmanı",
  ministry_signatory: "Merkez imza yetkilisi",
  stock_custodian: "Kart stok sorumlusu",
  ministry_analyst: "Analist",
  auditor: "Denetçi",
  system_admin: "Sistem yöneticisi",
};
