import { createPrivateKey, randomUUID, sign, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Signer } from "./signer.ts";
import { issueTestCertificates } from "./test-certificates.ts";

/** Names of the files inside the signer's directory; `ca.pem` is what a verifier is told to trust. */
const testSignerFiles = { authority: "ca.pem", certificate: "signer.pem", key: "signer.key" };

/**
 * A software key for demo and training, made once and kept in the directory. Its certificate says TEST in the name and
 * carries no legal effect. P-256, because a dispatch signs every message: twenty times faster than RSA 2048.
 */
export async function testSigner(directory: string): Promise<Signer> {
  const kept = join(/* turbopackIgnore: true */ directory, "test-signer");
  if (!existsSync(kept)) await keepNewKey(kept);
  const certificates = [testSignerFiles.certificate, testSignerFiles.authority].map(
    (name) => new X509Certificate(readFileSync(join(/* turbopackIgnore: true */ kept, name))).raw,
  );
  const key = createPrivateKey(readFileSync(join(/* turbopackIgnore: true */ kept, testSignerFiles.key)));
  return {
    level: "test",
    certificateChain: async () => certificates,
    sign: async (toBeSigned) => sign("sha256", toBeSigned, key),
  };
}

/** Web and worker may start at the same moment: the directory appears whole or not at all, and the first one stays. */
async function keepNewKey(kept: string): Promise<void> {
  const issued = await issueTestCertificates();
  const draft = `${kept}.${randomUUID()}`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(join(/* turbopackIgnore: true */ draft, testSignerFiles.authority), issued.authority);
  writeFileSync(join(/* turbopackIgnore: true */ draft, testSignerFiles.certificate), issued.certificate);
  writeFileSync(join(/* turbopackIgnore: true */ draft, testSignerFiles.key), issued.key, { mode: 0o600 });
  try {
    renameSync(draft, kept);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(kept)) throw error;
  }
}
