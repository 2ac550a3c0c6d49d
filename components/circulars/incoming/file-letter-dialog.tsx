"use client";
import { useState } from "react";
import { useFileIncomingLetter } from "@/components/circulars/incoming-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { IncomingLetterRecord } from "@/lib/circulars/incoming-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

const MOST = 500;

/** "Dosyala": put away without distribution, and why. */
export function FileLetterDialog({ letter, onClose }: { letter: IncomingLetterRecord; onClose: () => void }) {
  const { mutate, isPending, error } = useFileIncomingLetter();
  const [note, setNote] = useState("");
  const [isLeft, setLeft] = useState(false);
  function file() {
    setLeft(true);
    if (note.trim() === "") return;
    mutate(
      { letterId: letter.id, version: letter.version, note },
      {
        onSuccess: () => {
          toastDone("Yazı dosyalandı.");
          onClose();
        },
      },
    );
  }
  const missing = isLeft && note.trim() === "" ? "Neden dağıtılmadığını bir cümleyle yazın." : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || isPending ? undefined : onClose())}
      title="Yazıyı dosyala"
      description="Dosyalanan yazı dağıtıma çıkarılamaz. Not, yazının kaydında görünür."
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" busy={isPending ? "Dosyalanıyor" : false} onClick={file}>
            Yazıyı dosyala
          </Button>
        </>
      }
    >
      <Field label="Not" required error={missing ?? refusalOf(error)} aside={`${note.trim().length} / ${MOST}`}>
        <TextArea value={note} maxLength={MOST} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Dialog>
  );
}

function refusalOf(error: Error | null): string | undefined {
  if (!error) return undefined;
  if (!(error instanceof ProblemError)) return errorMessages.internal;
  return error.problem.invalidParams?.[0]?.message ?? error.problem.title;
}
