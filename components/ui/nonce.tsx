"use client";
import { createContext, useContext } from "react";

/** The document's own nonce. A later server render carries another one, which this document would refuse. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
