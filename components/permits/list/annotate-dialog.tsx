"use client";
import { type FormEvent, useState } from "react";
import { useAnnotatePermits } from "@/components/permits/list/selection-queries.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { Reason } from "@/lib/permits/contract.ts";
import { annotatePermits, type PermitSelection } from "@/lib/permits/selection-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { formatNumber, formatTime } from "@/lib/platform/locale/tr.ts";

const Annotation = annotatePermits.input.shape.annotation;

export type AnnotateDialogProps = {
  selection: PermitSelection;
  /** Freezes the same choice once more. */
  onRefresh: () => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
};

export function AnnotateDialog({ selection, onRefresh, onClose, onDone }: AnnotateDialogProps) {
  const [annotation, setAnnotation] = useState("");
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const annotate = useAnnotatePermits();
  const isAnnotationGood = Annotation.safeParse(annotation).success;
  const isReasonGood = Reason.safeParse(reason).success;
  const count = formatNumber(selection.count);

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (!isAnnotationGood || !isReasonGood) return;
    annotate.mutate(
      { selectionId: selection.id, annotation, reason },
      {
        onSuccess: (done) => {
          toastDone(`${formatNumber(done.count)} kayda şerh eklendi.`);
          onDone();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${count} kayda şerh ekle`}
      description={`Seçim ${formatTime(new Date(selection.createdAt))} itibarıyla ${count} kayıt. Yazılmadan önce yeniden sayılır; bir kayıt bile değiştiyse hiçbirine yazılmaz.`}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" type="submit" form="annotate-form" busy={annotate.isPending ? "Yazılıyor" : false}>
            {count} kayda şerh ekle
          </Button>
        </>
      }
    >
      <form id="annotate-form" onSubmit={submit} className="space-y-4">
        {annotate.error ? (
          <SelectionRefusal
            error={annotate.error}
            fallback="Şerh eklenemedi; hiçbir kayda yazılmadı."
            onRefresh={() => onRefresh().then(annotate.reset)}
          />
        ) : null}
        <Field
          label="Şerh"
          required
          error={isAsked && !isAnnotationGood ? "Şerhi en az 3 harfle yazın." : undefined}
          hint="İzin kaydında ve kartta görünür."
        >
          <TextInput autoFocus maxLength={300} value={annotation} onChange={(event) => setAnnotation(event.target.value)} />
        </Field>
        <Field
          label="Gerekçe"
          required
          error={isAsked && !isReasonGood ? "Gerekçeyi en az 5 harfle yazın." : undefined}
          hint="Her kaydın tarihçesinde kalır."
        >
          <TextArea maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

type SelectionRefusalProps = { error: Error; fallback: string; onRefresh: () => void };

/** A bulk act refused: because the selection is no longer what it was, or in the server's own words. */
export function SelectionRefusal({ error, fallback, onRefresh }: SelectionRefusalProps) {
  const problem = error instanceof ProblemError ? error.problem : null;
  const parts = problem?.difference;
  if (!parts) return <Banner tone="red" title={problem?.title ?? fallback} />;
  const words = [
    parts.added > 0 && `${formatNumber(parts.added)} yeni kayıt filtreye girdi`,
    parts.removed > 0 && `${formatNumber(parts.removed)} kayıt filtreden çıktı`,
    parts.changed > 0 && `${formatNumber(parts.changed)} kayıt değişti`,
  ].filter(Boolean);
  return (
    <Banner tone="amber" title="Seçim değişti; hiçbir kayda yazılmadı.">
      Seçimden bu yana {words.join(", ")}.{" "}
      <button type="button" className="link" onClick={onRefresh}>
        Seçimi yenile
      </button>
    </Banner>
  );
}
