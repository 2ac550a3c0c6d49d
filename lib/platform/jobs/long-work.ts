/** Long work: whether its worker still lives is asked each minute, not only after the longest file's time. */
export const longWork = {
  policy: "short",
  notify: true,
  retryLimit: 3,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 1_200,
  heartbeatSeconds: 60,
} as const;
