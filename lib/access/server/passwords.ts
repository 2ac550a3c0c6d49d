import { hash, verify } from "@node-rs/argon2";

/** Of no password anybody knows; compared for names that do not exist, so that they take as long as others. */
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$ZOZfUtGWFOd+IZrIvzE5vg$3vtW1QubvBOZRtNQwBztTh74koG6/+jTtBrk6/5AEdc";

/** Argon2id with the library's parameters (19 MiB, two passes), which are OWASP's. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** False for a wrong password, for no account and for one that has no password yet, in the same time. */
export async function isRightPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash?.startsWith("$argon2") ? passwordHash : null;
  const matches = await verify(known ?? decoy, password);
  return matches && known !== null;
}
