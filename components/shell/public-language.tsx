import Link from "next/link";
import { classNames } from "@/components/ui/class-names.ts";

/** The public pages are also read abroad; everything behind sign-in is Turkish. */
export type Language = "tr" | "en";

export const languageOf = (asked: string | undefined): Language => (asked === "en" ? "en" : "tr");

const names: Record<Language, string> = { tr: "Türkçe", en: "English" };

export type LanguageChoiceProps = {
  current: Language;
  path: `/${string}`;
  /** What the address carries besides the language. */
  kept?: Record<string, string | undefined>;
  /** Where an answer on the page must outlive the choice: changes the words in place instead of opening the page anew. */
  onChoose?: (language: Language) => void;
};

export function LanguageChoice({ current, path, kept = {}, onChoose }: LanguageChoiceProps) {
  const addressIn = (language: Language): string => {
    const query = new URLSearchParams(Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1])));
    if (language === "en") query.set("dil", "en");
    const text = query.toString();
    return text ? `${path}?${text}` : path;
  };
  function chooseHere(event: { preventDefault: () => void }, language: Language): void {
    if (!onChoose) return;
    event.preventDefault();
    window.history.replaceState(null, "", addressIn(language));
    onChoose(language);
  }
  return (
    <nav aria-label={current === "tr" ? "Dil" : "Language"} className="flex shrink-0 rounded-md border border-line-strong bg-surface p-px">
      {(["tr", "en"] as const).map((language) => (
        <Link
          key={language}
          href={addressIn(language)}
          onNavigate={(event) => chooseHere(event, language)}
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
