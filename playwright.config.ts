import { defineConfig } from "@playwright/test";
import { browserArgs } from "./scripts/browser.mjs";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // One instance, one database: journeys of several people would otherwise meet in it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/results.json" }]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "tr-TR",
    timezoneId: "Europe/Istanbul",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    screenshot: "only-on-failure",
    // The film of every step costs more than the steps; the trace keeps each page as it stood.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined, args: browserArgs },
  },
});
