import { describe, expect, test } from "vitest";
import { authorityOn, type GivenAuthority } from "../../lib/access/signing-authority.ts";
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
