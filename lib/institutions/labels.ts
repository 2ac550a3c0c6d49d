import type { AddressState, ConfirmationWay } from "./address-freshness.ts";
import type { ChannelKind, InstitutionKind, RecipientRole, Relation } from "./contract.ts";

export const kindLabels: Record<InstitutionKind, string> = {
  governorship: "Valilik",
  district_governorship: "Kaymakamlık",
  university: "Üniversite",
  law_enforcement: "Kolluk",
  provincial_directorate: "İl müdürlüğü",
  foundation: "Vakıf",
  professional_body: "Oda, borsa",
  union: "Birlik",
  municipality: "Belediye",
  other: "Diğer",
};

export const relationLabels: Record<Relation, string> = {
  superior: "Üst makam",
  peer: "Aynı düzey",
  subordinate: "Alt makam",
  private_body: "Tüzel kişi (kamu niteliği olmayan)",
};

/** What the relation decides in a letter (Yönetmelik m.16/12). */
export const relationEffects: Record<Relation, string> = {
  superior: "Yazı “arz ederim” ile biter.",
  peer: "Yazı “arz ederim” ile biter.",
  subordinate: "Yazı “rica ederim” ile biter.",
  private_body: "Yazı “rica ederim” ile biter.",
};

export const channelLabels: Record<ChannelKind, string> = { kep: "KEP", email: "E-posta", hand: "Elden", post: "Posta" };

export const addressStateLabels: Record<AddressState, string> = {
  fresh: "Taze",
  ageing: "Eskiyor",
  untried: "Hiç denenmedi",
  returned: "Geri döndü",
};

export const confirmationWayLabels: Record<ConfirmationWay, string> = {
  phone: "Telefonla",
  letter: "Resmî yazıyla",
  own_message: "Kurumun kendi iletisiyle",
};

export const roleLabels: Record<RecipientRole, string> = { action: "Gereği", information: "Bilgi" };

export const institutionFieldLabels = {
  name: "Ad",
  kind: "Tür",
  district: "İlçe",
  parentId: "Bağlı olduğu kurum",
  relation: "Hiyerarşi",
  detsisNumber: "DETSİS no",
  dative: "Dağıtımda yazılışı",
  genitive: "İlgide yazılışı",
  phone: "Telefon",
  channels: "Kanallar",
} as const;

export const listFieldLabels = { name: "Listenin adı", members: "Kurumlar" } as const;
