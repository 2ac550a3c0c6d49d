import { env } from "../../../platform/config/env.ts";
import { AppError } from "../../../platform/errors.ts";
import type { Signer } from "./signer.ts";
import { testSigner } from "./test-signer.ts";

/** The signer this installation signs letters with. The test key cannot be chosen in production (architecture.md, "Modes"). */
export async function configuredSigner(mode: string): Promise<Signer> {
  if (env.SIGNER === "test" && mode !== "production" && env.SIGNER_DIR) return testSigner(env.SIGNER_DIR);
  throw new AppError("mode_forbids", { message: "Bu kurulumda tanımlı bir imza aracı yok; yazı imzalanamaz." });
}
