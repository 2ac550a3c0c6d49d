"use client";
import { CodeForm } from "@/components/circulars/verification/code-form.tsx";
import type { VerificationWords } from "@/components/circulars/verification/verification-words.ts";
import { Code } from "@/components/ui/code.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";

export type UnknownCodeProps = { code: string; words: VerificationWords; onVerify: (code: string) => void };

/** Looked up and not found; the form of the code is right. */
export function UnknownCode({ code, words, onVerify }: UnknownCodeProps) {
  return (
    <div className="mx-auto max-w-[44rem]">
      <div role="status">
        <h1 className="h-page flex items-center gap-2">
          <Glyph name="ended" size={18} className="text-grey" />
          {words.unknown.title}
        </h1>
        <p className="mt-1 text-ink-2">{words.unknown.text}</p>
        <p className="mt-3">
          <Code>{code}</Code>
        </p>
      </div>
      <p className="mt-3 mb-6 text-ink-2">{words.unknown.advice}</p>
      <Panel>
        <CodeForm words={words} deed={words.enter.again} label={words.malformed.correct} initial={code} onVerify={onVerify} />
      </Panel>
    </div>
  );
}
