"use client";
import Link from "next/link";
import { CompareFile } from "@/components/circulars/verification/compare-file.tsx";
import { englishPages } from "@/components/circulars/verification/public-words.ts";
import { senderOf } from "@/components/circulars/verification/sender.ts";
import { verifiedDocumentUrl } from "@/components/circulars/verification/verification-queries.ts";
import { type VerificationWords, verdictOf } from "@/components/circulars/verification/verification-words.ts";
import type { Language } from "@/components/shell/public-language.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Code } from "@/components/ui/code.tsx";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { PdfPages } from "@/components/ui/pdf-pages.tsx";
import { type SummaryItem, SummaryList } from "@/components/ui/summary-list.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { type Tone, toneBox, toneText } from "@/components/ui/tone.ts";
import type { VerificationAnswer } from "@/lib/circulars/public-contract.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

type Found = Extract<VerificationAnswer, { kind: "found" }>;
type FoundLetterProps = { letter: Found; language: Language; words: VerificationWords };

export function FoundLetter({ letter, language, words }: FoundLetterProps) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[1fr_25.5rem]">
      <div className="grid gap-4">
        <VerdictBox letter={letter} words={words} />
        <Panel>
          <SummaryList items={factsOf(letter, words)} />
        </Panel>
        <CompareFile digest={letter.documentDigest} words={words} />
        <p>
          <Link href={language === "en" ? "/verify?dil=en" : "/verify"} className="link">
            {words.found.another}
          </Link>
        </p>
      </div>
      <section aria-labelledby="letter-on-record">
        <h2 id="letter-on-record" className="h-sec mb-2">
          {words.found.document}
        </h2>
        {letter.documentOpen ? (
          <PdfPages
            url={verifiedDocumentUrl(letter.code)}
            name={`${letter.subject}, ${words.found.document}`}
            fileName={`${letter.documentNumber}.pdf`}
            words={language === "en" ? englishPages : undefined}
          />
        ) : (
          <p className="small text-ink-2">{words.found.documentClosed}</p>
        )}
      </section>
    </div>
  );
}

function lookOf({ state, signatureValid }: Found): { tone: Tone; glyph: GlyphName } {
  if (state !== "valid") return { tone: "amber", glyph: "ended" };
  return signatureValid ? { tone: "green", glyph: "done" } : { tone: "red", glyph: "alert" };
}

function VerdictBox({ letter, words }: Pick<FoundLetterProps, "letter" | "words">) {
  const { tone, glyph } = lookOf(letter);
  const verdict = verdictOf(words, letter);
  return (
    <div role="status" className={classNames("flex gap-3 rounded-lg border px-5 py-4", toneBox[tone])}>
      <Glyph name={glyph} size={20} className={classNames("mt-1.5", toneText[tone])} />
      <div>
        <h1 className="h-page text-ink">{verdict.title}</h1>
        <p className="mt-0.5 text-ink-2">{verdict.text}</p>
        <ReplacedBy letter={letter} words={words} />
        {letter.testSignature ? <p className="mt-2 font-medium text-amber">{words.found.signature.testNote}</p> : null}
      </div>
    </div>
  );
}

/** Only by date and number: which letter to go by, nothing of what is in it. */
function ReplacedBy({ letter: { state, replacedBy }, words }: Pick<FoundLetterProps, "letter" | "words">) {
  if (!replacedBy || (state !== "superseded" && state !== "cancelled")) return null;
  const { documentOn, documentNumber } = replacedBy;
  const [before = "", after = ""] = words.found.replacedBy[state](formatDate(documentOn), documentNumber).split(documentNumber);
  return (
    <p className="mt-1 font-medium">
      {before}
      {/* Whole on its own line rather than broken at one of its dashes. */}
      <span className="inline-block max-w-full [overflow-wrap:anywhere]">{documentNumber}</span>
      {after}
    </p>
  );
}

function factsOf(letter: Found, words: VerificationWords): SummaryItem[] {
  const { facts } = words.found;
  return [
    {
      label: facts.subject,
      value: (
        <span className="font-semibold" lang="tr">
          {letter.subject}
        </span>
      ),
    },
    { label: facts.sender, value: <span lang="tr">{senderOf(letter.unitHeading)}</span> },
    { label: facts.number, value: <span className="code">{letter.documentNumber}</span> },
    { label: facts.date, value: <span className="num">{formatDate(letter.documentOn)}</span> },
    ...(letter.state === "valid" ? [signatureFact(letter, words)] : []),
    { label: facts.recipients, value: words.found.recipients(letter.recipientCount) },
    { label: facts.code, value: <Code>{letter.code}</Code> },
    { label: facts.digest, value: <Code>{letter.documentDigest}</Code> },
  ];
}

function signatureFact(letter: Found, { found: { facts, signature } }: VerificationWords): SummaryItem {
  return {
    label: facts.signature,
    value: (
      <>
        {signature.by(letter.signerName)} {letter.testSignature ? <Tag tone="amber">{signature.test}</Tag> : null}
        <span className="small block text-ink-2">
          {letter.signatureValid ? signature.valid : signature.invalid} {formatDateTime(new Date(letter.signedAt))}
        </span>
      </>
    ),
  };
}
