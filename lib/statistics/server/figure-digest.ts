import { type CanonicalValue, canonicalJson } from "../../platform/crypto/canonical.ts";
import { sha256 } from "../../platform/crypto/digest.ts";
import type { AsOf, Cut, CutInput } from "../contract.ts";

type Content = { provinceId: number | null; input: CutInput; cut: Cut; asOf: AsOf };

/** The data version of a figure: the same rows, question, numbers and moment have the same digest, however they are stored. */
export const figureDigest = ({ provinceId, input, cut, asOf }: Content): Buffer =>
  sha256(canonicalJson(JSON.parse(JSON.stringify({ provinceId, input, cut, at: asOf.at })) as CanonicalValue));
