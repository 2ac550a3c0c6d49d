import { postToDoor } from "@/components/access/door-request.ts";
import { type Me, readMe } from "@/lib/access/contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { call, ProblemError } from "@/lib/platform/http/call.ts";

export type SignInAnswer = { me: Me } | { refusal: string };

/**
 * Signs in and asks who one is now. next-auth may answer "ok" to a sign-in it has dropped (another tab changed the CSRF
 * cookie in between); the session itself is therefore the proof, and one more try the cure.
 */
export async function requestSignIn(username: string, password: string): Promise<SignInAnswer> {
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const answer = await postToDoor("callback/credentials", { username, password }).catch(() => null);
    if (!answer || answer.status >= 500) return { refusal: errorMessages.unavailable };
    if (!answer.ok) return { refusal: refusalOf(answer.error) };
    const me = await readSession();
    if (me) return { me };
  }
  return { refusal: errorMessages.internal };
}

export async function requestSignOut(): Promise<void> {
  await postToDoor("signout", {});
}

async function readSession(): Promise<Me | null> {
  try {
    return await call(readMe, {});
  } catch (error) {
    if (error instanceof ProblemError && error.code === "unauthenticated") return null;
    throw error;
  }
}

/** The server says "code seconds"; whatever else arrives is a refused password. */
function refusalOf(error: string | null | undefined): string {
  const [, code, seconds] = /^(locked_out|rate_limited|unavailable|internal)(?: (\d+))?$/.exec(error ?? "") ?? [];
  if (code === "unavailable" || code === "internal") return errorMessages[code];
  if (code === "locked_out" || code === "rate_limited") return `${errorMessages[code]} ${waitInWords(Number(seconds ?? 0))}`;
  return errorMessages.sign_in_refused;
}

/** "4 dakika sonra yeniden deneyin." */
export function waitInWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(seconds, 1)} saniye sonra yeniden deneyin.`;
  return `${Math.ceil(seconds / 60)} dakika sonra yeniden deneyin.`;
}
