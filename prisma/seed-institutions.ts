// The demo's directory: the 24 institutions of the seed letter in its order, and the governorship that wrote to us.
// Numbers from 99000001 and addresses under `.test` belong to nobody (domain.md, "Facts the design rests on").
import type { InstitutionKind, Relation } from "../lib/institutions/contract.ts";

export type SeedInstitution = {
  name: string;
  kind: InstitutionKind;
  /** Towards a provincial directorate; bodies that are not public by nature get "rica" (letter.md A.3, K 13.1). */
  relation: Relation;
  district: string;
  detsisNumber: string;
  kepAddress: string;
  /** Second in the order: chambers and unions read their e-mail, too. */
  email: string | null;
  phone: string;
};

type Source = [name: string, kind: InstitutionKind, relation: Relation, kepName: string, district?: string];

const inListOrder: Source[] = [
  ["Aksaray Üniversitesi Rektörlüğü", "university", "peer", "aksarayuniversitesi"],
  ["Ağaçören Kaymakamlığı", "district_governorship", "peer", "agacorenkaymakamligi", "Ağaçören"],
  ["Eskil Kaymakamlığı", "district_governorship", "peer", "eskilkaymakamligi", "Eskil"],
  ["Gülağaç Kaymakamlığı", "district_governorship", "peer", "gulagackaymakamligi", "Gülağaç"],
  ["Güzelyurt Kaymakamlığı", "district_governorship", "peer", "guzelyurtkaymakamligi", "Güzelyurt"],
  ["Ortaköy Kaymakamlığı", "district_governorship", "peer", "ortakoykaymakamligi", "Ortaköy"],
  ["Sarıyahşi Kaymakamlığı", "district_governorship", "peer", "sariyahsikaymakamligi", "Sarıyahşi"],
  ["Sultanhanı Kaymakamlığı", "district_governorship", "peer", "sultanhanikaymakamligi", "Sultanhanı"],
  ["Aksaray İl Emniyet Müdürlüğü", "law_enforcement", "peer", "aksarayemniyet"],
  ["Aksaray İl Jandarma Komutanlığı", "law_enforcement", "peer", "aksarayjandarma"],
  ["Aksaray İl Müftülüğü", "provincial_directorate", "peer", "aksaraymuftulugu"],
  ["Aksaray Aile ve Sosyal Hizmetler İl Müdürlüğü", "provincial_directorate", "peer", "aksarayaile"],
  ["Aksaray Sosyal Yardımlaşma ve Dayanışma Vakfı Müdürlüğü", "foundation", "private_body", "aksaraysydv"],
  ["Aksaray Sosyal Güvenlik İl Müdürlüğü", "provincial_directorate", "peer", "aksaraysgk"],
  ["Aksaray Gençlik ve Spor İl Müdürlüğü", "provincial_directorate", "peer", "aksaraygenclikspor"],
  ["Aksaray İl Millî Eğitim Müdürlüğü", "provincial_directorate", "peer", "aksaraymem"],
  ["Aksaray İl Sağlık Müdürlüğü", "provincial_directorate", "peer", "aksaraysaglik"],
  ["Aksaray İl Tarım ve Orman Müdürlüğü", "provincial_directorate", "peer", "aksaraytarim"],
  ["Aksaray İl Göç İdaresi Müdürlüğü", "provincial_directorate", "peer", "aksaraygoc"],
  ["Aksaray Ticaret Borsası Başkanlığı", "professional_body", "private_body", "aksarayticaretborsasi"],
  ["Aksaray Ticaret ve Sanayi Odası Başkanlığı", "professional_body", "private_body", "aksaraytso"],
  ["Aksaray Ziraat Odası Başkanlığı", "professional_body", "private_body", "aksarayziraatodasi"],
  ["Aksaray İli Damızlık Koyun Keçi Yetiştirme Birliği", "union", "private_body", "aksaraykoyunkeci"],
  ["Aksaray Damızlık Sığır Yetiştiricileri Birliği", "union", "private_body", "aksaraysigirbirligi"],
];

/** In the order of the letter's Dağıtım. */
export const seedInstitutions: SeedInstitution[] = inListOrder.map((source, index) => seedInstitution(source, index + 1));

/** Wrote the letter no. 9209 of 11.03.2026; on no list. */
export const seedGovernorship: SeedInstitution = seedInstitution(["Aksaray Valiliği", "governorship", "superior", "aksarayvaliligi"], 25);

export const seedListName = "Aksaray dağıtım listesi";

function seedInstitution([name, kind, relation, kepName, district = "Merkez"]: Source, number: number): SeedInstitution {
  return {
    name,
    kind,
    relation,
    district,
    detsisNumber: String(99_000_000 + number),
    kepAddress: `${kepName}@hs0${(number % 3) + 1}.kep.test`,
    email: kind === "professional_body" || kind === "union" ? `bilgi@${kepName}.test` : null,
    phone: `0382 000 00 ${String(number).padStart(2, "0")}`,
  };
}
