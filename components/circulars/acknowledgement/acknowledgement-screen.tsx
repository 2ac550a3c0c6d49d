"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { acknowledgementQueries } from "@/components/circulars/acknowledgement/acknowledgement-queries.ts";
import { type AcknowledgementWords, acknowledgementWords } from "@/components/circulars/acknowledgement/acknowledgement-words.ts";
import { LinkedLetterView } from "@/components/circulars/acknowledgement/linked-letter-view.tsx";
import { problemIn } from "@/components/circulars/verification/public-problems.ts";
import { type InstallationMode, type Language, LanguageChoice, modeNote } from "@/components/shell/public-language.tsx";
import { PublicPage } from "@/components/shell/public-page.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { Skeleton } from "@/components/ui/screen-states.tsx";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type AcknowledgementScreenProps = { isRefused: boolean; language: Language; mode: InstallationMode };

/** For the holder of a recipient's own link: the letter, and the word that it has arrived. */
export function AcknowledgementScreen({ isRefused, language, mode }: AcknowledgementScreenProps) {
  const words = acknowledgementWords[language];
  return (
    <PublicPage
      title={words.page}
      language={language}
      note={modeNote(language, mode)}
      aside={<LanguageChoice current={language} path="/acknowledge" kept={{ durum: isRefused ? "gecersiz" : undefined }} />}
      foot={words.foot}
    >
      {isRefused ? <RefusedLink language={language} words={words} /> : <OpenedLink language={language} words={words} />}
    </PublicPage>
  );
}

type PartProps = { language: Language; words: AcknowledgementWords };

function OpenedLink({ language, words }: PartProps) {
  const query = useQuery(acknowledgementQueries.letter());
  if (query.data !== undefined) return <LinkedLetterView letter={query.data} language={language} words={words} />;
  if (!query.error) return <Skeleton lines={8} label={words.loading} />;
  const problem = query.error instanceof ProblemError ? query.error.problem : null;
  if (problem?.code === "link_expired" || problem?.code === "bad_input") return <RefusedLink language={language} words={words} />;
  return (
    <div role="alert" className="mx-auto max-w-[44rem]">
      <h1 className="h-page flex items-center gap-2">
        <Glyph name="alert" size={18} className="text-red" />
        {words.failed.title}
      </h1>
      <p className="mt-1 text-ink-2">{problemIn(language, query.error)}</p>
      <p className="mt-3 flex flex-wrap items-center gap-3">
        <Button onClick={() => query.refetch()} busy={query.isFetching ? words.loading : false}>
          {words.failed.retry}
        </Button>
        {problem && problem.requestId !== "-" ? (
          <span className="cap">
            {words.failed.request} <span className="font-mono">{problem.requestId}</span>
          </span>
        ) : null}
      </p>
    </div>
  );
}

/** Unknown, expired and replaced look alike: the page tells nothing about which links exist. */
function RefusedLink({ language, words: { refused } }: PartProps) {
  return (
    <div className="mx-auto max-w-[44rem]">
      <h1 className="h-page flex items-center gap-2">
        <Glyph name="ended" size={18} className="text-grey" />
        {refused.title}
      </h1>
      <p className="mt-1 text-ink-2">{refused.text}</p>
      <p className="mt-3 text-ink-2">{refused.advice}</p>
      <p className="mt-4">
        <Link href={language === "en" ? "/verify?dil=en" : "/verify"} className="link">
          {refused.verify}
        </Link>
      </p>
    </div>
  );
}
