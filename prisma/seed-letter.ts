import type { BodyBlock, LetterAttachment, LetterContact } from "../lib/circulars/letter.ts";

export type SeedRecipientKind =
  | "university"
  | "district_governorship"
  | "law_enforcement"
  | "provincial_directorate"
  | "foundation"
  | "professional_chamber"
  | "breeders_union";

/** The letter of the demo: a provincial directorate tells 24 institutions of the new card design. No person is named. */
export const seedLetter: {
  heading: string[];
  subject: string;
  references: string[];
  body: BodyBlock[];
  closing: string;
  attachments: LetterAttachment[];
  recipients: { name: string; kind: SeedRecipientKind }[];
  contact: LetterContact;
} = {
  heading: ["T.C.", "AKSARAY VALİLİĞİ", "Çalışma ve İş Kurumu İl Müdürlüğü"],
  subject: "Çalışma İzni Belgelerinin Yeni Tasarımı",
  references: ["Aksaray Valiliğinin 11.03.2026 tarihli ve 9209 sayılı yazısı."],
  body: [
    {
      kind: "paragraph",
      text: "Yabancılara verilecek çalışma izinlerine ilişkin iş ve işlemleri düzenleyen 6735 sayılı Uluslararası İşgücü Kanunu 13/8/2016 tarih ve 29800 sayılı Resmî Gazete'de yayımlanarak yürürlüğe girmiş olup ülkemizde çalışmak isteyen yabancıların çalışma izni talepleri anılan Kanun ve ilgili diğer mevzuat hükümleri çerçevesinde Bakanlığımızca değerlendirilmekte ve uygun bulunanlara çalışma izni veya çalışma izni muafiyeti belgesi düzenlenmektedir.",
    },
    {
      kind: "paragraph",
      text: "6735 sayılı Uluslararası İşgücü Kanunu'nun 24'üncü maddesinin ikinci fıkrası uyarınca çalışma izni ve çalışma izni muafiyeti belgelerinin şekli ve içeriğinin belirlenmesi ile bu belgelerin basım ve dağıtım işlemleri Bakanlığımızın yetki ve sorumluluğundadır. Bu kapsamda, Genel Müdürlüğümüzce çalışma izni belgelerinin güvenlik seviyesi ile sahteciliğe karşı koruma seviyesinin artırılması ve yüksek güvenlikli belgelerde kullanılan güncel güvenlik teknolojilerinin benzerlerinin çalışma izni belgelerinde de uygulanmasına yönelik yürütülen çalışmalar tamamlanmıştır.",
    },
    {
      kind: "paragraph",
      text: 'Çalışmalar neticesinde; çalışma izni belgeleri gerekli güvenlik unsurları ile donatılmış ve değerli kâğıt niteliğini haiz olacak şekilde Darphane ve Damga Matbaası Genel Müdürlüğü tarafından üretilmiştir. Bahse konu izin belgelerinin yapılan Protokol çerçevesinde Nüfus ve Vatandaşlık İşleri Genel Müdürlüğü tarafından kişiselleştirilmesi ve PTT tarafından dağıtımı sürecine Mart 2026 itibarıyla başlanmıştır. Mevcut uygulamada olduğu gibi, çalışma izni kartlarının doğrulama işlemleri kart üzerinde yer alan karekod vasıtasıyla veya https://izinsorgula.csgb.gov.tr internet adresinde bulunan "Yabancıların Çalışma İzni, Çalışma İzni Muafiyeti ve Turkuaz Kart Bilgisi Sorgulama Sistemi" üzerinden yapılabilecektir. Diğer taraftan, daha önce düzenlenmiş olup geçerlilik süresi dolmamış çalışma izni belgeleri bu süre zarfında kullanılmaya devam edecektir.',
    },
    {
      kind: "paragraph",
      text: "Çalışma izni belgelerinin çalışma hakkının yanı sıra ikamet ve vize muafiyeti hakkı sağlaması sebebiyle ilgilisi tarafından muhtelif hizmetlerden faydalanmak üzere farklı kamu kurumlarına ibraz edilebildiği dikkate alındığında yeni tasarım çalışma izni belgelerinin ilgililere duyurulması ve gerekli yönlendirmelerin yapılmasına yönelik ilgili birimlerinize bildirilmesi önem arz etmektedir.",
    },
  ],
  closing: "Gereğini arz ederim.",
  attachments: [{ title: "Çalışma İzni Belgelerinin Yeni Tasarımı", note: null }],
  recipients: [
    { name: "Aksaray Üniversitesi Rektörlüğü", kind: "university" },
    { name: "Ağaçören Kaymakamlığı", kind: "district_governorship" },
    { name: "Eskil Kaymakamlığı", kind: "district_governorship" },
    { name: "Gülağaç Kaymakamlığı", kind: "district_governorship" },
    { name: "Güzelyurt Kaymakamlığı", kind: "district_governorship" },
    { name: "Ortaköy Kaymakamlığı", kind: "district_governorship" },
    { name: "Sarıyahşi Kaymakamlığı", kind: "district_governorship" },
    { name: "Sultanhanı Kaymakamlığı", kind: "district_governorship" },
    { name: "Aksaray İl Emniyet Müdürlüğü", kind: "law_enforcement" },
    { name: "Aksaray İl Jandarma Komutanlığı", kind: "law_enforcement" },
    { name: "Aksaray İl Müftülüğü", kind: "provincial_directorate" },
    { name: "Aksaray Aile ve Sosyal Hizmetler İl Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray Sosyal Yardımlaşma ve Dayanışma Vakfı Müdürlüğü", kind: "foundation" },
    { name: "Aksaray Sosyal Güvenlik İl Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray Gençlik ve Spor İl Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray İl Millî Eğitim Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray İl Sağlık Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray İl Tarım ve Orman Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray İl Göç İdaresi Müdürlüğü", kind: "provincial_directorate" },
    { name: "Aksaray Ticaret Borsası Başkanlığı", kind: "professional_chamber" },
    { name: "Aksaray Ticaret ve Sanayi Odası Başkanlığı", kind: "professional_chamber" },
    { name: "Aksaray Ziraat Odası Başkanlığı", kind: "professional_chamber" },
    { name: "Aksaray İli Damızlık Koyun Keçi Yetiştirme Birliği", kind: "breeders_union" },
    { name: "Aksaray Damızlık Sığır Yetiştiricileri Birliği", kind: "breeders_union" },
  ],
  contact: {
    address: "Hassas Mah. 6601 Sk. No:5 Merkez AKSARAY",
    phone: "0382 000 00 00",
    fax: "0382 000 00 00",
    email: "aksaray@iskur.test",
    website: "www.iskur.gov.tr",
    kep: "aksarayiskur@hs01.kep.tr",
    person: { name: "Ad SOYAD", title: "Şef", phone: "0382 000 00 00" },
  },
};
