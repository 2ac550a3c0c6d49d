"use client";
import { useState } from "react";
import { type DefaultValues, type FieldValues, type Path, type PathValue, type Resolver, useForm } from "react-hook-form";
import { setInvalidParams } from "@/components/ui/form-errors.ts";
import { changedFields, mergedChange } from "@/lib/institutions/institution.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import type { InvalidParam } from "@/lib/platform/errors.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

type Amended = FieldValues & { version: number };

export type AmendForm<Values extends Amended, Parsed, Name extends string> = {
  resolver: Resolver<Values, unknown, Parsed>;
  values: Values;
  /** The fields of the form; others may change meanwhile too, and nobody can look at them. */
  labels: Record<Name, string>;
  refetch: () => Promise<Values>;
  save: (values: Parsed) => Promise<void>;
  /** What the contract's shape cannot say. */
  problemsOf?: (values: Parsed) => InvalidParam[];
};

/** An edit form's state: checks as the BFF does, saves, and after somebody else's change keeps what was typed. */
export function useAmendForm<Values extends Amended, Parsed, Name extends string>(options: AmendForm<Values, Parsed, Name>) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const [before, setBefore] = useState(options.values);
  const [meanwhile, setMeanwhile] = useState<{ theirs: Name[]; both: Name[] } | null>(null);
  const isField = (name: string): name is Name => name in options.labels;
  const form = useForm<Values, unknown, Parsed>({
    resolver: options.resolver,
    defaultValues: before as DefaultValues<Values>,
    shouldFocusError: false,
  });

  async function takeNewState(): Promise<void> {
    const fresh = await options.refetch();
    const { version } = fresh;
    const { merged, theirs, both } = mergedChange<Values>({ ...before, version }, { ...form.getValues(), version }, fresh);
    form.reset(fresh);
    for (const name of changedFields(fresh, merged) as Path<Values>[]) {
      form.setValue(name, merged[name] as PathValue<Values, Path<Values>>, { shouldDirty: true });
    }
    setBefore(fresh);
    setMeanwhile({ theirs: theirs.filter(isField), both: both.filter(isField) });
  }

  async function refuse(error: unknown): Promise<void> {
    if (!(error instanceof ProblemError)) return form.setError("root", { message: errorMessages.internal });
    if (error.code === "stale_version") return await takeNewState();
    const params = error.problem.invalidParams ?? [];
    if (params.length > 0) setInvalidParams(params, form.setError);
    else form.setError("root", { message: `${error.problem.title} İstek no ${error.requestId}` });
  }

  const submit = form.handleSubmit(async (values) => {
    setMeanwhile(null);
    const problems = options.problemsOf?.(values) ?? [];
    if (problems.length > 0) return setInvalidParams(problems, form.setError);
    try {
      await options.save(values);
    } catch (error) {
      await refuse(error).catch(() => form.setError("root", { message: errorMessages.unavailable }));
    }
  });

  return { form, submit, meanwhile };
}
