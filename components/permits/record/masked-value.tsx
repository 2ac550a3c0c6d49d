"use client";
import { EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { revealPurposeLabels } from "@/components/permits/labels.ts";
import type { Revealed } from "@/components/permits/record/reveal-dialog.tsx";
import { formatDate } from "@/lib/platform/locale/tr.ts";

/** Dots keep the length of what they hide; a screen reader hears that it is hidden instead of a row of dots. */
export function MaskedText({ masked }: { masked: string | null }) {
  if (masked === null) return <span className="text-ink-off">–</span>;
  return (
    <>
      <span aria-hidden="true" className="code">
        {masked}
      </span>
      <span className="sr-only">gizli</span>
    </>
  );
}

export function RevealedText({ revealed, onHide }: { revealed: Revealed; onHide: () => void }) {
  const seconds = useSecondsUntil(revealed.hideAt, onHide);
  const text = revealed.field === "birth_on" && revealed.value ? formatDate(revealed.value) : revealed.value;
  return (
    <>
      <span className="code font-medium">{text ?? "Kayıtlı değil"}</span>
      <span className="cap block">
        Amaç: {revealPurposeLabels[revealed.purpose].toLocaleLowerCase("tr-TR")} ·{" "}
        <span role="timer" className="num text-amber">
          {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
        </span>{" "}
        kaldı
      </span>
    </>
  );
}

export function HideButton({ what, onHide }: { what: string; onHide: () => void }) {
  return (
    <button type="button" className="link inline-flex items-center gap-1" onClick={onHide}>
      <EyeOff size={14} strokeWidth={1.75} aria-hidden="true" />
      Gizle<span className="sr-only">: {what}</span>
    </button>
  );
}

/** Counts on the wall clock, so that a sleeping machine hides the value on waking. */
function useSecondsUntil(instant: string, onEnd: () => void): number {
  const [now, setNow] = useState(() => Date.now());
  const seconds = Math.max(0, Math.ceil((Date.parse(instant) - now) / 1_000));
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (seconds === 0) onEnd();
  }, [seconds, onEnd]);
  return seconds;
}
