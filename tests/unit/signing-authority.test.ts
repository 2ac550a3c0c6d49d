import { describe, expect, test } from "vitest";
import { authorityOn, type GivenAuthority } from "../../lib/access/signing-authority.ts";
import { type PossibleSignatory, proposeReviewer, proposeSignatory } from "../../lib/circulars/proposed-signatory.ts";
import { signatureLines } from "../../lib/circulars/signature-lines.ts";

const anAuthority = (overrides: Partial<GivenAuthority> = {}): GivenAuthority => ({
  userId: "director",
  unitId: "aksaray",
  kind: "own",
  onBehalfOf: null,
  validFrom: "2026-01-01",
  validTo: null,
  ...overrides,
});
const question = { userId: "director", unitId: "aksaray", date: "2026-03-17" };

describe("signing authority", () => {
  test("an authority holds from its first day through its last", () => {
    const authority = anAuthority({ validFrom: "2026-03-17", validTo: "2026-03-18" });
    expect(authorityOn([authority], { ...question, date: "2026-03-16" })).toBeNull();
    expect(authorityOn([authority], question)).toBe(authority);
    expect(authorityOn([authority], { ...question, date: "2026-03-18" })).toBe(authority);
    expect(authorityOn([authority], { ...question, date: "2026-03-19" })).toBeNull();
  });

  test("an authority is of one person and one unit", () => {
    expect(authorityOn([anAuthority({ userId: "chief" })], question)).toBeNull();
    expect(authorityOn([anAuthority({ unitId: "konya" })], question)).toBeNull();
  });

  test("own right is used before proxy, proxy before delegation", () => {
    const delegation = anAuthority({ kind: "delegation", onBehalfOf: "Vali" });
    const proxy = anAuthority({ kind: "proxy", onBehalfOf: "İl Müdürü" });
    const own = anAuthority();
    expect(authorityOn([delegation, proxy, own], question)).toBe(own);
    expect(authorityOn([delegation, proxy], question)).toBe(proxy);
  });
});

describe("signature lines (m.17)", () => {
  test("in own right the title stands alone", () => {
    expect(signatureLines(anAuthority(), "İl Müdürü")).toEqual(["İl Müdürü"]);
  });

  test("a proxy signs with the office held and V.", () => {
    expect(signatureLines(anAuthority({ kind: "proxy", onBehalfOf: "İl Müdürü" }), "Şube Müdürü")).toEqual(["İl Müdürü V."]);
    expect(signatureLines(anAuthority({ kind: "proxy" }), "İl Müdürü")).toEqual(["İl Müdürü V."]);
  });

  test("by delegation the delegating office comes first with a.", () => {
    expect(signatureLines(anAuthority({ kind: "delegation", onBehalfOf: "Vali" }), "İl Müdürü")).toEqual(["Vali a.", "İl Müdürü"]);
  });
});

describe("who is proposed for a new letter", () => {
  const days = { validFrom: "2026-12-01", validTo: "2026-12-05" };
  const person = (id: string, name: string, authority: PossibleSignatory["authority"] = null) => ({
    id,
    name,
    authority,
    mayInitial: true,
  });
  const director = person("director", "Ayşe Güler", {
    kind: "own",
    title: "İl Müdürü",
    onBehalfOf: null,
    validFrom: "2026-01-01",
    validTo: null,
  });
  const chief = person("chief", "Hasan Çetin");
  const proxy = { ...chief, authority: { ...days, kind: "proxy" as const, title: "Şef", onBehalfOf: "İl Müdürü" } };
  const delegate = person("deputy", "Can Ak", { ...days, kind: "delegation", title: "Şube Müdürü", onBehalfOf: "İl Müdürü" });

  test("whoever stands in goes before the holder of the office: a proxy before a delegate, each with the reason", () => {
    expect(proposeSignatory([director, chief], "officer")).toMatchObject({
      id: "director",
      reason: "Ayşe Güler bugün İl Müdürü olarak kendi yetkisiyle imza atıyor.",
    });
    expect(proposeSignatory([director, chief, delegate], "officer")).toMatchObject({
      id: "deputy",
      reason:
        "Can Ak, 01.12.2026–05.12.2026 günlerinde İl Müdürü adına imza yetkisi taşıyor; imza bölümüne “İl Müdürü a.” yazılır (Yönetmelik m.17).",
    });
    expect(proposeSignatory([director, delegate, proxy], "officer")).toMatchObject({
      id: "chief",
      kind: "proxy",
      reason:
        "Hasan Çetin, 01.12.2026–05.12.2026 günlerinde İl Müdürüne vekâlet ediyor; imza bölümüne “İl Müdürü V.” yazılır (Yönetmelik m.17).",
    });
  });

  test("nobody is proposed for a letter of their own, and it is said why the proxy is not", () => {
    expect(proposeSignatory([director, proxy], "chief")?.reason).toBe(
      "Ayşe Güler bugün İl Müdürü olarak kendi yetkisiyle imza atıyor. Yerine imza atan kişi yazıyı hazırlayan olduğundan imzalayamaz.",
    );
    expect(proposeSignatory([director], "director")).toBeNull();
  });

  test("initials are asked of neither the signatory nor whoever is stood in for", () => {
    const signatory = proposeSignatory([director, proxy], "officer");
    expect(proposeReviewer([director, proxy], { drafterId: "officer", signatory })).toBeNull();
    expect(proposeReviewer([director, proxy, delegate], { drafterId: "officer", signatory })?.id).toBe("deputy");
    const own = proposeSignatory([director, chief], "officer");
    expect(proposeReviewer([director, chief], { drafterId: "officer", signatory: own })?.id).toBe("chief");
  });
});
