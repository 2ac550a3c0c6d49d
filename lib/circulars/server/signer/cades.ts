/**
 * CAdES-B-B signatures (ETSI EN 319 122-1, 5.3), detached: prepare gives the bytes the key signs, finalise puts the
 * value in. The two halves may lie minutes apart, with a card on the user's own PC between them.
 */
import { createHash, verify, X509Certificate } from "node:crypto";
import { certificateId, readSignedData, type SignedDataParts } from "./cms-reader.ts";
import { derNull, explicit, implicit, objectIdentifier, octetString, sequence, setOf, smallInteger, time } from "./der.ts";

const oid = {
  data: objectIdentifier("1.2.840.113549.1.7.1"),
  signedData: objectIdentifier("1.2.840.113549.1.7.2"),
  contentType: objectIdentifier("1.2.840.113549.1.9.3"),
  messageDigest: objectIdentifier("1.2.840.113549.1.9.4"),
  signingTime: objectIdentifier("1.2.840.113549.1.9.5"),
  signingCertificateV2: objectIdentifier("1.2.840.113549.1.9.16.2.47"),
  sha256: objectIdentifier("2.16.840.1.101.3.4.2.1"),
  sha256WithRsa: objectIdentifier("1.2.840.113549.1.1.11"),
  sha256WithEcdsa: objectIdentifier("1.2.840.10045.4.3.2"),
};

/** A PDF states the time of signing itself, so PAdES forbids the attribute (EN 319 142-1, 6.3); the others demand it. */
export type SignatureProfile = "cms" | "pades" | "smime";

type SignerCertificate = { issuer: Buffer; serialNumber: Buffer; digest: Buffer; signatureAlgorithm: Buffer };

/** The DER of the signed attributes: exactly what the private key signs. */
export function prepareSignature(input: {
  contentDigest: Buffer;
  certificateChain: Buffer[];
  signingTime: Date;
  profile: SignatureProfile;
}): Buffer {
  const certificate = signerCertificate(input.certificateChain);
  const attributes = [
    attribute(oid.contentType, oid.data),
    attribute(oid.messageDigest, octetString(input.contentDigest)),
    attribute(oid.signingCertificateV2, signingCertificate(certificate)),
  ];
  if (input.profile !== "pades") attributes.push(attribute(oid.signingTime, time(input.signingTime)));
  return setOf(...attributes);
}

/** The detached CMS (DER) of a signature value over prepared attributes. */
export function finaliseSignature(input: { signedAttributes: Buffer; signature: Buffer; certificateChain: Buffer[] }): Buffer {
  const certificate = signerCertificate(input.certificateChain);
  const digestAlgorithm = sequence(oid.sha256, derNull);
  const signerInfo = sequence(
    smallInteger(1),
    sequence(certificate.issuer, certificate.serialNumber),
    digestAlgorithm,
    implicit(0, input.signedAttributes),
    certificate.signatureAlgorithm,
    octetString(input.signature),
  );
  const signedData = sequence(
    smallInteger(1),
    setOf(digestAlgorithm),
    sequence(oid.data),
    implicit(0, setOf(...input.certificateChain)),
    setOf(signerInfo),
  );
  return sequence(oid.signedData, explicit(0, signedData));
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return sequence(type, setOf(value));
}

/** ESSCertIDv2 (RFC 5035); SHA-256 is the default algorithm and therefore left out. Binds the certificate to the signature. */
function signingCertificate(certificate: SignerCertificate): Buffer {
  const generalName = explicit(4, certificate.issuer);
  const issuerSerial = sequence(sequence(generalName), certificate.serialNumber);
  return sequence(sequence(sequence(octetString(certificate.digest), issuerSerial)));
}

const known = new WeakMap<Buffer, SignerCertificate>();

function signerCertificate(chain: Buffer[]): SignerCertificate {
  const [leaf] = chain;
  if (leaf === undefined) throw new Error("a signature needs the signer's certificate");
  const seen = known.get(leaf);
  if (seen !== undefined) return seen;
  const read = readCertificate(leaf);
  known.set(leaf, read);
  return read;
}

/** Issuer and serial number are copied byte for byte: re-encoding a foreign name may change it. */
function readCertificate(der: Buffer): SignerCertificate {
  const { issuer, serialNumber } = certificateId(der);
  return { issuer, serialNumber, digest: createHash("sha256").update(der).digest(), signatureAlgorithm: signatureAlgorithm(der) };
}

function signatureAlgorithm(der: Buffer): Buffer {
  const { asymmetricKeyType } = new X509Certificate(der).publicKey;
  if (asymmetricKeyType === "rsa") return sequence(oid.sha256WithRsa, derNull);
  if (asymmetricKeyType === "ec") return sequence(oid.sha256WithEcdsa);
  throw new Error(`no signature algorithm for a key of type ${asymmetricKeyType}`);
}

/**
 * `level` is what the certificate says of itself; whether its issuer is trusted is another question. A signature that
 * cannot be read is not valid.
 */
export type SignatureVerdict =
  | { valid: true; signerName: string; signingTime: Date | null; level: "test" | "qualified" | "other" }
  | { valid: false; signerName: null; signingTime: null; level: null };

const notValid: SignatureVerdict = { valid: false, signerName: null, signingTime: null, level: null };

/** Whether the detached CMS is a signature over exactly these bytes by the certificate it names. */
export async function verifyDetached(input: { content: Buffer; signature: Buffer }): Promise<SignatureVerdict> {
  try {
    return verdictOf(input.content, readSignedData(input.signature));
  } catch {
    return notValid;
  }
}

function verdictOf(content: Buffer, parts: SignedDataParts): SignatureVerdict {
  const named = parts.certificates.find((der) => digestOf(parts.signerCertificate.hash, der).equals(parts.signerCertificate.digest));
  if (named === undefined || !digestOf(parts.hash, content).equals(parts.messageDigest)) return notValid;
  const certificate = new X509Certificate(named);
  if (!verify(parts.hash, parts.signedAttributes, certificate.publicKey, parts.signature)) return notValid;
  const { signingTime } = parts;
  const isInTime = signingTime === null || (certificate.validFromDate <= signingTime && signingTime <= certificate.validToDate);
  return isInTime ? { valid: true, signerName: commonName(certificate), signingTime, level: levelOf(certificate) } : notValid;
}

function digestOf(hash: string, bytes: Buffer): Buffer {
  return createHash(hash).update(bytes).digest();
}

function commonName(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? "";
}

/** QcCompliance (ETSI EN 319 412-5, 4.2.1) is the statement by which an issuer calls a certificate qualified. */
function levelOf(certificate: X509Certificate): "test" | "qualified" | "other" {
  if (commonName(certificate).startsWith("TEST")) return "test";
  return certificate.raw.includes(objectIdentifier("0.4.0.1862.1.1")) ? "qualified" : "other";
}
