import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/access/policy.ts";
import { amendCircular } from "../../lib/circulars/server/amend-circular.ts";
import { amendTemplate, registerTemplate, retireTemplate } from "../../lib/circulars/server/change-templates.ts";
import { draftCircular } from "../../lib/circulars/server/draft-circular.ts";
import { submitCircular } from "../../lib/circulars/server/submit-circular.ts";
import { listTemplates, readTemplate } from "../../lib/circulars/server/templates.ts";
import { demoActor, demoRecipients, hoursLater, type People, runAt, start, thePeople } from "../support/circulars.ts";
import { eventsAbout } from "../support/directory.ts";
import { konyaPeople } from "../support/second-province.ts";

let people: People;
let ministry: Actor;
let neighbours: People;
let serial = 0;

beforeAll(async () => {
  people = await thePeople();
  ministry = await demoActor("ministry_officer");
  neighbours = await konyaPeople();
});

const content = {
  subject: "Kart Teslimi",
  body: [
    { kind: "paragraph" as const, text: "Kartlar aşağıdaki usulle teslim edilir." },
    { kind: "item" as const, text: "Kimlik denetimi yapılır." },
  ],
  closing: "Gereğini rica ederim.",
};

const aTemplate = (by: Actor = people.officer) => {
  serial += 1;
  return runAt(start, by, registerTemplate, { name: `Teslim usulü ${serial}`, content });
};

const pagesFor = async (reader: Actor, filter: { retired?: "yes" } = {}) => {
  const pages: string[][] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await runAt(start, reader, listTemplates, { ...filter, ...(after && { after }) });
    pages.push(page.templates.map(({ name }) => name));
    after = page.nextAfter;
  }
  return pages;
};
const namesFor = async (reader: Actor) => (await pagesFor(reader)).flat();

describe("a template", () => {
  test("gives a draft its words, and the draft remembers which version they were", async () => {
    const template = await aTemplate();
    const draft = await runAt(start, people.officer, draftCircular, { templateId: template.id });
    expect(draft.content).toMatchObject(content);
    expect(draft.template).toEqual({ id: template.id, name: template.name, version: 1, current: 1 });
    const change = {
      templateId: template.id,
      version: 1,
      name: template.name,
      content: { ...content, subject: "Kart Teslim Usulü" },
      note: "Konu açıldı",
    };
    await runAt(hoursLater(1), people.chief, amendTemplate, change);
    const later = await runAt(hoursLater(2), people.officer, draftCircular, { templateId: template.id });
    expect(later).toMatchObject({ content: { subject: "Kart Teslim Usulü" }, template: { version: 2, current: 2 } });
    expect((await eventsAbout(draft.id))[0]?.payload).toMatchObject({ templateId: template.id, templateVersion: 1 });
  });

  test("keeps every version as it was, newest first, with who wrote it and why", async () => {
    const template = await aTemplate();
    const change = {
      templateId: template.id,
      name: template.name,
      content: { ...content, closing: "Bilgilerinize arz ederim." },
      note: "Üst makama da gidiyor",
    };
    const amended = await runAt(hoursLater(1), people.chief, amendTemplate, { ...change, version: 1 });
    expect(amended.versions).toMatchObject([
      { version: 2, note: "Üst makama da gidiyor", savedBy: people.chief.name, content: { closing: "Bilgilerinize arz ederim." } },
      { version: 1, note: "", savedBy: people.officer.name, content },
    ]);
    // The same words again are no version, and who saved second is told.
    expect((await runAt(hoursLater(2), people.chief, amendTemplate, { ...change, version: 2 })).version).toBe(2);
    await expect(runAt(hoursLater(2), people.officer, amendTemplate, { ...change, version: 1 })).rejects.toMatchObject({
      code: "stale_version",
    });
  });

  test("that is retired can be read, but nothing begins with it and its name is free", async () => {
    const template = await aTemplate();
    const retired = await runAt(start, people.chief, retireTemplate, { templateId: template.id, version: 1, reason: "Usul değişti" });
    expect(retired).toMatchObject({ retiredAt: start.toISOString(), allowedActions: [] });
    await expect(runAt(start, people.officer, draftCircular, { templateId: template.id })).rejects.toMatchObject({ code: "state_forbids" });
    const again = { templateId: template.id, version: 1, name: template.name, content, note: "x" };
    await expect(runAt(start, people.officer, amendTemplate, again)).rejects.toMatchObject({ code: "state_forbids" });
    expect(await runAt(start, people.officer, registerTemplate, { name: template.name, content })).toMatchObject({ version: 1 });
  });

  test("has a name of its own in its office, and only characters that a letter can print", async () => {
    const template = await aTemplate();
    await expect(runAt(start, people.chief, registerTemplate, { name: template.name, content })).rejects.toMatchObject({
      code: "duplicate",
      details: { invalidParams: [{ path: "name" }] },
    });
    const unprintable = { name: `${template.name} b`, content: { ...content, subject: "Kart 漢" } };
    await expect(runAt(start, people.officer, registerTemplate, unprintable)).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "content.subject" }] },
    });
  });
});

