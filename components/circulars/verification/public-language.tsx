import Link from "next/link";
import { classNames } from "@/components/ui/class-names.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import type { ErrorCode } from "@/lib/platform/errors.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

/** The public pages are also read abroad; everything behind sign-in is Turkish. */
export type Language = "tr" | "en";

export const languageOf = (asked: string | undefined): Language => (asked === "en" ? "en" : "tr");

const englishProblems: Partial<Record<ErrorCode, string>> = {
  bad_input: "Some of what was entered needs to be corrected.",
  conflict: "The letter is no longer the one shown to you. Reload the page to see its present form.",
  state_forbids: "This cannot be done at this stage.",
  link_expired: "The link has expired or has been replaced by a new one.",
  rate_limited: "Too many requests in a short time. Wait a moment and try again.",
  unavailable: "The system cannot be reached just now. What you have typed is kept; try again shortly.",
};

/** Why it failed, in the reader's language. */
export function problemIn(language: Language, error: Error): string {
  const problem = error instanceof ProblemError ? error.problem : null;
  if (language === "tr") return problem?.title ?? errorMessages.internal;
  return englishProblems[problem?.code ?? "internal"] ?? "Something unexpected happened. Nothing was changed; try again.";
}

const names: Record<Language, string> = { tr: "Türkçe", en: "English" };

export type LanguageChoiceProps = {
  current: Language;
  path: "/verify" | "/acknowledge";
  /** What the address carries besides the language. */
  kept?: Record<string, string | undefined>;
};

export function LanguageChoice({ current, path, kept = {} }: LanguageChoiceProps) {
  const addressIn = (language: Language): string => {
    const query = new URLSearchParams(Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1])));
    if (language === "en") query.set("dil", "en");
    const text = query.toString();
    return text ? `${path}?${text}` : path;
  };
  return (
    <nav aria-label={current === "tr" ? "Dil" : "Language"} className="flex shrink-0 rounded-md border border-line-strong bg-surface p-px">
      {(["tr", "en"] as const).map((language) => (
        <Link
          key={language}
          href={addressIn(language)}
          lang={language}
          aria-current={language === current ? "true" : undefined}
          className={classNames(
            "flex min-h-8 items-center rounded-[5px] px-3 text-sm no-underline max-lg:min-h-10",
            language === current ? "bg-selected font-semibold text-accent-ink" : "text-ink-2 hover:text-ink",
          )}
        >
          {language.toUpperCase()}
          <span className="sr-only"> {names[language]}</span>
        </Link>
      ))}
    </nav>
  );
}

export type InstallationMode = "demo" | "training" | "production";

const modeNotes: Record<Language, Record<InstallationMode, string>> = {
  tr: { demo: "Gösterim kurulumu, TEST imzalar", training: "Eğitim kurulumu, TEST imzalar", production: "" },
  en: { demo: "Demonstration, TEST signatures", training: "Training, TEST signatures", production: "" },
};

export function modeNote(language: Language, mode: InstallationMode): string {
  return modeNotes[language][mode];
}
