"use client";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";

// Nothing is said before something was done: it comes once the page is alive.
const Host = dynamic(() => import("sonner").then(({ Toaster: host }) => host), { ssr: false });

const UNDO_SECONDS = 10;

type ToastProps = { tone: Tone; glyph: GlyphName; message: string; requestId?: string; undo?: () => void; close: () => void };

function ToastBox({ tone, glyph, message, requestId, undo, close }: ToastProps) {
  return (
    <div className="float flex font-sans min-h-12 w-[22.5rem] max-w-[calc(100vw-2rem)] items-center gap-3 px-4 py-2.5 text-sm text-ink">
      <Glyph name={glyph} size={14} className={toneText[tone]} />
      <span className="min-w-0 flex-1">
        {message}
        {requestId ? <span className="cap block">İstek no {requestId}</span> : null}
      </span>
      {undo ? (
        <>
          <button
            type="button"
            className="link"
            onClick={() => {
              undo();
              close();
            }}
          >
            Geri al
          </button>
          <Countdown from={UNDO_SECONDS} />
        </>
      ) : null}
    </div>
  );
}

function Countdown({ from }: { from: number }) {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft((value) => Math.max(0, value - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden="true" className="num cap">
      {left} sn
    </span>
  );
}

type Message = Omit<ToastProps, "close">;

async function show(message: Message, seconds: number): Promise<void> {
  const { toast } = await import("sonner");
  toast.custom((id) => <ToastBox {...message} close={() => toast.dismiss(id)} />, { duration: seconds * 1000 });
}

/** "Taslak kaydedildi": something small is done; a large deed ends with a page of its own. */
export function toastDone(message: string): void {
  void show({ tone: "green", glyph: "done", message }, 5);
}

/** Only for what can be undone; anything else asks before, not after. */
export function toastUndo(message: string, undo: () => void): void {
  void show({ tone: "green", glyph: "done", message, undo }, UNDO_SECONDS);
}

export function toastFailed(message: string, requestId?: string): void {
  void show({ tone: "red", glyph: "alert", message, requestId }, 12);
}

/** One for the whole document; bottom right, above the phone's bottom bar and any page's act bar (see floating.css). */
export function Toaster() {
  return (
    <Host
      position="bottom-right"
      containerAriaLabel="Bildirimler"
      offset={{ bottom: "var(--toast-bottom)", right: 16 }}
      mobileOffset={{ bottom: "var(--toast-bottom)", left: 16, right: 16 }}
      toastOptions={{ unstyled: true }}
      hotkey={["altKey", "KeyT"]}
    />
  );
}
