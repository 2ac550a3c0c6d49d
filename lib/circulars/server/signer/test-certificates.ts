import { createHash, randomBytes } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

const curve = { name: "ECDSA", namedCurve: "P-256" };
const validYears = 5;

/** What a verifier, a mail program and a reader of the signature see first. */
const testSignerName = "TEST İmza (hukuken geçersiz)";

/** A certificate authority of one certificate, and that certificate; PEM texts. */
export async function issueTestCertificates(): Promise<{ authority: string; certificate: string; key: string }> {
  pkijs.setEngine("node", new pkijs.CryptoEngine({ name: "node", crypto }));
  const authorityKeys = await keyPair();
  const signerKeys = await keyPair();
  const authorityName = "TEST İmza Kökü (hukuken geçersiz)";
  const authority = await certificateFor({ subject: authorityName, keys: authorityKeys, issuer: authorityName, isAuthority: true });
  const certificate = await certificateFor({ subject: testSignerName, keys: signerKeys, issuer: authorityName, isAuthority: false });
  await authority.sign(authorityKeys.privateKey, "SHA-256");
  await certificate.sign(authorityKeys.privateKey, "SHA-256");
  return {
    authority: pem("CERTIFICATE", authority.toSchema(true).toBER()),
    certificate: pem("CERTIFICATE", certificate.toSchema(true).toBER()),
    key: pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", signerKeys.privateKey)),
  };
}

function keyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, true, ["sign", "verify"]);
}

async function certificateFor(input: {
  subject: string;
  issuer: string;
  keys: CryptoKeyPair;
  isAuthority: boolean;
}): Promise<pkijs.Certificate> {
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: bytes(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])) });
  certificate.subject.typesAndValues.push(commonName(input.subject));
  certificate.issuer.typesAndValues.push(commonName(input.issuer));
  const now = Date.now();
  // Long past: a letter of any day may be signed and verified in a test, whenever the key was made.
  certificate.notBefore.value = new Date("2020-01-01T00:00:00Z");
  certificate.notAfter.value = new Date(now + validYears * 365 * 24 * 60 * 60 * 1000);
  await certificate.subjectPublicKeyInfo.importKey(input.keys.publicKey);
  certificate.extensions = input.isAuthority ? authorityExtensions() : signerExtensions();
  certificate.extensions.push(await keyIdentifier(input.keys.publicKey));
  return certificate;
}

function authorityExtensions(): pkijs.Extension[] {
  return [
    extension("2.5.29.19", true, new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    extension("2.5.29.15", true, keyUsage(0x06, 1)), // keyCertSign, cRLSign
  ];
}

/** OpenSSL and mail programs accept a signature over mail only with the emailProtection purpose (RFC 8550, 4.4.4). */
function signerExtensions(): pkijs.Extension[] {
  return [
    extension("2.5.29.19", true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    extension("2.5.29.15", true, keyUsage(0xc0, 6)), // digitalSignature, nonRepudiation
    extension("2.5.29.37", false, new pkijs.ExtKeyUsage({ keyPurposes: ["1.3.6.1.5.5.7.3.4"] }).toSchema()),
  ];
}

async function keyIdentifier(publicKey: CryptoKey): Promise<pkijs.Extension> {
  const spki = Buffer.from(await crypto.subtle.exportKey("spki", publicKey));
  const digest = createHash("sha256").update(spki).digest().subarray(0, 20);
  return extension("2.5.29.14", false, new asn1js.OctetString({ valueHex: bytes(digest) }));
}

function keyUsage(bits: number, unusedBits: number): asn1js.BitString {
  return new asn1js.BitString({ valueHex: bytes(Buffer.from([bits])), unusedBits });
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}

function commonName(value: string): pkijs.AttributeTypeAndValue {
  return new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1js.Utf8String({ value }) });
}

function bytes(buffer: Buffer): ArrayBuffer {
  return Uint8Array.from(buffer).buffer;
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
