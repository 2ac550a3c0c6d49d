import { defineConfig } from "@playwright/test";
import { browserArgs } from "./scripts/browser.mjs";

/** Circulars and what surrounds them; the rest is about permits and cards. */
const letters = /\/(desk|main-job|public-pages|screens)\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  // One instance, one database: journeys that would meet in it go one after the other, the two kinds beside each other.
  workers: 2,
  fullyParallel: false,
  projects: [
    { name: "letters", testMatch: letters, workers: 1 },
    { name: "records", testIgnore: letters, workers: 1 },
  ],
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
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
