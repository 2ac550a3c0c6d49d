// How the signature block reads when one signs in own right, by proxy (vekâlet) or by delegation (yetki devri); m.17 of
// the Regulation on Official Correspondence.
import type { GivenAuthority } from "../access/signing-authority.ts";

/** The lines under the name: "İl Müdürü" · "İl Müdürü V." · "Vali a." and "İl Müdürü". */
export function signatureLines({ kind, onBehalfOf }: Pick<GivenAuthority, "kind" | "onBehalfOf">, title: string): string[] {
  if (kind === "proxy") return [`${onBehalfOf ?? title} V.`];
  if (kind === "delegation" && onBehalfOf !== null) return [`${onBehalfOf} a.`, title];
  return [title];
}
