import type { Actor } from "../../access/policy.ts";
import { AppError } from "../../platform/errors.ts";

/** A province's people work in it; the ministry's say where. */
export function provinceOf(actor: Actor, asked: number | undefined): number {
  const provinceId = actor.provinceId ?? asked;
  const message = actor.provinceId === null ? "İli seçin." : "Kayıt yalnız kendi iliniz için yapılabilir.";
  if (provinceId === undefined || (asked !== undefined && asked !== provinceId)) {
    throw new AppError("bad_input", { invalidParams: [{ path: "provinceId", message }] });
  }
  return provinceId;
}
