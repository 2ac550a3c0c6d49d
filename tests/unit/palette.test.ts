import { globSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { navFor } from "@/app/(console)/navigation.ts";
import { palettePlaces } from "@/app/(console)/palette-places.ts";
import type { PaletteItem } from "@/components/shell/palette/palette-item.ts";
import { matchingItems } from "@/components/shell/palette/palette-matches.ts";
import { permissions, permissionsOf, roles } from "../../lib/access/policy.ts";

// Drawings, whose library needs the browser's React; what is asked here has no pictures.
vi.mock("lucide-react", () => new Proxy({}, { has: () => true, get: (_none, name) => (name === "then" ? undefined : String(name)) }));

const itemsOf = (role: (typeof roles)[number]): PaletteItem[] =>
  palettePlaces(permissionsOf(role)).map((place) => ({ ...place, icon: null }));

/** Pages that mean nothing without what leads to them. */
const ledOnly: Record<string, string> = {
  "/statistics/records": "the records behind a figure that was pressed",
};

describe("the palette", () => {
  test.each(roles)("lets a %s find every place of the navigation by its own words, and by their beginnings", (role) => {
    for (const { label, href } of navFor(permissionsOf(role)).groups.flatMap(({ items }) => items)) {
      const beginnings = label
        .split(" ")
        .map((word) => word.slice(0, 4))
        .join(" ");
      for (const typed of [label, beginnings]) {
        expect(
          matchingItems(itemsOf(role), typed).map((item) => item.href),
          typed,
        ).toContain(href);
      }
    }
  });

  test("knows every page that has an address of its own", () => {
    const root = "app/(console)";
    const pages = globSync("**/page.tsx", { cwd: root })
      .map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`)
      .filter((path) => !path.includes("["));
    expect(pages.length).toBeGreaterThan(35);
    const known = new Set(palettePlaces(permissions).map(({ href }) => href.split("?")[0]));
    expect(pages.filter((path) => !known.has(path) && !(path in ledOnly))).toEqual([]);
  });

  test("lists nothing twice, and nothing that is not there", () => {
    const places = palettePlaces(permissions);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
    expect(new Set(places.map(({ text }) => text)).size).toBe(places.length);
    const pages = new Set(globSync("app/{(console),(public)}/**/page.tsx").map((file) => `/${file.split("/").slice(2, -1).join("/")}`));
    expect(places.map(({ href }) => href.split("?")[0] ?? "").filter((path) => !pages.has(path))).toEqual([]);
  });

  test("offers a deed only to those who may do it", () => {
    const deeds = (role: (typeof roles)[number]) =>
      palettePlaces(permissionsOf(role))
        .filter(({ group }) => group === "Yapılacaklar")
        .map(({ id }) => id);
    expect(deeds("provincial_officer")).toContain("register-letter");
    expect(deeds("provincial_director")).not.toContain("register-letter");
    expect(deeds("system_admin")).toEqual(["create-user", "register-unit"]);
    expect(deeds("stock_custodian")).toEqual(["announce-shipment"]);
  });
});
