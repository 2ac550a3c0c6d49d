import type { DefaultSession } from "next-auth";

declare module "next-auth" {
  /** The browser learns nothing from next-auth but when the session ends; the rest is `readMe`. */
  interface Session {
    expires: DefaultSession["expires"];
  }
  interface User {
    sid: string;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}
