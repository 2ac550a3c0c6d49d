import type { Language } from "@/components/shell/public-language.tsx";

type Replaced = { title: (date: string, number: string) => string; text: string };
type Declared = (name: string, title: string, at: string) => string;

export type AcknowledgementWords = {
  page: string;
  foot: string;
  loading: string;
  testNote: string;
  refused: { title: string; text: string; advice: string; verify: string };
  failed: { title: string; retry: string; request: string };
  forWhom: (recipient: string) => string;
  facts: Record<"subject" | "sender" | "number" | "date" | "role" | "due" | "pages" | "attachments", string>;
  roles: Record<"action" | "information", string>;
  document: string;
  download: string;
  acknowledge: {
    title: string;
    lead: string;
    deed: string;
    confirmTitle: string;
    confirm: string;
    done: string;
    declared: Declared;
  };
  action: {
    title: string;
    lead: (due: string | null) => string;
    note: string;
    noteHint: string;
    deed: string;
    confirmTitle: string;
    confirm: string;
    done: string;
    declared: Declared;
  };
  fields: { name: string; nameHint: string; title: string; titleHint: string; optional: string };
  missing: { name: string; title: string };
  check: { back: string; binding: string; busy: string };
  /** Another letter stands in its place: by date and number, and the way to it where there is one. */
  replaced: Record<"superseded" | "cancelled", Replaced> & { open: string; none: string; declared: string };
  refusedDeed: string;
  nothingMore: string;
};

const tr: AcknowledgementWords = {
  page: "Size gönderilen yazı",
  foot: "Bu bağlantı yalnız yazının muhatabı içindir; başkasına iletmeyin.",
  loading: "Yazı okunuyor",
  testNote: "TEST – bu kurulumdaki yazılar hukuken geçerli elektronik imza taşımaz.",
  refused: {
    title: "Bu bağlantı açılmıyor",
    text: "Bağlantının süresi dolmuş, yerine yenisi verilmiş ya da adres eksik kopyalanmış olabilir.",
    advice: "Size gelen son iletideki bağlantıyı kullanın. Yine açılmazsa yazıyı gönderen birimden yeni bağlantı isteyin.",
    verify: "Elinizdeki yazıyı doğrulama koduyla doğrulayabilirsiniz",
  },
  failed: { title: "Yazı gösterilemedi", retry: "Yeniden dene", request: "İstek no" },
  forWhom: (recipient) => `Muhatap: ${recipient}`,
  facts: {
    subject: "Konu",
    sender: "Gönderen",
    number: "Sayı",
    date: "Tarih",
    role: "Dağıtım",
    due: "Son gün",
    pages: "Sayfa",
    attachments: "Ekler",
  },
  roles: { action: "Gereği için", information: "Bilgi için" },
  document: "Yazı",
  download: "İndir",
  acknowledge: {
    title: "Yazıyı aldığınızı bildirin",
    lead: "Bildiriminiz gönderen birimin kaydına “bağlantı sahibi beyanı” olarak yazılır.",
    deed: "Yazıyı aldık",
    confirmTitle: "Beyanınızı denetleyin",
    confirm: "Yazıyı aldığımızı bildir",
    done: "Bilgi alındı olarak kaydedildi",
    declared: (name, title, at) => `${name}, ${title} · ${at}`,
  },
  action: {
    title: "Gereğini bildirin",
    lead: (due) => (due ? `Yazının gereği ${due} tarihine kadar beklenir.` : "Yazının gereğini yerine getirdiğinizde buradan bildirin."),
    note: "Yapılan iş",
    noteHint: "Örneğin: birimlere duyuruldu, ilan panosuna asıldı.",
    deed: "Gereği yapıldı",
    confirmTitle: "Bildiriminizi denetleyin",
    confirm: "Gereğinin yapıldığını bildir",
    done: "Gereği yapıldı olarak kaydedildi",
    declared: (name, title, at) => `${name}, ${title} · ${at}`,
  },
  fields: {
    name: "Adınız ve soyadınız",
    nameHint: "Kimliğiniz doğrulanmaz; beyanınız olduğu gibi kaydedilir.",
    title: "Unvanınız",
    titleHint: "Örneğin: Yazı İşleri Müdürü",
    optional: "isteğe bağlı",
  },
  missing: { name: "Adınızı ve soyadınızı yazın.", title: "Unvanınızı yazın." },
  check: {
    back: "Değiştir",
    binding: "Beyanınız, yandaki yazının şimdiki içeriğine bağlanır ve geri alınamaz.",
    busy: "Kaydediliyor",
  },
  replaced: {
    superseded: {
      title: (date, number) => `Bu yazının yerine ${date} tarihli ve ${number} sayılı yazı geçmiştir.`,
      text: "Bu yazı artık yürürlükte değildir; bilgi alındı beyanı yeni yazı için verilir.",
    },
    cancelled: {
      title: (date, number) => `Bu yazı ${date} tarihli ve ${number} sayılı yazıyla iptal edilmiştir.`,
      text: "Bu yazı artık yürürlükte değildir; bilgi alındı beyanı iptal yazısı için verilir.",
    },
    open: "Yeni yazıyı aç",
    none: "O yazı kurumunuza gönderilmemiştir. Sorunuz varsa yazıyı gönderen birime başvurun.",
    declared: "Bu yazı için verdiğiniz beyan kayıtta kalır.",
  },
  refusedDeed: "Beyanınız kaydedilmedi.",
  nothingMore: "Sizden başka bir işlem beklenmiyor. Bu sayfaya aynı bağlantıyla yeniden bakabilirsiniz.",
};

