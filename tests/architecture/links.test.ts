// A link that leads nowhere is a 404 nobody meets before a user does.
import { expect, test } from "vitest";
import { sourcesIn } from "../support/sources.ts";

/** A part that is only known when the page is shown. */
const any = "*";

const addresses = sourcesIn("app")
  .filter(({ file }) => /\/(page\.tsx|route\.ts)$/.test(`/${file}`))
  .map(({ file }) => file.split("/").slice(1, -1))
  .map((folders) => folders.filter((folder) => !folder.startsWith("(")).map((folder) => (folder.startsWith("[") ? any : folder)));

const leadsSomewhere = (parts: readonly string[]): boolean =>
  addresses.some(
    (address) => address.length === parts.length && address.every((part, at) => part === any || parts[at] === any || part === parts[at]),
  );

const links = sourcesIn("app", "components").flatMap(({ file, text }) =>
  [...text.matchAll(/href(?:=|: |=\{)["`](\/[^"`\n]*)["`]/g)].map(([, href = ""]) => ({
    place: `${file}: ${href}`,
    parts: href
      .replace(/\/\$\{[^}]*\}/g, `/${any}`)
      // What is added behind a name is a query.
      .replace(/(\$\{|[?#]).*$/, "")
      .split("/")
      .filter(Boolean),
  })),
);

test("every address written in a link has a page or a route behind it", () => {
  expect(addresses.length).toBeGreaterThan(100);
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter(({ parts }) => !leadsSomewhere(parts)).map(({ place }) => place)).toEqual([]);
});
