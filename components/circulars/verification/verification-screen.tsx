"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { CodeForm } from "@/components/circulars/verification/code-form.tsx";
import { FoundLetter } from "@/components/circulars/verification/found-letter.tsx";
import { MalformedCode } from "@/components/circulars/verification/malformed-code.tsx";
import { problemIn } from "@/components/circulars/verification/public-problems.ts";
import { UnknownCode } from "@/components/circulars/verification/unknown-code.tsx";
import { verificationQueries } from "@/components/circulars/verification/verification-queries.ts";
import { type VerificationWords, verificationWords } from "@/components/circulars/verification/verification-words.ts";
import type { PublicTab } from "@/components/shell/public-frame.tsx";
import { type InstallationMode, type Language, LanguageChoice, modeNote } from "@/components/shell/public-language.tsx";
import { PublicPage } from "@/components/shell/public-page.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Panel } from "@/components/ui/panel.tsx";
import { Skeleton } from "@/components/ui/screen-states.tsx";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type VerificationScreenProps = { code: string; language: Language; mode: InstallationMode; tabs: readonly PublicTab[] };

/** For whoever holds a letter: is it ours, is it unchanged, is it in force. */
export function VerificationScreen({ code, language, mode, tabs }: VerificationScreenProps) {
  const words = verificationWords[language];
  return (
    <PublicPage
      title={words.page}
      language={language}
      note={modeNote(language, mode)}
      tabs={tabs}
      aside={<LanguageChoice current={language} path="/verify" kept={{ code }} />}
      foot={words.foot}
    >
      {code === "" ? <Entrance language={language} words={words} /> : <Answer key={code} code={code} language={language} words={words} />}
    </PublicPage>
  );
}

type PartProps = { language: Language; words: VerificationWords };

function useVerify(language: Language) {
  const router = useRouter();
  return (code: string) => router.push(`/verify?code=${encodeURIComponent(code)}${language === "en" ? "&dil=en" : ""}`);
}

function Entrance({ language, words }: PartProps) {
  const verify = useVerify(language);
  return (
    <div className="mx-auto max-w-[44rem]">
      <h1 className="h-page">{words.enter.title}</h1>
      <p className="mt-1 mb-6 text-ink-2">{words.enter.lead}</p>
      <Panel>
        <CodeForm words={words} deed={words.enter.deed} onVerify={verify} />
      </Panel>
    </div>
  );
}

function Answer({ code, language, words }: PartProps & { code: string }) {
  const verify = useVerify(language);
  const query = useQuery(verificationQueries.letter(code));
  const { data: answer } = query;
  if (query.error) return <Failure code={code} words={words} language={language} query={query} />;
  if (answer === undefined) return <Skeleton lines={6} label={words.loading} />;
  if (answer.kind === "found") return <FoundLetter letter={answer} language={language} words={words} />;
  if (answer.kind === "unknown") return <UnknownCode code={answer.code} words={words} onVerify={verify} />;
  return <MalformedCode answer={answer} language={language} words={words} onVerify={verify} />;
}

type FailureProps = PartProps & { code: string; query: { error: Error | null; isFetching: boolean; refetch: () => unknown } };

function Failure({ code, words, language, query: { error, isFetching, refetch } }: FailureProps) {
  const verify = useVerify(language);
  const problem = error instanceof ProblemError ? error.problem : null;
  const isLimited = problem?.code === "rate_limited";
  return (
    <div className="mx-auto max-w-[44rem]">
      <div role="alert" className="mb-6">
        <h1 className="h-page flex items-center gap-2">
          <Glyph name={isLimited ? "waiting" : "alert"} size={18} className={isLimited ? "text-amber" : "text-red"} />
          {words.failed.title}
        </h1>
        <p className="mt-1 text-ink-2">{isLimited || !error ? words.failed.limited : problemIn(language, error)}</p>
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button onClick={() => refetch()} busy={isFetching ? words.loading : false}>
            {words.failed.retry}
          </Button>
          {problem && problem.requestId !== "-" ? (
            <span className="cap">
              {words.failed.request} <span className="font-mono">{problem.requestId}</span>
            </span>
          ) : null}
        </p>
      </div>
      <Panel>
        <CodeForm words={words} deed={words.enter.again} initial={code} onVerify={verify} />
      </Panel>
    </div>
  );
}
