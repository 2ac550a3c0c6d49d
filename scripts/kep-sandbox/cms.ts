// Checks a detached CMS signature as a provider would, by its own code: a provider is another party, and a fault in
// the application's signer must not be hidden by the same fault in the check.
import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from "node:crypto";
import { childrenOf, type Der, readDer } from "./der.ts";

const OID = {
  signedData: "06092a864886f70d010702",
  messageDigest: "06092a864886f70d010904",
  sha256: "0609608648016503040201",
  sha384: "0609608648016503040202",
  sha512: "0609608648016503040203",
};
const DIGESTS = new Map([
  [OID.sha256, "sha256"],
  [OID.sha384, "sha384"],
  [OID.sha512, "sha512"],
]);

/** Says what is wrong with a detached signature over the content; null when it holds. */
export function signatureFault(signature: Buffer, content: Buffer): string | null {
  try {
    return check(signature, content);
  } catch {
    return "signature is not a readable CMS";
  }
}

function check(signature: Buffer, content: Buffer): string | null {
  const [type, wrapped] = childrenOf(readDer(signature));
  if (type?.bytes.toString("hex") !== OID.signedData || wrapped === undefined) return "not CMS signed data";
  const signedData = childrenOf(readDer(wrapped.content));
  const certificates = signedData.find((part) => part.tag === 0xa0);
  const signer = childrenOf(signedData.at(-1) as Der)[0];
  if (certificates === undefined || signer === undefined) return "no certificate or no signer";
  const parts = childrenOf(signer);
  const algorithm = DIGESTS.get(childrenOf(parts[2] as Der)[0]?.bytes.toString("hex") ?? "");
  const attributes = parts.find((part) => part.tag === 0xa0);
  const value = parts.findLast((part) => part.tag === 0x04);
  if (algorithm === undefined || attributes === undefined || value === undefined) return "signed attributes or digest missing";
  if (!digestOf(attributes)?.equals(createHash(algorithm).update(content).digest())) return "content differs from the signed digest";
  // RFC 5652 5.4: the signature is over the attributes as SET OF, not with their implicit tag.
  const signed = Buffer.concat([Buffer.from([0x31]), attributes.bytes.subarray(1)]);
  const isSound = keysIn(certificates, parts[1] as Der).some((key) => verify(algorithm, signed, key, value.content));
  return isSound ? null : "signature value does not match";
}

function digestOf(attributes: Der): Buffer | undefined {
  const attribute = childrenOf(attributes).find((one) => childrenOf(one)[0]?.bytes.toString("hex") === OID.messageDigest);
  const values = attribute === undefined ? undefined : childrenOf(attribute)[1];
  return values === undefined ? undefined : childrenOf(values)[0]?.content;
}

const keys = new Map<string, { key: KeyObject; serial: string }>();

/** Public keys of the certificates with the signer's serial number; parsing one costs more than verifying. */
function keysIn(certificates: Der, signerId: Der): KeyObject[] {
  const serial = childrenOf(signerId).at(-1)?.content.toString("hex").replace(/^0+/, "");
  return childrenOf(certificates)
    .map((der) => {
      const name = createHash("sha256").update(der.bytes).digest("hex");
      const known = keys.get(name) ?? readCertificate(der.bytes);
      if (keys.size < 1000) keys.set(name, known);
      return known;
    })
    .filter((known) => known.serial === serial)
    .map((known) => known.key);
}

function readCertificate(bytes: Buffer): { key: KeyObject; serial: string } {
  const certificate = new X509Certificate(bytes);
  const key = createPublicKey(certificate.publicKey.export({ type: "spki", format: "pem" }));
  return { key, serial: certificate.serialNumber.toLowerCase().replace(/^0+/, "") };
}
