"use client";
import { useEffect, useState } from "react";

/** Seconds left until an instant, by this machine's clock; the server's own clock decides. */
export function useSecondsLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000));
}

export function Countdown({ seconds }: { seconds: number }) {
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <span role="timer" aria-label={`Kalan süre ${Math.ceil(seconds / 60)} dakika`} className={seconds < 120 ? "num text-red" : "num"}>
      {text}
    </span>
  );
}
