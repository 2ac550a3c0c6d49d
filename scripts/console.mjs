// What the start scripts say to the operator, and how they give up: one readable sentence, no stack.

const startedAt = performance.now();

/** A failure the operator can mend: its message is printed alone, without a stack. */
export class SetupError extends Error {}

export function progress(message) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`[${seconds}s] ${message}`);
}

/** Prints a refusal as its sentence and anything unforeseen with its stack, since that is a bug. */
export function printFailure(error) {
  const isRefused = ["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(error.code) && error.path;
  if (isRefused) console.error(`\nThis account may not write ${error.path} (${error.code}).`);
  else console.error(error instanceof SetupError ? `\n${error.message}` : error);
}
