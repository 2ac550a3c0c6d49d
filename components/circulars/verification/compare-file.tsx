"use client";
import { useState } from "react";
import type { VerificationWords } from "@/components/circulars/verification/verification-words.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Code } from "@/components/ui/code.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { Panel } from "@/components/ui/panel.tsx";

export type CompareFileProps = { digest: string; words: VerificationWords };

type Comparison = { step: "idle" } | { step: "busy" } | { step: "unable" } | { step: "done"; name: string; digest: string };

/** The holder's own file against the signed document; the bytes stay in the browser. */
export function CompareFile({ digest, words: { compare } }: CompareFileProps) {
  const [comparison, setComparison] = useState<Comparison>({ step: "idle" });

  async function take(file: File) {
    setComparison({ step: "busy" });
    const own = await digestOf(file);
    setComparison(own === null ? { step: "unable" } : { step: "done", name: file.name, digest: own });
  }

  return (
    <Panel>
      <h2 className="h-sec">{compare.title}</h2>
      <p className="small mb-3 text-ink-2">{compare.lead}</p>
      <FileDrop
        label={compare.drop}
        choose={compare.choose}
        accept=".pdf,application/pdf"
        busy={comparison.step === "busy" ? compare.busy : false}
        error={comparison.step === "unable" ? compare.unable : undefined}
        onFiles={([file]) => file && void take(file)}
      />
      {comparison.step === "done" ? <Outcome comparison={comparison} digest={digest} words={compare} /> : null}
    </Panel>
  );
}

type OutcomeProps = { comparison: { name: string; digest: string }; digest: string; words: VerificationWords["compare"] };

function Outcome({ comparison, digest, words }: OutcomeProps) {
  const isSame = comparison.digest === digest;
  const { title, text } = isSame ? words.same : words.other;
  return (
    <Banner live tone={isSame ? "green" : "red"} title={title} className="mt-3">
      {text}
      <span className="mt-1 block [overflow-wrap:anywhere]">
        {comparison.name} · {words.yours}: <Code>{comparison.digest}</Code>
      </span>
    </Banner>
  );
}

/** Null where the browser refuses: digests are computed on secure connections only. */
async function digestOf(file: File): Promise<string | null> {
  if (!globalThis.isSecureContext) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
