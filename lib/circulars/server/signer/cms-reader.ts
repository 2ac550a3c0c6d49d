/** Reads the parts of a CMS SignedData (RFC 5652, 5.1) that a verification needs. Throws on anything it does not know. */
import * as asn1js from "asn1js";

const messageDigestType = "1.2.840.113549.1.9.4";
const signingTimeType = "1.2.840.113549.1.9.5";
const signingCertificateV2Type = "1.2.840.113549.1.9.16.2.47";

const hashNames = new Map([
  ["2.16.840.1.101.3.4.2.1", "sha256"],
  ["2.16.840.1.101.3.4.2.2", "sha384"],
  ["2.16.840.1.101.3.4.2.3", "sha512"],
]);

export type SignedDataParts = {
  certificates: Buffer[];
  /** Node's name of the digest algorithm. */
  hash: string;
  /** As signed: the DER of the SET, not of the [0] that stands in the message. */
  signedAttributes: Buffer;
  messageDigest: Buffer;
  signingTime: Date | null;
  signerCertificate: { hash: string; digest: Buffer };
  signature: Buffer;
};

export function readSignedData(der: Buffer): SignedDataParts {
  const [, content] = members(parse(der));
  const signedData = members(members(content)[0]);
  const certificates = members(signedData.find((field) => isTagged(field, 0))).map(raw);
  const signerInfos = members(signedData.at(-1));
  if (signerInfos.length !== 1) throw new Error("exactly one signature is expected");
  const [, , digestAlgorithm, attributes, , signature] = members(signerInfos[0]);
  if (!isTagged(attributes, 0)) throw new Error("the signature has no signed attributes");
  const signedAttributes = Buffer.from(raw(attributes));
  signedAttributes[0] = 0x31;
  const values = new Map(members(attributes).map((attribute) => attributeValue(attribute)));
  return {
    certificates,
    hash: hashName(digestAlgorithm),
    signedAttributes,
    messageDigest: octets(values.get(messageDigestType)),
    signingTime: readTime(values.get(signingTimeType)),
    signerCertificate: readSigningCertificate(values.get(signingCertificateV2Type)),
    signature: octets(signature),
  };
}

/** Issuer name and serial number of a certificate, byte for byte. */
export function certificateId(der: Buffer): { issuer: Buffer; serialNumber: Buffer } {
  const fields = members(members(parse(der))[0]);
  const [serialNumber, , issuer] = isTagged(fields[0], 0) ? fields.slice(1) : fields;
  return { issuer: raw(issuer), serialNumber: raw(serialNumber) };
}

type Block = asn1js.BaseBlock | undefined;

function parse(der: Buffer): Block {
  const { result, offset } = asn1js.fromBER(der);
  if (offset === -1) throw new Error("the bytes are not DER");
  return result;
}

function members(block: Block): asn1js.BaseBlock[] {
  if (block instanceof asn1js.Constructed) return block.valueBlock.value as asn1js.BaseBlock[];
  throw new Error("a structure is missing");
}

function raw(block: Block): Buffer {
  if (block === undefined) throw new Error("a field is missing");
  return Buffer.from(block.valueBeforeDecodeView);
}

function isTagged(block: Block, number: number): boolean {
  return block !== undefined && block.idBlock.tagClass === 3 && block.idBlock.tagNumber === number;
}

function octets(block: Block): Buffer {
  if (!(block instanceof asn1js.OctetString)) throw new Error("a value is missing");
  return Buffer.from(block.valueBlock.valueHexView);
}

function objectId(block: Block): string {
  if (!(block instanceof asn1js.ObjectIdentifier)) throw new Error("an identifier is missing");
  return block.getValue();
}

function attributeValue(attribute: asn1js.BaseBlock): [string, Block] {
  const [type, values] = members(attribute);
  return [objectId(type), members(values)[0]];
}

function hashName(algorithm: Block): string {
  const name = hashNames.get(objectId(members(algorithm)[0]));
  if (name === undefined) throw new Error("the digest algorithm is not accepted");
  return name;
}

function readTime(block: Block): Date | null {
  return block instanceof asn1js.UTCTime ? block.toDate() : null;
}

/** ESSCertIDv2 (RFC 5035): the algorithm may be left out and is SHA-256 then. */
function readSigningCertificate(block: Block): { hash: string; digest: Buffer } {
  const [first, second] = members(members(members(block)[0])[0]);
  return first instanceof asn1js.OctetString
    ? { hash: "sha256", digest: octets(first) }
    : { hash: hashName(first), digest: octets(second) };
}
