import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bySuperior, escalationTask, type Superior } from "../../lib/circulars/escalation.ts";
import { escalationWords, type SilentInstitution } from "../../lib/circulars/server/escalation-words.ts";

const aSuperior = (name: string, isReachable = true): Superior => ({
  ...{ id: name, name, dative: `${name}ne`, relation: "superior" },
  way: isReachable ? { channel: "kep", channelIndex: 0, address: "ust@hs01.kep.test" } : null,
});
const named = (...names: string[]) => names.map((name) => ({ id: name, name }));

describe("who is told of whose silence", () => {
  test("everybody silent stands once: below one superior, or among those of whom nobody is told", () => {
    // 0 has none, 1 cannot be written to.
    const superiors = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(superiors, (above) => {
        const silent = above.map((superior, index) => ({ id: `${index}`, superior }));
        const known = silent.filter(({ superior }) => superior > 0);
        const superiorOf = new Map(known.map(({ id, superior }) => [id, aSuperior(`${superior}`, superior > 1)]));
        const { told, untold } = bySuperior(silent, superiorOf);
        expect(told.map(({ superior }) => superior.id).toSorted()).toEqual(
          [...new Set(above.filter((superior) => superior > 1).map(String))].toSorted(),
        );
        for (const group of told) expect(group.silent).toEqual(silent.filter(({ superior }) => `${superior}` === group.superior.id));
        expect(untold).toEqual(silent.filter(({ superior }) => superior < 2));
      }),
    );
  });

  test("the office is asked about all of them, and told of whom nobody was", () => {
    const valilik = aSuperior("Aksaray Valiliği");
    const { told, untold } = bySuperior(
      named("Eskil Kaymakamlığı", "Gülağaç Kaymakamlığı", "Aksaray Ziraat Odası"),
      new Map([
        ["Eskil Kaymakamlığı", valilik],
        ["Gülağaç Kaymakamlığı", valilik],
      ]),
    );
    const deed = "Tekit yazısı hazırlayın ya da görevi gerekçeyle kapatın.";
    expect(escalationTask(told, untold)).toBe(
      `3 kurumdan haber yok. Aksaray Valiliğine 2 kurum bildirildi; Aksaray Ziraat Odası için rehberde yazışılabilecek bir üst makam yok, kurumu arayın. ${deed}`,
    );
    expect(escalationTask(told, [])).toBe(`2 kurumdan haber yok. Aksaray Valiliğine 2 kurum bildirildi. ${deed}`);
    expect(escalationTask([], untold)).toBe(
      `1 kurumdan haber yok: Aksaray Ziraat Odası. Rehberde yazışılabilecek bir üst makamı yok; kurumu arayın. ${deed}`,
    );
    expect(escalationTask(told, named("A", "B", "C", "D"))).toContain(
      "; 4 kurumun rehberde yazışılabilecek bir üst makamı yok, kurumları arayın: A, B, C ve 1 kurum daha.",
    );
  });
});

describe("word to a superior", () => {
  const letter = { subject: "Yeni kartlar", number: "E-1", on: "23.11.2026", dueOn: null, senderName: "Aksaray İŞKUR", verification: null };
  const silent = (name: string, change: Partial<SilentInstitution> = {}): SilentInstitution => ({
    ...{ name, role: "action", remindedAt: new Date("2026-11-26T08:00:00Z"), deliveries: [] },
    ...change,
  });
  const written = (recipients: SilentInstitution[], { isOwing = false, relation = "superior" as Superior["relation"] } = {}) =>
    escalationWords({ letter, mode: "production", escalation: { dative: "Aksaray Valiliğine", relation, isOwing, recipients } }).text;

  test("lists everybody with what is asked and what is known, and closes as one writes upwards", () => {
    const reached = [{ deliveredAt: new Date("2026-11-24T08:00:00Z"), readAt: null }];
    const text = written([
      silent("Eskil Kaymakamlığı", { deliveries: reached }),
      silent("İl Müftülüğü", { role: "information", remindedAt: null }),
    ]);
    expect(text.split("\n")).toEqual([
      "AKSARAY VALİLİĞİNE",
      "",
      "23.11.2026 tarihli ve E-1 sayılı yazının alındığı, hatırlatmalara karşın, makamınıza bağlı aşağıdaki 2 kurum tarafından bildirilmemiştir:",
      "",
      "1. Eskil Kaymakamlığı: gereği için, 24.11.2026 tarihinde ulaştı, son hatırlatma 26.11.2026",
      "2. İl Müftülüğü: bilgi için, ulaştığına ilişkin delil yok, elektronik kanaldan hatırlatılamadı",
      "",
      "Konu: Yeni kartlar",
      "",
      "Bilgilerinizi arz ederim.",
      "",
      "Aksaray İŞKUR",
    ]);
  });

  test("of one institution is a sentence; a superior that owes an answer itself is asked for it; a private body reads rica", () => {
    const text = written([silent("Eskil Kaymakamlığı")], { isOwing: true, relation: "private_body" });
    expect(text).toContain("makamınıza bağlı Eskil Kaymakamlığı tarafından bildirilmemiştir.");
    expect(text).toContain("Yazının makamınızca alındığına ilişkin bildirim de beklenmektedir.");
    expect(text).toContain("Bilgilerinizi rica ederim.");
  });
});
