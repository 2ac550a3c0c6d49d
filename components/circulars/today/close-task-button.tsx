"use client";
import { useState } from "react";
import { useResolveTask } from "@/components/circulars/board/recipient-queries.ts";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, type ButtonProps } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type CloseTaskButtonProps = Pick<ButtonProps, "tone" | "size" | "className" | "aria-describedby"> & {
  taskId: string;
  title: string;
  detail: string;
};

/** A question without a letter has no board to be decided on: it is closed here, with its reason. */
export function CloseTaskButton({ taskId, title, detail, ...look }: CloseTaskButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const resolve = useResolveTask();
  const close = () =>
    resolve.mutate(
      { taskId, resolution: "close", note },
      {
        onSuccess() {
          toastDone("Kararınız kaydedildi.");
          setOpen(false);
        },
      },
    );
  const refused = resolve.error instanceof ProblemError ? (resolve.error.problem.invalidParams ?? []) : [];
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        Gerekçeyle kapat
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={title}
        description={detail}
        foot={
          <Button tone="primary" busy={resolve.isPending ? "Kaydediliyor" : false} onClick={close}>
            Görevi kapat
          </Button>
        }
      >
        <Field label="Gerekçe" required error={refused.find(({ path }) => path === "note")?.message}>
          <TextArea rows={3} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {resolve.error && refused.length === 0 ? (
          <Banner live tone="red" title="Kaydedilmedi." className="mt-3">
            {problemText(resolve.error)}
          </Banner>
        ) : null}
      </Dialog>
    </>
  );
}
