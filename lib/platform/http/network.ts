/** An address has 45 characters at most; a longer entry is somebody's invention and must not become a key in the database. */
const longest = 64;

/** Where a request comes from: the last address in the list is the one our own load balancer saw, those before it are claims. */
export const networkOf = (headers: Headers): string =>
  headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, longest) || "unknown";
