"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useFreezeFigure } from "@/components/statistics/publication-queries.ts";
import type { CutRequest } from "@/components/statistics/statistics-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { ErrorState } from "@/components/ui/screen-states.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type FreezeDialogProps = {
  cut: CutRequest;
  /** What the figure is, to begin the title with. */
  suggestion: string;
  onClose: () => void;
};

/** Keeps the table as it is now under a link of its own (D9). */
export function FreezeDialog({ cut, suggestion, onClose }: FreezeDialogProps) {
  const router = useRouter();
  const [title, setTitle] = useState(suggestion.slice(0, 120));
  const [isAsked, setAsked] = useState(false);
  const freeze = useFreezeFigure();
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (title.trim() !== "") freeze.mutate({ title, cut }, { onSuccess: ({ id }) => router.push(`/statistics/figures/${id}`) });
  }
  const problem = freeze.error instanceof ProblemError ? freeze.error : null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Rakamı dondur"
      description="Tablo bugünkü hâliyle saklanır. Bağlantısı yarın da aynı rakamı gösterir; o günün rakamı yanında durur."
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" type="submit" form="freeze-form" busy={freeze.isPending ? "Donduruluyor" : false}>
            Rakamı dondur
          </Button>
        </>
      }
    >
      <form id="freeze-form" onSubmit={submit} className="space-y-4">
        <Field
          label="Başlık"
          required
          error={isAsked && title.trim() === "" ? "Rakama bir başlık verin. Örnek: Aksaray’da kalan eski kartlar" : undefined}
        >
          <TextInput autoFocus maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        {freeze.error ? (
          <ErrorState title="Rakam dondurulamadı" requestId={problem?.requestId ?? null}>
            {problem?.problem.title ?? errorMessages.internal}
          </ErrorState>
        ) : null}
      </form>
    </Dialog>
  );
}
