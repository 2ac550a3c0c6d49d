"use client";
import { useState } from "react";
import { type DefaultValues, type FieldErrors, type FieldValues, type Resolver, useForm } from "react-hook-form";
import { useLedgerCommand } from "@/components/cards/ledger/ledger-queries.ts";
import { type Numbered, readRanges } from "@/components/cards/ledger/range-text.ts";
import { type Deed, inputResolver, refusalsOf } from "@/components/permits/forms/deed-form.ts";
import { setInvalidParams } from "@/components/ui/form-errors.ts";
import type { Endpoint, InputOf, OutputOf } from "@/lib/platform/http/endpoint.ts";

export type StockDeedOptions<Values extends FieldValues, E extends Endpoint> = {
  endpoint: E;
  series: Numbered;
  defaults: DefaultValues<Values>;
  inputOf: (values: Values) => InputOf<E>;
  /** The form's name of a path of the command. */
  fieldOf: (path: string) => string;
  onDone: (answer: OutputOf<E>) => void;
};

/** A form about serials: judged by its endpoint's schema, shown once more for a check, refusals at their fields. */
export function useStockDeed<Values extends FieldValues & { ranges: string }, E extends Endpoint>(
  options: StockDeedOptions<Values, E>,
): Deed<Values> {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const { endpoint, series, defaults, inputOf, fieldOf, onDone } = options;
  const [step, setStep] = useState<"write" | "check">("write");
  const command = useLedgerCommand(endpoint);
  const form = useForm<Values>({
    defaultValues: defaults,
    shouldFocusError: false,
    resolver: rangesFirst(inputResolver(endpoint, inputOf, fieldOf), series),
  });
  const submit = form.handleSubmit(async (values) => {
    if (step === "write") return setStep("check");
    try {
      onDone(await command.mutateAsync(inputOf(values as Values)));
    } catch (error) {
      setStep("write");
      setInvalidParams(
        refusalsOf(error).map(({ path, message }) => ({ path: fieldOf(path), message })),
        form.setError,
      );
    }
  });
  return { form, step, isStale: false, submit: () => void submit(), backToWriting: () => setStep("write") };
}

/** What was typed as serials is told in its own words; the schema only ever sees numbers. */
function rangesFirst<Values extends FieldValues & { ranges: string }>(judge: Resolver<Values>, series: Numbered): Resolver<Values> {
  return async (values, context, options) => {
    const judged = await judge(values, context, options);
    const { count, complaint } = readRanges(values.ranges, series);
    const message = complaint ?? (count === 0 ? "Numaraları yazın. Örnek: 0118001-0118500" : null);
    if (message === null) return judged;
    return { values: {}, errors: { ...judged.errors, ranges: { type: "ranges", message } } as FieldErrors<Values> };
  };
}