describe("a template's fields", () => {
  const asked = {
    subject: "{{yil}} Yılı Bilgileri",
    body: [
      { kind: "paragraph" as const, text: "{{il}}'de {{donem}}na ait bilgilerin {{son_tarih}}'e kadar {{kurum}}ne gönderilmesi." },
      { kind: "paragraph" as const, text: "Bilgi: {{ilgili_kisi}}, {{tarih}}." },
    ],
    closing: "Gereğini rica ederim.",
  };
  const withFields = () => {
    serial += 1;
    return runAt(start, ministry, registerTemplate, { name: `Bilgi isteği ${serial}`, content: asked });
  };

  test("are filled for the office that begins with it, with the endings that its words ask for", async () => {
    const { id: templateId } = await withFields();
    const known = { templateId, dueOn: "2026-12-15", period: "2026 yılının ilk üç ayı" };
    const draft = await runAt(start, people.officer, draftCircular, known);
    const unit = "Aksaray Çalışma ve İş Kurumu İl Müdürlüğüne";
    expect(draft.content).toMatchObject({ subject: "2026 Yılı Bilgileri", urgency: "timed", dueOn: "2026-12-15" });
    expect(draft.content.body.map(({ text }) => text)).toEqual([
      `Aksaray'da 2026 yılının ilk üç ayına ait bilgilerin 15.12.2026'ya kadar ${unit} gönderilmesi.`,
      `Bilgi: ${people.officer.name}, 23.11.2026.`,
    ]);
    const elsewhere = await runAt(start, neighbours.officer, draftCircular, known);
    expect(elsewhere.content.body[0]?.text).toContain("Konya'da");
    await expect(runAt(start, people.officer, draftCircular, { templateId, dueOn: "2026-11-22" })).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "dueOn", message: "Son gün geçmiş: 22.11.2026" }] },
    });
  });

  test("that are left keep the letter from its initials, named with their place, until somebody writes them", async () => {
    const { id: templateId } = await withFields();
    const draft = await runAt(start, people.officer, draftCircular, { templateId });
    const recipients = await demoRecipients(1);
    const saved = await runAt(start, people.officer, amendCircular, {
      circularId: draft.id,
      version: draft.version,
      content: { ...draft.content, recipients },
    });
    const sentence = "Doldurulmamış alan: Dönem (1. paragraf), Son gün (1. paragraf)";
    expect(saved.checks.find(({ section }) => section === "content")).toMatchObject({ status: "missing", sentence });
    const handle = { circularId: draft.id, version: saved.version };
    await expect(runAt(start, people.officer, submitCircular, handle)).rejects.toMatchObject({
      code: "not_ready",
      details: { invalidParams: [{ path: "content", message: sentence }] },
    });
    const body = [{ kind: "paragraph" as const, text: "Bilgilerin gönderilmesi." }];
    const written = await runAt(start, people.officer, amendCircular, { ...handle, content: { ...saved.content, body } });
    expect(written.checks.some(({ status }) => status === "missing")).toBe(false);
  });

  test("are those of the catalogue; another one is refused at its place", async () => {
    const unknown = {
      name: "Bilinmeyen alan",
      content: { ...content, body: [content.body[0], { kind: "item" as const, text: "{{vali}}" }] },
    };
    await expect(runAt(start, people.officer, registerTemplate, unknown as Parameters<typeof registerTemplate>[1])).rejects.toMatchObject({
      code: "bad_input",
      details: { invalidParams: [{ path: "content.body.1.text", message: expect.stringContaining("{{vali}}") }] },
    });
  });
});

