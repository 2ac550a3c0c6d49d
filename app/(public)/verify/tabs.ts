import type { PublicTab } from "@/components/shell/public-frame.tsx";
import type { Language } from "@/components/shell/public-language.tsx";

const labels = { tr: { letter: "Yazı", card: "Kart" }, en: { letter: "Letter", card: "Card" } };

/** The two things that strangers verify. */
export function verificationTabs(language: Language, current: "letter" | "card"): PublicTab[] {
  const suffix = language === "en" ? "?dil=en" : "";
  return [
    { href: `/verify${suffix}`, label: labels[language].letter, current: current === "letter" },
    { href: `/verify/card${suffix}`, label: labels[language].card, current: current === "card" },
  ];
}
