import type { Actor } from "../../access/policy.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";

const plain = (name: string): string => name.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("tr-TR");

/** Who saw it is somebody else than who writes it: two named people (L6). */
export function refuseOwnWitness({ actor }: Context<Actor>, witnessName: string): void {
  if (plain(witnessName) !== plain(actor.name)) return;
  throw new AppError("bad_input", { invalidParams: [{ path: "witnessName", message: "Tanık, işlemi yapandan başka biri olmalı." }] });
}
