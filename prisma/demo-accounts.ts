import type { Role } from "../lib/access/policy.ts";

export type DemoAccount = {
  username: string;
  name: string;
  title: string;
  role: Role;
  roleLabel: string;
  provinceId: number | null;
  totpSecret: string | null;
};

const AKSARAY = 68;

/** One password for all: these accounts exist in the demo alone, which never leaves the loopback address. */
export const demoPassword = "demo-parola-68";

/**
 * One account a role, two where a second person is needed. Invented people. The second factors are fixed, so that the
 * sign-in page can show the code that is valid now.
 */
export const demoAccounts: DemoAccount[] = [
  {
    username: "memur@aksaray.test",
    name: "Elif Yıldız",
    title: "Memur",
    role: "provincial_officer",
    roleLabel: "Memur",
    provinceId: AKSARAY,
    totpSecret: null,
  },
  {
    username: "sef@aksaray.test",
    name: "Hasan Çetin",
    title: "Şef",
    role: "provincial_chief",
    roleLabel: "Şef",
    provinceId: AKSARAY,
    totpSecret: null,
  },
  {
    username: "mudur@aksaray.test",
    name: "Ayşe Güler",
    title: "İl Müdürü",
    role: "provincial_director",
    roleLabel: "İl Müdürü",
    provinceId: AKSARAY,
    totpSecret: "ROFFOYWC3P7PJK6QP7G4AEPQELODIKVQ",
  },
  {
    username: "uzman@bakanlik.test",
    name: "Mehmet Özkan",
    title: "Çalışma Uzmanı",
    role: "ministry_officer",
    roleLabel: "İzin uzmanı",
    provinceId: null,
    totpSecret: "CLYRSFDKRTBE2V7TL5TG76LLCXLPU2SM",
  },
  {
    username: "genelmudur@bakanlik.test",
    name: "Zeynep Şahin",
    title: "Genel Müdür",
    role: "ministry_signatory",
    roleLabel: "Merkez imza yetkilisi",
    provinceId: null,
    totpSecret: "W6WCSWV4PUCAG4NWWQT322ATMXHHJNZV",
  },
  {
    username: "stok1@bakanlik.test",
    name: "İbrahim Koç",
    title: "Kart Stok Sorumlusu",
    role: "stock_custodian",
    roleLabel: "Kart stok sorumlusu",
    provinceId: null,
    totpSecret: "EVMRJUJ5SEQCAN7RHOYWE3XYMMHJLOUV",
  },
  {
    username: "stok2@bakanlik.test",
    name: "Gülşen Ünal",
    title: "Kart Stok Sorumlusu",
    role: "stock_custodian",
    roleLabel: "Kart stok sorumlusu (ikinci kişi)",
    provinceId: null,
    totpSecret: "WRNK57QXL4VLHOF4ZDDKFJSVJDDYF3H6",
  },
  {
    username: "analist@bakanlik.test",
    name: "Ömer Işık",
    title: "Analist",
    role: "ministry_analyst",
    roleLabel: "Analist",
    provinceId: null,
    totpSecret: "ALETMKC727VFLAPB2X34YPDHPANKHOK6",
  },
  {
    username: "denetci@bakanlik.test",
    name: "Nurcan Aydın",
    title: "Denetçi",
    role: "auditor",
    roleLabel: "Denetçi",
    provinceId: null,
    totpSecret: "7D6NQLHFRGE2RJHBFDAQAM2XQPJHFLR3",
  },
  {
    username: "sistem1@bakanlik.test",
    name: "Çağrı Demir",
    title: "Sistem Yöneticisi",
    role: "system_admin",
    roleLabel: "Sistem yöneticisi",
    provinceId: null,
    totpSecret: "UTJF55O3GDKCC6RODZ6AQSKOZZICCXS5",
  },
  {
    username: "sistem2@bakanlik.test",
    name: "Selin Arslan",
    title: "Sistem Yöneticisi",
    role: "system_admin",
    roleLabel: "Sistem yöneticisi (ikinci kişi)",
    provinceId: null,
    totpSecret: "3FNPYMVDHZDBBCT7TEGGELA5UGW3JLYB",
  },
];
