import { test as base, expect, type Page } from "@playwright/test";
import type { Role } from "../../lib/access/policy.ts";
import { gravesOn } from "./screen-check.ts";
import { accountOf, openSession } from "./session.ts";

type Fixtures = {
  /** Messages that this file's tests provoke on purpose, such as the browser's line about a refused request. */
  expectedProblems: RegExp[];
  /** A page signed in as the role's first demo account, or as the named one; each call is a person with an own browser. */
  signedInAs: (who: Role | { username: string }) => Promise<Page>;
  /** Everything the consoles of this test's pages complained about; none may be left at the end. */
  problems: string[];
};

export const test = base.extend<Fixtures>({
  expectedProblems: [[], { option: true }],

  problems: [
    async ({ expectedProblems }, use) => {
      const problems: string[] = [];
      await use(problems);
      expect(
        problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem))),
        "the console was not silent",
      ).toEqual([]);
    },
    { auto: true },
  ],

  page: async ({ page, problems }, use) => {
    watch(page, problems);
    await use(page);
  },

  signedInAs: async ({ browser, baseURL, contextOptions, problems }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ ...contextOptions, baseURL });
      contexts.push(context);
      await context.addCookies([await cookieOf(typeof who === "string" ? accountOf(who) : who.username, baseURL ?? "")]);
      const page = await context.newPage();
      watch(page, problems);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Nothing that axe calls serious or critical on the page as it is now (quality.md, T8). */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await gravesOn(page), `axe at ${page.url()}`).toEqual([]);
}

function watch(page: Page, problems: string[]): void {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
}

async function cookieOf(username: string, publicUrl: string) {
  const ownerUrl = process.env.E2E_OWNER_URL;
  const sessionSecret = process.env.E2E_SESSION_SECRET;
  if (!ownerUrl || !sessionSecret) throw new Error("browser tests run by: npm test -- e2e");
  const { name, value } = await openSession(username, { ownerUrl, sessionSecret, publicUrl });
  return { name, value, url: publicUrl, httpOnly: true, sameSite: "Lax" as const };
}
