import type { z } from "zod";
import { demoAccounts, demoPassword } from "../../../prisma/demo-accounts.ts";
import type { Context } from "../../platform/context.ts";
import type { listDemoAccounts as contract } from "../contract.ts";
import type { Actor } from "../policy.ts";
import { installationMode } from "./installation.ts";
import { findDemoSteps } from "./repository.ts";
import { codeOfStep, STEP_SECONDS, stepOf } from "./totp.ts";

/** Empty outside the demo, whatever accounts a restored database may hold. */
export async function listDemoAccounts(ctx: Context<Actor>): Promise<z.input<(typeof contract)["output"]>> {
  const mode = await installationMode();
  if (mode !== "demo") return { mode, password: null, accounts: [] };
  const lastSteps = await findDemoSteps(ctx.db);
  const accounts = demoAccounts.map(async ({ username, name, role, roleLabel, provinceId, totpSecret }) => ({
    username,
    name,
    role,
    roleLabel,
    provincial: provinceId !== null,
    code: totpSecret ? await usableCode(totpSecret, lastSteps.get(username) ?? null, ctx.now) : null,
  }));
  return { mode, password: demoPassword, accounts: await Promise.all(accounts) };
}

/** The code of the present step, or of the next one where the present one has been used up: both are accepted now. */
async function usableCode(secret: string, lastStep: number | null, now: Date): Promise<{ value: string; validSeconds: number }> {
  const present = stepOf(now);
  const step = lastStep !== null && lastStep >= present ? present + 1 : present;
  const endsAt = (step + 2) * STEP_SECONDS;
  return { value: await codeOfStep(secret, step), validSeconds: Math.max(1, endsAt - Math.ceil(now.getTime() / 1_000)) };
}
