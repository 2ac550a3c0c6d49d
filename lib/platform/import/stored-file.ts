import type { Db } from "../db/transaction.ts";
import { AppError } from "../errors.ts";
import { type Sealer, unsealFile } from "../files/sealed-file.ts";
import type { ImportShape } from "./run-contract.ts";
import { storedBytes } from "./run-repository.ts";

const unpackedLimit = 64 * 1_048_576;

export async function openFile(db: Db, sealer: Sealer, runId: string): Promise<Uint8Array> {
  const stored = await storedBytes(db, runId);
  if (!stored) throw new AppError("state_forbids", { message: "Dosyanın saklama süresi dolmuş. Dosyayı yeniden yükleyin." });
  return unsealFile(sealer, stored, unpackedLimit);
}

/** As a run keeps it: the first rows hold people's numbers like the rest of the file. */
export type StoredShape = Omit<ImportShape, "sample"> & { sealedSample: string; keyId: number };

export function sealShape(sealer: Sealer, { sample, ...shape }: ImportShape): StoredShape {
  return { ...shape, sealedSample: Buffer.from(sealer.seal(JSON.stringify(sample))).toString("base64"), keyId: sealer.keyId };
}

/** Without a sealer, for whoever did not upload the file, and after its retention, without the rows. */
export function openShape(sealer: Sealer | null, { sealedSample, keyId, ...shape }: StoredShape): ImportShape {
  const sample = sealer && sealedSample ? (JSON.parse(sealer.open(Buffer.from(sealedSample, "base64"), keyId)) as string[][]) : [];
  return { ...shape, sample };
}
