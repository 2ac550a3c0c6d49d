/** Goes by wire, whoever submits it; by hand and by post a person carries paper. */
export const isWired = (channel: string): boolean => channel === "kep" || channel === "email";