describe("the list", () => {
  test("has the demo's own from the beginning, each of which can begin a letter that lacks what is asked alone", async () => {
    const { templates } = await runAt(start, people.officer, listTemplates, {});
    const seeded = templates.filter(({ name }) => /duyurulması|tekidi|bilgi isteği/.test(name));
    expect(seeded.map(({ provinceId }) => provinceId).toSorted()).toEqual([68, 68, null].toSorted());
    for (const { id: templateId } of seeded) {
      const asked = { templateId, dueOn: "2026-12-15", period: "2026 yılının ikinci yarısı" };
      const draft = await runAt(start, people.officer, draftCircular, asked);
      expect(JSON.stringify(draft.content)).not.toContain("{{");
    }
  });

  test("comes page by page in Turkish order, the Ministry's among one's own, retired ones apart", async () => {
    const mine: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      const name = `${["Çerçeve", "Izgara", "İnceleme", "Şema"][n % 4]} ${String(n).padStart(2, "0")}`;
      await runAt(start, n % 3 === 0 ? ministry : people.officer, registerTemplate, { name, content });
      mine.push(name);
    }
    const pages = await pagesFor(people.officer);
    expect(pages[0]).toHaveLength(50);
    const all = pages.flat();
    expect(all).toEqual(all.toSorted(new Intl.Collator("tr").compare));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(mine));
    const gone = await aTemplate();
    await runAt(start, people.chief, retireTemplate, { templateId: gone.id, version: 1, reason: "Usul değişti" });
    expect((await pagesFor(people.officer, { retired: "yes" })).flat()).toContain(gone.name);
    expect(await namesFor(people.officer)).not.toContain(gone.name);
  });
});

describe("whose template it is", () => {
  test("the Ministry's serves every province and is changed by the Ministry alone", async () => {
    const template = await aTemplate(ministry);
    expect(template).toMatchObject({ provinceId: null, allowedActions: ["amend", "retire"] });
    for (const reader of [people.officer, neighbours.officer]) expect(await namesFor(reader)).toContain(template.name);
    expect((await runAt(start, people.officer, readTemplate, { templateId: template.id })).allowedActions).toEqual([]);
    expect((await runAt(start, neighbours.officer, draftCircular, { templateId: template.id })).template).toMatchObject({
      id: template.id,
    });
    const change = { templateId: template.id, version: 1, name: template.name, content, note: "x" };
    await expect(runAt(start, people.chief, amendTemplate, change)).rejects.toMatchObject({ code: "forbidden" });
    await expect(runAt(start, people.chief, retireTemplate, { templateId: template.id, version: 1, reason: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a province's is nobody else's: another province finds nothing, and both may use the same name", async () => {
    const template = await aTemplate();
    expect(await namesFor(neighbours.officer)).not.toContain(template.name);
    await expect(runAt(start, neighbours.officer, readTemplate, { templateId: template.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(runAt(start, neighbours.officer, draftCircular, { templateId: template.id })).rejects.toMatchObject({ code: "not_found" });
    expect(await runAt(start, neighbours.officer, registerTemplate, { name: template.name, content })).toMatchObject({ provinceId: 42 });
    // The Ministry may read it where a circular leads there; its own list is its own.
    expect(await namesFor(ministry)).not.toContain(template.name);
    expect((await runAt(start, ministry, readTemplate, { templateId: template.id })).allowedActions).toEqual([]);
  });
});
