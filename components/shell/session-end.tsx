"use client";
import { Timer } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button.tsx";

const WARN_SECONDS = 120;

export type SessionEndProps = {
  /** Instant at which the session ends unless something is done. */
  endsAt: string;
  /** False when the absolute end is near: it cannot be moved, one signs in again. */
  canExtend: boolean;
  onExtend: () => Promise<unknown>;
  onEnded: () => void;
};

/** Warns two minutes before (ux.md, "Session end"); it does not take the focus from a sentence being typed. */
export function SessionEnd({ endsAt, canExtend, onExtend, onEnded }: SessionEndProps) {
  const left = useSecondsLeft(endsAt);
  const [extending, setExtending] = useState(false);
  const ended = left !== null && left <= 0;
  useEffect(() => {
    if (ended) onEnded();
  }, [ended, onEnded]);
  if (left === null || left > WARN_SECONDS) return null;

  async function extend() {
    setExtending(true);
    await onExtend().finally(() => setExtending(false));
  }

  const clock = `${Math.floor(Math.max(left, 0) / 60)}:${String(Math.max(left, 0) % 60).padStart(2, "0")}`;
  return (
    <div
      role="alertdialog"
      aria-label="Oturum kapanmak üzere"
      aria-describedby="session-end-text"
      className="float fixed right-4 bottom-4 z-50 flex w-[22.5rem] max-w-[calc(100vw-2rem)] items-center gap-3 px-4 py-3 text-sm max-lg:bottom-18"
    >
      <Timer size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
      <p id="session-end-text" className="flex-1">
        Oturum <b className="num font-semibold">{clock}</b> sonra kapanacak.{" "}
        {canExtend ? "Yeniden girdiğinizde bu sayfaya dönersiniz." : "Süre uzatılamaz; yeniden girdiğinizde bu sayfaya dönersiniz."}
      </p>
      <span role="alert" className="sr-only">
        Oturum iki dakika içinde kapanacak.
      </span>
      {canExtend ? (
        <Button tone="primary" size="sm" busy={extending ? "Sürdürülüyor" : false} onClick={extend}>
          Sürdür
        </Button>
      ) : null}
    </div>
  );
}

function useSecondsLeft(endsAt: string): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now === null ? null : Math.ceil((Date.parse(endsAt) - now) / 1000);
}
