import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../lib/access/policy.ts";
import { amendTemplate, registerTemplate, retireTemplate } from "../../lib/circulars/server/change-templates.ts";
import { draftCircular } from "../../lib/circulars/server/draft-circular.ts";
import { listTemplates, readTemplate } from "../../lib/circulars/server/templates.ts";
import { demoActor, hoursLater, type People, runAt, start, thePeople } from "../support/circulars.ts";
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

const namesFor = async (reader: Actor) => (await runAt(start, reader, listTemplates, {})).templates.map(({ name }) => name);

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
