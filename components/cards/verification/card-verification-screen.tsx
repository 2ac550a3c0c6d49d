"use client";
import Link from "next/link";
import { useEffect, useEffectEvent, useState } from "react";
import { AnswerView } from "@/components/cards/verification/answer-view.tsx";
import { CodeReader } from "@/components/cards/verification/code-reader.tsx";
import { failureIn } from "@/components/cards/verification/failure-words.ts";
import { NumberForm } from "@/components/cards/verification/number-form.tsx";
import { UnreadableView } from "@/components/cards/verification/unreadable-view.tsx";
import { useRecordOf, useVerifyCard, type VerifiedCard } from "@/components/cards/verification/use-card-verification.ts";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import { english } from "@/components/cards/verification/words-english.ts";
import { turkish } from "@/components/cards/verification/words-turkish.ts";
import type { PublicTab } from "@/components/shell/public-frame.tsx";
import { type InstallationMode, type Language, LanguageChoice, modeNote } from "@/components/shell/public-language.tsx";
import { PublicPage } from "@/components/shell/public-page.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ProblemError } from "@/lib/platform/http/call.ts";

const wordsIn: Record<Language, CardVerificationWords> = { tr: turkish, en: english };

export type CardVerificationScreenProps = {
  language: Language;
  mode: InstallationMode;
  tabs: Record<Language, readonly PublicTab[]>;
  /** A signed-in person who may read cards. */
  atDesk: boolean;
};

/** For whoever has a card before them: is it good, until when, and what does it stand in for. */
export function CardVerificationScreen({ language: asked, mode, tabs, atDesk }: CardVerificationScreenProps) {
  const [language, setLanguage] = useState(asked);
  const words = wordsIn[language];
  return (
    <PublicPage
      title={words.page}
      language={language}
      note={modeNote(language, mode)}
      tabs={tabs[language]}
      aside={<LanguageChoice current={language} path="/verify/card" onChoose={setLanguage} />}
      foot={words.foot}
    >
      <Verification language={language} words={words} atDesk={atDesk} />
      {atDesk ? (
        <p className="mt-6 text-center">
          <Link href="/" className="link small">
            {words.back}
          </Link>
        </p>
      ) : null}
    </PublicPage>
  );
}

type PartProps = { language: Language; words: CardVerificationWords; atDesk: boolean };

function Verification({ language, words, atDesk }: PartProps) {
  const verify = useVerifyCard();
  const { data: verified, error, isPending, mutate } = verify;
  useCodeInAddress((code) => mutate({ by: "code", code }));
  const isAnswered = verified?.kind === "answered" && verified.answer.outcome !== "unknown";
  return (
    <div className="grid gap-5">
      {error ? <Failure error={error} words={words} /> : null}
      {verified ? <Outcome verified={verified} language={language} words={words} atDesk={atDesk} onAgain={verify.reset} /> : null}
      {isAnswered ? null : (
        <div className="mx-auto grid w-full max-w-[44rem] gap-4">
          {verified ? null : (
            <div>
              <h1 className="h-page">{words.title}</h1>
              <p className="mt-1 text-ink-2">{words.lead}</p>
            </div>
          )}
          <Ways words={words} atDesk={atDesk} busy={isPending} onAsk={mutate} />
        </div>
      )}
    </div>
  );
}

type WaysProps = Pick<PartProps, "words" | "atDesk"> & { busy: boolean; onAsk: ReturnType<typeof useVerifyCard>["mutate"] };

/** On the telephone with an institution nobody has the card: the number comes first there. */
function Ways({ words, atDesk, busy, onAsk }: WaysProps) {
  const ask = (question: Parameters<typeof onAsk>[0]) => onAsk(question, { onSettled: () => window.scrollTo({ top: 0 }) });
  const byCode = <CodeReader key="code" words={words.code} isSecond={atDesk} busy={busy} onAsk={ask} />;
  const byNumber = <NumberForm key="number" words={words.number} atDesk={atDesk} busy={busy} onAsk={ask} />;
  return <>{atDesk ? [byNumber, byCode] : [byCode, byNumber]}</>;
}

type OutcomeProps = PartProps & { verified: VerifiedCard; onAgain: () => void };

function Outcome({ verified, language, words, atDesk, onAgain }: OutcomeProps) {
  if (verified.kind === "unreadable") return <UnreadableView reason={verified.reason} language={language} words={words} />;
  const { answer, testCode } = verified;
  return (
    <>
      <AnswerView answer={answer} testCode={testCode} atDesk={verified.atDesk ?? false} language={language} words={words} />
      {answer.outcome === "unknown" ? null : (
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button onClick={onAgain} className="max-sm:min-h-12 max-sm:w-full">
            {words.again}
          </Button>
          {atDesk ? <RecordLink number={answer.number} words={words} /> : null}
        </p>
      )}
    </>
  );
}

/** Appears only where the record is among one's own rows. */
function RecordLink({ number, words }: { number: string | null; words: CardVerificationWords }) {
  const { data } = useRecordOf(number);
  if (!data?.cardId) return null;
  return (
    <Link href={`/cards/${data.cardId}`} className="link">
      {words.record}
    </Link>
  );
}

function Failure({ error, words }: { error: Error; words: CardVerificationWords }) {
  const requestId = error instanceof ProblemError ? error.requestId : "-";
  return (
    <Banner live tone="amber" title={words.failed.title} className="mx-auto w-full max-w-[44rem]">
      {failureIn(words, error)}
      {requestId === "-" ? null : (
        <span className="cap mt-1 block">
          {words.failed.request} <span className="font-mono">{requestId}</span>
        </span>
      )}
    </Banner>
  );
}

/** What a scanned address carries behind `#`; it is taken out at once, so that no history or shared screen keeps it. */
function useCodeInAddress(onCode: (code: string) => void): void {
  const taken = useEffectEvent(onCode);
  useEffect(() => {
    const take = () => {
      const code = window.location.hash.slice(1);
      if (code === "") return;
      window.history.replaceState(null, "", window.location.pathname + window.location.search);
      taken(code);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
}
