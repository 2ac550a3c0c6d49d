import { describe, expect, test } from "vitest";
import { RecipientState } from "../../lib/circulars/delivery-contract.ts";
import { recipientSentence, type Standing } from "../../lib/circulars/delivery-words.ts";

const now = new Date("2026-11-23T08:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const aStanding = (given: Partial<Standing>): Standing => ({
  state: "planned",
  role: "action",
  channel: "kep",
  deliveredAt: null,
  deemedReadAt: null,
  nextCheckAt: null,
  waiveReason: null,
  dueOn: null,
  byPhone: false,
  promisedOn: null,
  hasTask: false,
  isReplaced: false,
  ...given,
});

describe("what the board says of a recipient", () => {
  test("an answer by telephone is never told as the institution's own", () => {
    const heard = aStanding({ state: "acknowledged", byPhone: true });
    expect(recipientSentence(heard, now)).toBe("Yazının alındığını telefonla bildirdi. Gereğinin bildirilmesi bekleniyor.");
    expect(recipientSentence({ ...heard, isReplaced: true }, now)).toBe("Yazının alındığını telefonla bildirdi.");
    expect(recipientSentence(aStanding({ state: "action_reported", byPhone: true }), now)).toBe(
      "Gereğinin yapıldığını telefonla bildirdi.",
    );
  });

  test("a promised day stands beside the state and answers nothing", () => {
    const waiting = aStanding({ state: "read", promisedOn: "2026-12-12" });
    const sentence = "Okundu. Bilgi alındı beyanı bekleniyor. Telefonda 12.12.2026 tarihine kadar yanıt vereceğini söyledi.";
    expect(recipientSentence(waiting, now)).toBe(sentence);
  });

  test.each(RecipientState.options)("%s is said in whole Turkish sentences without a code in them", (state) => {
    for (const channel of ["kep", "email", "hand", "post", null]) {
      const sentence = recipientSentence(aStanding({ state, channel, waiveReason: "Kurum kapatıldı." }), now);
      expect(sentence).toMatch(/^[A-ZÇĞİÖŞÜ].*\.$/u);
      expect(sentence).not.toMatch(/_|undefined|null/);
    }
  });

  test.each(RecipientState.options)("%s of a letter that was replaced awaits nothing", (state) => {
    const sentence = recipientSentence(
      aStanding({ state, isReplaced: true, deliveredAt: now, deemedReadAt: now, dueOn: "2026-11-25" }),
      now,
    );
    if (["submitted", "delivered", "read", "deemed_read", "acknowledged", "stopped"].includes(state))
      expect(sentence).not.toMatch(/bekleniyor/);
  });

  test.each<[Partial<Standing>, string]>([
    [{ state: "retrying", nextCheckAt: later(200) }, "Yeniden deneniyor. Sıradaki deneme 14:20."],
    [{ state: "retrying", nextCheckAt: later(24 * 60) }, "Yeniden deneniyor. Sıradaki deneme 24.11.2026 11:00."],
    [{ state: "outcome_unknown", nextCheckAt: later(10) }, "Sonuç bilinmiyor. Sağlayıcıya 11:10’da sorulacak."],
    [{ state: "outcome_unknown", channel: "email", hasTask: true }, "Sonuç bilinmiyor. Kararınız bekleniyor."],
    [{ state: "delivered", deliveredAt: now }, "Ulaştı. 24 saat içinde (24.11.2026 11:00’e kadar) okunmazsa okunmuş sayılır."],
    [{ state: "delivered", channel: "email", deliveredAt: now }, "Ulaştı. Bilgi alındı beyanı bekleniyor."],
    [{ state: "stopped" }, "Gönderilmeden durduruldu."],
    [{ state: "deemed_read", deemedReadAt: now, isReplaced: true }, "Okunmuş sayıldı (KEP kuralı: 24 saat, 23.11.2026 11:00)."],
    [{ state: "acknowledged", dueOn: "2026-11-25", isReplaced: true }, "Bilgi alındı."],
    [{ state: "planned", channel: "hand" }, "Elden teslim bekliyor."],
    [{ state: "planned", channel: "kep", nextCheckAt: now }, "Sırada. Birazdan gönderilecek."],
    [{ state: "planned", channel: "kep" }, "Gönderilmedi. KEP iletisini indirip sağlayıcının ekranından gönderin."],
    [{ state: "bounced", hasTask: true }, "Geri döndü. Kararınız bekleniyor."],
    [{ state: "acknowledged", dueOn: "2026-11-25" }, "Bilgi alındı. Gereğinin 25.11.2026 tarihine kadar bildirilmesi bekleniyor."],
    [{ state: "acknowledged", role: "information", dueOn: "2026-11-25" }, "Bilgi alındı."],
  ])("%j", (given, sentence) => {
    expect(recipientSentence(aStanding(given), now)).toBe(sentence);
  });
});
