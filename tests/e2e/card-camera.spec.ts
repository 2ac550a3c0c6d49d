import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { browserArgs } from "../../scripts/browser.mjs";
import { test } from "../support/browser.ts";
import { filmOf, forgedCode } from "../support/card-at-hand.ts";

// The browser's own pretended camera plays a film of a code; it must lie on the disk before the browser starts.
const film = path.join(tmpdir(), `izin-masasi-camera-${process.pid}.y4m`);
writeFileSync(film, filmOf(forgedCode));
const camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`];

test.use({ launchOptions: { executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined, args: [...browserArgs, ...camera] } });

test("a code held before the camera is read, and the camera is closed", async ({ page }) => {
  await page.goto("/verify/card");
  await page.getByRole("button", { name: "Kamerayla okut" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kodu imzalayan anahtar tanınmıyor");
  await expect(page.locator("video")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Kamerayla okut" })).toBeVisible();
});
