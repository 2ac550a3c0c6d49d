/**
 * CAdES-B-B signatures (ETSI EN 319 122-1, 5.3), detached: prepare gives the bytes the key signs, finalise puts the
 * value in. The two halves may lie minutes apart, with a card on the user's own PC between them.
 */
import { createHash, X509Certificate } from "node:crypto";
import * as asn1js from "asn1js";
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
  const { result } = asn1js.fromBER(der);
  const fields = sequenceFields(sequenceFields(result)[0]);
  const first = fields[0]?.idBlock.tagClass === 3 ? 1 : 0;
  const [serialNumber, , issuer] = fields.slice(first);
  if (serialNumber === undefined || issuer === undefined) throw new Error("the signer's certificate cannot be read");
  return {
    issuer: Buffer.from(issuer.valueBeforeDecodeView),
    serialNumber: Buffer.from(serialNumber.valueBeforeDecodeView),
    digest: createHash("sha256").update(der).digest(),
    signatureAlgorithm: signatureAlgorithm(der),
  };
}

function sequenceFields(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] {
  return block instanceof asn1js.Sequence ? (block.valueBlock.value as asn1js.BaseBlock[]) : [];
}

function signatureAlgorithm(der: Buffer): Buffer {
  const { asymmetricKeyType } = new X509Certificate(der).publicKey;
  if (asymmetricKeyType === "rsa") return sequence(oid.sha256WithRsa, derNull);
  if (asymmetricKeyType === "ec") return sequence(oid.sha256WithEcdsa);
  throw new Error(`no signature algorithm for a key of type ${asymmetricKeyType}`);
}
