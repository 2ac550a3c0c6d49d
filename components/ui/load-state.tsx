"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { EmptyState, ErrorState, ForbiddenState, Skeleton } from "@/components/ui/screen-states.tsx";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type LoadStateProps<Data> = {
  query: UseQueryResult<Data>;
  /** "Kurum listesi": what could not be read. */
  what: string;
  /** A way on when there is nothing to show. */
  back?: ReactNode;
  lines?: number;
  children: (data: Data) => ReactNode;
};

/** A query's four states; what was read before stays on the screen when reading it again fails. */
export function LoadState<Data>({ query, what, back, lines = 6, children }: LoadStateProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  // Not asked, or called off before it answered: nothing is on its way (SlowNote says which).
  if (query.isPending && query.fetchStatus === "idle") return null;
  return query.error ? (
    <Refused query={query} what={what} back={back} />
  ) : (
    <Skeleton lines={lines} label={`${what} okunuyor`} className="p-[var(--d-panel)]" />
  );
}

function Refused<Data>({ query, what, back }: Pick<LoadStateProps<Data>, "query" | "what" | "back">) {
  const problem = query.error instanceof ProblemError ? query.error : null;
  if (problem?.code === "forbidden") {
    return (
      <ForbiddenState title={`${what} size açık değil`} action={back}>
        Görme yetkisini sistem yöneticisi verir.
      </ForbiddenState>
    );
  }
  if (problem?.code === "not_found" || problem?.code === "bad_input") {
    return (
      <EmptyState title={`${what} bulunamadı`} action={back}>
        Kayıt yok, başka bir ilin kaydı ya da adres eksik.
      </EmptyState>
    );
  }
  return (
    <ErrorState
      title={`${what} alınamadı`}
      requestId={problem?.requestId === "-" ? null : (problem?.requestId ?? null)}
      onRetry={() => query.refetch()}
      retrying={query.isFetching}
    >
      {problem?.problem.title ?? errorMessages.internal}
    </ErrorState>
  );
}
