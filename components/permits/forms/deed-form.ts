"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type DefaultValues, type FieldErrors, type FieldValues, type Resolver, set, type UseFormReturn, useForm } from "react-hook-form";
import { permitQueries } from "@/components/permits/permit-queries.ts";
import { permitRecordQuery } from "@/components/permits/record/record-queries.ts";
import { issueMessage, setInvalidParams } from "@/components/ui/form-errors.ts";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { call, ProblemError } from "@/lib/platform/http/call.ts";
import type { Endpoint, InputOf } from "@/lib/platform/http/endpoint.ts";

export type Staged = { fileId: string; name: string } | null;

type PermitCommand = Endpoint & { output: { parse: (value: unknown) => PermitRecord } };

export type DeedOptions<Values extends FieldValues, E extends PermitCommand> = {
  endpoint: E;
  /** The record that is being changed; null while a new one is made. */
  permitId: string | null;
  defaults: DefaultValues<Values>;
  /** The endpoint's input for what is typed; its paths are the form's paths. */
  inputOf: (values: Values, version: number) => InputOf<E>;
  version: number;
  /** Shows the answers once more before a deed that cannot be undone. */
  hasCheck?: boolean;
  onDone: (record: PermitRecord) => void;
};

export type Deed<Values extends FieldValues> = {
  form: UseFormReturn<Values>;
  step: "write" | "check";
  isStale: boolean;
  submit: () => void;
  backToWriting: () => void;
};

/** A command's form: checks as the BFF does, puts refusals at the fields, keeps what was typed when the record moved on. */
export function useDeedForm<Values extends FieldValues, E extends PermitCommand>(options: DeedOptions<Values, E>): Deed<Values> {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const { endpoint, permitId, defaults, inputOf, hasCheck, onDone } = options;
  const queries = useQueryClient();
  const version = useRef(options.version);
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<"write" | "check">("write");
  const [isStale, setStale] = useState(false);
  const form = useForm<Values>({
    defaultValues: defaults,
    shouldFocusError: false,
    resolver: inputResolver(endpoint, (values) => inputOf(values, version.current)),
  });
  const command = useMutation({
    mutationFn: (input: InputOf<E>) => call(endpoint, input, { idempotencyKey }) as Promise<PermitRecord>,
    meta: { handlesErrors: true },
    // The form stays as it is until it leaves: the next page reads the record anew.
    onSuccess: () => queries.invalidateQueries({ queryKey: permitQueries.root, refetchType: "none" }),
    // A refused deed is another one when it is tried again with other words.
    onError: () => setIdempotencyKey(crypto.randomUUID()),
  });

  async function refuse(error: unknown): Promise<void> {
    setStep("write");
    if (error instanceof ProblemError && error.code === "stale_version" && permitId) {
      const fresh = await queries.fetchQuery({ ...permitRecordQuery(permitId), staleTime: 0 });
      version.current = fresh.version;
      return setStale(true);
    }
    setInvalidParams(refusalsOf(error), form.setError);
  }

  const submit = form.handleSubmit(async (values) => {
    setStale(false);
    if (hasCheck && step === "write") return setStep("check");
    try {
      onDone(await command.mutateAsync(inputOf(values as Values, version.current)));
    } catch (error) {
      await refuse(error).catch(() => form.setError("root", { message: errorMessages.unavailable }));
    }
  });
  return { form, step, isStale, submit: () => void submit(), backToWriting: () => setStep("write") };
}

/** Why a deed was refused, each word at its field. */
export function refusalsOf(error: unknown) {
  if (!(error instanceof ProblemError)) return [{ path: "", message: errorMessages.internal }];
  const params = error.problem.invalidParams ?? [];
  return params.length > 0
    ? params.map(({ path, message }) => ({ path: fieldPathOf(path), message }))
    : [{ path: "", message: `${error.problem.title} İstek no ${error.requestId}` }];
}

/** Password or code: the form has one field for both. */
const fieldPathOf = (path: string): string => (path.startsWith("stepUp.") ? "stepUp" : path);

/** The endpoint's own schema judges what is typed, after the form's texts have become its input. */
export function inputResolver<Values extends FieldValues>(
  endpoint: Endpoint,
  inputOf: (values: Values) => unknown,
  fieldOf = fieldPathOf,
): Resolver<Values> {
  return async (values) => {
    const parsed = endpoint.input.safeParse(inputOf(values), { error: neededMessage });
    if (parsed.success) return { values, errors: {} };
    const errors: FieldErrors<Values> = {};
    for (const { path, message } of parsed.error.issues) set(errors, fieldOf(path.join(".")) || "root", { type: "schema", message });
    return { values: {}, errors };
  };
}

const dates = /(On|From|To)$/;

type Issue = Parameters<typeof issueMessage>[0] & { path?: readonly PropertyKey[] | undefined; format?: unknown };

function neededMessage(issue: Issue): string | undefined {
  const name = String(issue.path?.at(-1));
  if (name === "evidenceFileId") return "Dayanak belgesini yükleyin.";
  if (dates.test(name) && (issue.code === "invalid_format" || issue.code === "invalid_type"))
    return "Gün.ay.yıl olarak yazın. Örnek: 17.03.2026";
  if (issue.code === "too_small" && issue.origin === "string" && Number(issue.minimum) > 1)
    return `En az ${String(issue.minimum)} harf yazın.`;
  return issueMessage(issue);
}
