import { execFileSync } from "node:child_process";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { finaliseSignature, prepareSignature, type SignatureProfile, verifyDetached } from "../../lib/circulars/server/signer/cades.ts";
import type { Signer } from "../../lib/circulars/server/signer/signer.ts";
import { testSigner } from "../../lib/circulars/server/signer/test-signer.ts";

const directory = mkdtempSync(join(tmpdir(), "signer-"));
afterAll(() => rmSync(directory, { recursive: true }));

const content = Buffer.from("%PDF-1.4 yazının baytları\r\n");
const signingTime = new Date(Math.floor(Date.now() / 1000) * 1000);

async function signed(signer: Signer, profile: SignatureProfile, time = signingTime): Promise<Buffer> {
  const certificateChain = await signer.certificateChain();
  const contentDigest = createHash("sha256").update(content).digest();
  const signedAttributes = prepareSignature({ contentDigest, certificateChain, signingTime: time, profile });
  return finaliseSignature({ signedAttributes, signature: await signer.sign(signedAttributes), certificateChain });
}

function opensslVerifies(signature: Buffer, extra: string[]): string {
  writeFileSync(join(directory, "x.pdf"), content);
  writeFileSync(join(directory, "x.p7s"), signature);
  const files = ["-in", join(directory, "x.p7s"), "-content", join(directory, "x.pdf"), "-out", join(directory, "out.pdf")];
  const trusted = join(directory, "test-signer", "ca.pem");
  execFileSync("openssl", ["cms", "-verify", "-binary", "-inform", "DER", ...files, "-CAfile", trusted, ...extra], { stdio: "pipe" });
  return execFileSync("openssl", ["cms", "-cmsout", "-print", "-inform", "DER", "-in", join(directory, "x.p7s")], { encoding: "utf8" });
}

describe("the test signer", () => {
  it("makes its key once, even when two processes begin together, and keeps it for itself", async () => {
    const [one, other] = await Promise.all([testSigner(directory), testSigner(directory)]);
    expect((await one.certificateChain())[0]).toEqual((await other.certificateChain())[0]);
    expect((await (await testSigner(directory)).certificateChain())[0]).toEqual((await one.certificateChain())[0]);
    expect(readdirSync(directory)).toEqual(["test-signer"]);
    expect(statSync(join(directory, "test-signer", "signer.key")).mode & 0o077).toBe(0);
  });

  it.each(["cms", "pades", "smime"] as const)("OpenSSL accepts its %s signature as CAdES, for the purpose of mail", async (profile) => {
    const printed = opensslVerifies(await signed(await testSigner(directory), profile), ["-cades", "-purpose", "smimesign"]);
    expect(printed).toContain("id-smime-aa-signingCertificateV2");
    expect(printed.includes("signingTime")).toBe(profile !== "pades");
  });
});

describe("verification of a detached signature", () => {
  it("tells who signed, when, and that the test key did", async () => {
    const signature = await signed(await testSigner(directory), "cms");
    expect(await verifyDetached({ content, signature })).toEqual({
      valid: true,
      signerName: "TEST İmza (hukuken geçersiz)",
      signingTime,
      level: "test",
    });
  });

  it("one changed byte of the letter, of the attributes or of the value is not valid", async () => {
    const signature = await signed(await testSigner(directory), "cms");
    const changed = Buffer.from(content);
    changed[9] = (changed[9] ?? 0) ^ 1;
    expect((await verifyDetached({ content: changed, signature })).valid).toBe(false);
    const digestAt = signature.indexOf(createHash("sha256").update(content).digest());
    for (const at of [digestAt, digestAt + 31, signature.length - 40, signature.length - 1]) {
      const broken = Buffer.from(signature);
      broken[at] = (broken[at] ?? 0) ^ 1;
      expect((await verifyDetached({ content, signature: broken })).valid, `byte ${at}`).toBe(false);
    }
  });

  it("a signature by another key than the certificate's is not valid", async () => {
    const honest = await testSigner(directory);
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const thief: Signer = { ...honest, sign: async (toBeSigned) => sign("sha256", toBeSigned, privateKey) };
    expect((await verifyDetached({ content, signature: await signed(thief, "cms") })).valid).toBe(false);
  });

  it("a signing time outside the certificate's validity is not valid", async () => {
    const signature = await signed(await testSigner(directory), "cms", new Date("2051-01-01T00:00:00Z"));
    expect((await verifyDetached({ content, signature })).valid).toBe(false);
  });

  it("anything that is no signature is not valid, and never an error", async () => {
    for (const signature of [Buffer.alloc(0), Buffer.from("imza"), content, Buffer.from([0x30, 0x80, 0, 0])]) {
      expect((await verifyDetached({ content, signature })).valid).toBe(false);
    }
  });
});
