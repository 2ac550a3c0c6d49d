import type { Db } from "./transaction.ts";

export type InstallationMode = "demo" | "training" | "production";

const kept: { mode?: InstallationMode } = {};

/** The mode written once into the database; it never changes under a running process. */
export async function installationMode(db: Db): Promise<InstallationMode> {
  if (!kept.mode) {
    const row = await db.tx.installation.findUniqueOrThrow({ where: { id: 1 }, select: { mode: true } });
    kept.mode = row.mode as InstallationMode;
  }
  return kept.mode;
}
