"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useRegisterIncomingLetter } from "@/components/circulars/incoming-queries.ts";
import { issueMessage, setInvalidParams } from "@/components/ui/form-errors.ts";
import { toastDone } from "@/components/ui/toast.tsx";
import { registerIncomingLetter } from "@/lib/circulars/incoming-contract.ts";
import { blocksOfText, namesOfText } from "@/lib/circulars/pasted-text.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import type { InvalidParam } from "@/lib/platform/errors.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";

const { body: Body, attachments: Attachments, ...oneToOne } = registerIncomingLetter.input.shape;

/** What is typed: text and attachment names as they are pasted; the rest is the endpoint's own input. */
const LetterEntry = z.object({
  ...oneToOne,
  pastedText: z.string().superRefine((text, ctx) => refuseAs(Body, blocksOfText(text), ctx)),
  attachmentNames: z.string().superRefine((text, ctx) => refuseAs(Attachments, namesOfText(text), ctx)),
});
export type LetterEntry = z.input<typeof LetterEntry>;

export const letterEntryLabels: Record<keyof LetterEntry, string> = {
  institutionId: "Gönderen kurum",
  letterOn: "Yazının tarihi",
  letterNumber: "Yazının sayısı",
  subject: "Konu",
  receivedOn: "Geliş tarihi",
  pastedText: "Yazının metni",
  attachmentNames: "Eklerin adları",
};

const empty = { institutionId: "", letterOn: "", letterNumber: "", subject: "", pastedText: "", attachmentNames: "" };

/** The entry form: checks as the BFF does and puts the server's refusals at the fields; nothing typed is lost. */
export function useLetterEntryForm(today: string) {
  // react-hook-form hands out one object and changes it in place; a memoised reader would show the old form.
  "use no memo";
  const router = useRouter();
  const register = useRegisterIncomingLetter();
  const form = useForm<LetterEntry, unknown, z.output<typeof LetterEntry>>({
    resolver: zodResolver(LetterEntry, { error: entryMessage }),
    defaultValues: { ...empty, receivedOn: today },
    shouldFocusError: false,
  });
  const submit = form.handleSubmit(async (entry) => {
    try {
      const letter = await register.mutateAsync(inputOf(entry));
      toastDone("Gelen yazı kaydedildi.");
      router.push(`/incoming/${letter.id}`);
    } catch (error) {
      setInvalidParams(refusalsOf(error), form.setError);
    }
  });
  return { form, submit };
}

function inputOf({ pastedText, attachmentNames, ...entry }: z.output<typeof LetterEntry>): InputOf<typeof registerIncomingLetter> {
  return { ...entry, body: blocksOfText(pastedText), attachments: namesOfText(attachmentNames) };
}

/** The same letter twice is a matter of its number; what was read out of a pasted text is a matter of that text. */
function refusalsOf(error: unknown): InvalidParam[] {
  if (!(error instanceof ProblemError)) return [{ path: "", message: errorMessages.internal }];
  if (error.code === "duplicate") {
    return [{ path: "letterNumber", message: "Bu gönderenin aynı tarih ve sayılı yazısı zaten kayıtlı. Gelen yazılarda sayıyla arayın." }];
  }
  const params = error.problem.invalidParams ?? [];
  if (params.length === 0) return [{ path: "", message: `${error.problem.title} İstek no ${error.requestId}` }];
  return params.map(({ path, message }) => ({ path: fieldOf(path), message }));
}

function fieldOf(path: string): string {
  if (/^body\b/.test(path)) return "pastedText";
  return path.replace(/^attachments\b.*/, "attachmentNames");
}

function refuseAs(schema: z.ZodType, value: unknown, ctx: z.RefinementCtx): void {
  for (const issue of schema.safeParse(value).error?.issues ?? []) {
    const place = typeof issue.path[0] === "number" ? `${issue.path[0] + 1}. sırada: ` : "";
    ctx.addIssue({ code: "custom", message: place + (issueMessage(issue) ?? issue.message) });
  }
}

const needed: Partial<Record<string, string>> = {
  institutionId: "Adını yazmaya başlayıp dizinden seçin.",
  letterOn: "Gün.ay.yıl olarak yazın. Örnek: 11.03.2026",
  receivedOn: "Gün.ay.yıl olarak yazın. Örnek: 11.03.2026",
  letterNumber: "Yazıda göründüğü gibi yazın.",
  subject: "Yazıda geçtiği gibi yazın.",
};

type Issue = Parameters<typeof issueMessage>[0] & { path?: readonly PropertyKey[] | undefined };

/** A missing answer is told in the words of its field. */
function entryMessage(issue: Issue): string | undefined {
  const isMissing = issue.code === "invalid_format" || issue.code === "invalid_type" || issue.code === "too_small";
  return (isMissing ? needed[String(issue.path?.[0])] : undefined) ?? issueMessage(issue);
}