const en: AcknowledgementWords = {
  page: "A letter for you",
  foot: "This link is for the recipient of the letter only; do not pass it on.",
  loading: "Reading the letter",
  testNote: "TEST – letters of this installation do not carry a legally valid electronic signature.",
  refused: {
    title: "This link does not open",
    text: "It may have expired, may have been replaced by a new one, or the address was copied incompletely.",
    advice: "Use the link in the latest message you received. If it still does not open, ask the sender for a new one.",
    verify: "You can verify the letter you hold by its verification code",
  },
  failed: { title: "The letter could not be shown", retry: "Try again", request: "Request no." },
  forWhom: (recipient) => `Recipient: ${recipient}`,
  facts: {
    subject: "Subject",
    sender: "Sender",
    number: "Number",
    date: "Date",
    role: "Distribution",
    due: "Due",
    pages: "Pages",
    attachments: "Attachments",
  },
  roles: { action: "For action", information: "For information" },
  document: "The letter",
  download: "Download",
  acknowledge: {
    title: "Confirm that you received the letter",
    lead: "Your confirmation is kept by the sender as a “declaration of the holder of the link”.",
    deed: "We received the letter",
    confirmTitle: "Check your declaration",
    confirm: "Declare that we received the letter",
    done: "Recorded: the letter was received",
    declared: (name, title, at) => `${name}, ${title} · ${at}`,
  },
  action: {
    title: "Report the action taken",
    lead: (due) =>
      due ? `The action asked for is expected by ${due}.` : "Report here when you have taken the action the letter asks for.",
    note: "What was done",
    noteHint: "For example: announced to the units, posted on the notice board.",
    deed: "The action was taken",
    confirmTitle: "Check your report",
    confirm: "Report that the action was taken",
    done: "Recorded: the action was taken",
    declared: (name, title, at) => `${name}, ${title} · ${at}`,
  },
  fields: {
    name: "Your name",
    nameHint: "Your identity is not verified; your declaration is recorded as it is.",
    title: "Your title",
    titleHint: "For example: Head of Correspondence",
    optional: "optional",
  },
  missing: { name: "Enter your name.", title: "Enter your title." },
  check: {
    back: "Change",
    binding: "Your declaration is bound to the present content of the letter shown and cannot be taken back.",
    busy: "Saving",
  },
  replaced: {
    superseded: {
      title: (date, number) => `This letter was replaced by letter no. ${number} of ${date}.`,
      text: "It is no longer in force; receipt is declared for the new letter.",
    },
    cancelled: {
      title: (date, number) => `This letter was cancelled by letter no. ${number} of ${date}.`,
      text: "It is no longer in force; receipt is declared for the letter that cancelled it.",
    },
    open: "Open the new letter",
    none: "That letter was not sent to your institution. If you have a question, ask the sender.",
    declared: "What you declared about this letter stays on record.",
  },
  refusedDeed: "Your declaration was not recorded.",
  nothingMore: "Nothing more is expected of you. You can come back to this page by the same link.",
};

export const acknowledgementWords: Record<Language, AcknowledgementWords> = { tr, en };
