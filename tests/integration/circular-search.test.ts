// The command line's question for letters, institutions and lists: within the asker's rows, as people type.
import { beforeAll, describe, expect, test } from "vitest";
import { searchCirculars } from "../../lib/circulars/server/search-circulars.ts";
import { aDraft, aSignedCircular, type People, thePeople } from "../support/circulars.ts";
import { aList, anActor, anInstitution, readAs } from "../support/directory.ts";

const neighbour = anActor("provincial_officer", 42);
const ministry = anActor("ministry_officer", null);
let people: People;

beforeAll(async () => {
  people = await thePeople();
});

const found = (q: string, actor = people.officer) => readAs(actor, searchCirculars, { q });

describe("what the palette asks", () => {
  test("a letter is found by words of its subject in any order, by its number and by its code", async () => {
    const signed = await aSignedCircular(people, { subject: "Şişhane Işık Ölçümü Çizelgesi" });
    const { documentNumber = "", verificationCode = "" } = signed.document ?? {};
    for (const typed of ["olcum sishane", "ÇİZELGESİ", documentNumber, verificationCode, verificationCode.toUpperCase()]) {
      expect(
        (await found(typed)).circulars.map(({ id }) => id),
        typed,
      ).toContain(signed.id);
    }
    expect((await found("olcum sishane")).circulars).toEqual([
      { id: signed.id, subject: "Şişhane Işık Ölçümü Çizelgesi", documentNumber, view: "signed", recipientCount: 2 },
    ]);
    expect((await found("olcum yok")).circulars).toEqual([]);
    expect((await found("100%_")).circulars).toEqual([]);
  });

  test("a draft without a number is found too, and nobody else's province", async () => {
    const draft = await aDraft(people, { subject: "Gölbaşı Toplantısı" });
    expect((await found("golbasi")).circulars).toMatchObject([{ id: draft.id, documentNumber: null, view: "draft" }]);
    expect(await found("golbasi", neighbour)).toEqual({ circulars: [], institutions: [], lists: [] });
    expect((await found("golbasi", ministry)).circulars.map(({ id }) => id)).toEqual([draft.id]);
  });

  test("institutions whose name begins so come first, six at most, without those that are closed", async () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await anInstitution({ provinceId: 68, name: `Yeni Zirve ${number}` });
    const first = await anInstitution({ provinceId: 68, name: "Zirve Odası" });
    await anInstitution({ provinceId: 68, name: "Zirve Kapanan", closedAt: new Date() });
    const { institutions } = await found("zirve");
    expect(institutions).toHaveLength(6);
    expect(institutions[0]).toMatchObject({ id: first, name: "Zirve Odası", provinceId: 68 });
    expect(institutions.some(({ name }) => name === "Zirve Kapanan")).toBe(false);
    expect((await found("zi")).institutions).toEqual([]);
  });

  test("lists are found by their names with as many members as are open", async () => {
    const member = await anInstitution({ provinceId: 68, name: "Üye Kurum" });
    const closed = await anInstitution({ provinceId: 68, name: "Kapalı Üye", closedAt: new Date() });
    const id = await aList(68, "Işıklı İlçeler", [member, closed]);
    expect((await found("ilceler isikli")).lists).toEqual([{ id, name: "Işıklı İlçeler", memberCount: 1 }]);
    expect((await found("ilceler isikli", neighbour)).lists).toEqual([]);
  });
});
