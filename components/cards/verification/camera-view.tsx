"use client";
import { useEffect, useEffectEvent, useRef } from "react";
import { decodeFrame } from "@/components/cards/verification/decode-picture.ts";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";

/** A look every quarter of a second: quick enough for a hand, light enough for a telephone. */
const lookEveryMs = 250;

export type CameraViewProps = { words: CardVerificationWords["code"]; onFound: (text: string) => void; onRefused: () => void };

/** The camera, until a code is found or the view is left; nothing of it is recorded or sent. */
export function CameraView({ words, onFound, onRefused }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const found = useEffectEvent(onFound);
  const refused = useEffectEvent(onRefused);

  useEffect(() => {
    const watch = { stream: null as MediaStream | null, left: false };
    async function open() {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      if (watch.left || !video.current) return close(stream);
      watch.stream = stream;
      video.current.srcObject = stream;
      await video.current.play();
      while (!watch.left && video.current) {
        const text = await decodeFrame(video.current);
        if (watch.left) return;
        if (text !== null) return found(text);
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    }
    open().catch(() => {
      if (!watch.left) refused();
    });
    return () => {
      watch.left = true;
      if (watch.stream) close(watch.stream);
    };
  }, []);

  return (
    <div className="mt-3">
      <div className="relative overflow-hidden rounded-lg border border-line-strong bg-black">
        <video ref={video} muted playsInline aria-label={words.watching} className="aspect-[4/3] w-full object-cover" />
        <div
          aria-hidden="true"
          className="absolute inset-0 m-auto aspect-square h-2/3 rounded-lg border-2 border-white/90 shadow-[0_0_0_100vmax_rgb(0_0_0/.45)]"
        />
      </div>
      <p role="status" className="small mt-2 text-center text-ink-2">
        {words.watching}
      </p>
    </div>
  );
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
