/**
 * The one door to a private key. A software key, a card behind PKCS#11 and a device on the user's PC all stand behind
 * it; everything else of a signature is computed without the key.
 */
export type Signer = {
  /** Only "qualified" carries legal effect (Law No. 5070); whatever "test" signs says so on every page. */
  level: "test" | "qualified";
  /** DER, the signer's own certificate first. */
  certificateChain(): Promise<Buffer[]>;
  /** SHA-256 with RSA (PKCS #1 v1.5) or ECDSA (DER), as the key of the first certificate demands. */
  sign(toBeSigned: Buffer): Promise<Buffer>;
};
