// The second half of S5: from a press in the explore page to the paint in which every chart shows the new answer, in Chromium.
import { type Browser, chromium, type Locator, type Page } from "@playwright/test";
import { browserArgs, provideBrowser } from "../scripts/browser.mjs";

export type Click = {
  what: string;
  /** From the event to the paint after the page's last change. */
  painted: number;
  /** Of these, the request as the browser saw it. */
  request: number;
};
type Watched = { change: number; paint: number; pressed: number };
declare global {
  interface Window {
    watched: Watched;
  }
}

type Place = { baseUrl: string; cookie: { name: string; value: string }; clicks: number };

/** Presses that each leave every chart with something else to show; the filter they make is taken away again unmeasured. */
const presses: { what: string; list: RegExp; row: number }[] = [
  { what: "sector", list: /^Sektör:/, row: 0 },
  { what: "nationality", list: /^Uyruk:/, row: 1 },
  { what: "sex", list: /^Cinsiyet:/, row: 0 },
  { what: "kind", list: /^Tür:/, row: 0 },
  { what: "nationality", list: /^Uyruk:/, row: 3 },
  { what: "age", list: /^Yaş:/, row: 2 },
  { what: "sector", list: /^Sektör:/, row: 3 },
  { what: "occupation", list: /^Meslek:/, row: 1 },
];
const provinces = [0, 2, 5, 9];

export async function browserClicks({ baseUrl, cookie, clicks }: Place): Promise<Click[]> {
  const executablePath = await provideBrowser();
  const browser = await chromium.launch({ args: browserArgs, ...(executablePath && { executablePath }) });
  try {
    return await clicked(browser, { baseUrl, cookie, clicks });
  } finally {
    await browser.close();
  }
}

async function clicked(browser: Browser, { baseUrl, cookie, clicks }: Place): Promise<Click[]> {
  // Without motion the first paint of a bar is its last: with it the charts glide for as long as they please.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await context.addCookies([{ ...cookie, url: baseUrl, httpOnly: true, sameSite: "Lax" }]);
  const page = await context.newPage();
  await page.goto(`${baseUrl}/statistics`);
  await page.getByRole("list", { name: "Sayaçlar" }).waitFor();
  await page.locator("svg.recharts-surface").first().waitFor();
  await page.evaluate(watch);
  await settled(page);
  const found: Click[] = [];
  for (let index = 0; index < clicks + 1; index += 1) {
    const click = await measured(page, index);
    // The first one pays for code that is compiled once.
    if (index > 0) found.push(click);
    if (index % 2 === 1) await cleared(page);
  }
  return found;
}

/** Every change below the page's root asks for the moment right after the frame that shows it. */
function watch(): void {
  const watched: Watched = { change: 0, paint: 0, pressed: 0 };
  window.watched = watched;
  const channel = new MessageChannel();
  let isWaiting = false;
  channel.port1.onmessage = () => {
    isWaiting = false;
    watched.paint = performance.now();
  };
  new MutationObserver(() => {
    watched.change = performance.now();
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }).observe(document.querySelector("main") ?? document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener("click", (event) => (watched.pressed = event.timeStamp), { capture: true });
}

/** Answered, and nothing has changed for a quarter of a second. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { change, paint } = window.watched;
      const isBusy = document.querySelector("[aria-busy=true]") !== null;
      return !isBusy && paint >= change && performance.now() - change > 250;
    },
    undefined,
    { polling: 50 },
  );
}

const figures = (page: Page): Promise<string | null> => page.getByRole("list", { name: "Sayaçlar" }).textContent();

/** Another value each round: one that was asked for lately is shown from memory, without a request. */
async function targetOf(page: Page, index: number): Promise<{ what: string; target: Locator }> {
  const round = Math.floor(index / presses.length);
  const press = presses[index % presses.length];
  if (!press) throw new Error("there is a press for every turn");
  const isMap = index % 4 === 3;
  const list = isMap ? page.getByRole("region", { name: "İller listesi" }) : page.getByRole("list", { name: press.list });
  const free = list.getByRole("button", { pressed: false });
  const row = (isMap ? (provinces[index % provinces.length] ?? 0) : press.row) + round;
  return { what: isMap ? "province" : press.what, target: free.nth(row % (await free.count())) };
}

async function measured(page: Page, index: number): Promise<Click> {
  const before = await figures(page);
  const { what, target } = await targetOf(page, index);
  await target.scrollIntoViewIfNeeded();
  await settled(page);
  await page.evaluate(() => performance.clearResourceTimings());
  await target.click();
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/api/statistics?")));
  await settled(page);
  if ((await figures(page)) === before) throw new Error(`the press on ${what} changed no figure`);
  return await page.evaluate((pressed) => {
    const [request] = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.includes("/api/statistics?")) as PerformanceResourceTiming[];
    return { what: pressed, painted: window.watched.paint - window.watched.pressed, request: request?.duration ?? Number.NaN };
  }, what);
}

async function cleared(page: Page): Promise<void> {
  await page
    .getByRole("search")
    .getByRole("button", { name: /kaldır$/i })
    .last()
    .click();
  await page.waitForURL((url) => url.search === "");
  await settled(page);
}
