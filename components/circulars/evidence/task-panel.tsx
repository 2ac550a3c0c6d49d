"use client";
import { useState } from "react";
import { taskTitles } from "@/components/circulars/board/recipient-labels.ts";
import { useResolveTask } from "@/components/circulars/board/recipient-queries.ts";
import { problemText } from "@/components/circulars/board/remind-dialog.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { OpenTask, resolveTask, TaskKind } from "@/lib/circulars/delivery-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import type { InputOf } from "@/lib/platform/http/endpoint.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

type Resolution = InputOf<typeof resolveTask>["resolution"];

const choices: Record<Resolution, RadioOption<Resolution>> = {
  send_again: {
    value: "send_again",
    label: "Yeniden gönder",
    hint: "Adresi düzeltebilirsiniz. İlk gönderim ulaştıysa yazı iki kez gider.",
  },
  next_channel: { value: "next_channel", label: "Sıradaki kanala geç", hint: "Muhatabın dizindeki sonraki kanalı denenir." },
  close: { value: "close", label: "Bir şey yapma, görevi kapat", hint: "Gönderim bu hâliyle kalır." },
};

/** What was refused did not arrive: nothing goes twice. */
const sendElsewhere: RadioOption<Resolution> = { ...choices.send_again, hint: "Yazı bu kuruma ulaşmadı. Adresi düzeltebilirsiniz." };

const deeds: Record<Resolution, string> = {
  send_again: "Yeniden gönder",
  next_channel: "Sıradaki kanala geç",
  close: "Görevi kapat",
};

/** What helps in which case; a hand delivery is answered by its record, not by a decision. */
const offered: Record<TaskKind, readonly Resolution[]> = {
  unknown_outcome: ["send_again", "next_channel", "close"],
  channels_exhausted: ["send_again", "close"],
  hand_delivery: ["close"],
  quarantined_evidence: ["close"],
  detsis_conflict: ["close"],
  permit_conflict: ["close"],
  no_answer: ["close"],
};

export type TaskPanelProps = { task: OpenTask; address: string };

/** The machine stopped and asks: the officer decides, and the decision is on the record. */
export function TaskPanel({ task, address }: TaskPanelProps) {
  const [resolution, setResolution] = useState<Resolution | "">("");
  const [corrected, setCorrected] = useState(address);
  const [note, setNote] = useState("");
  const [isUndecided, setUndecided] = useState(false);
  const resolve = useResolveTask();

  function decide() {
    if (resolution === "") return setUndecided(true);
    const isCorrected = resolution === "send_again" && corrected.trim() !== "" && corrected.trim() !== address;
    resolve.mutate(
      { taskId: task.id, resolution, note, ...(isCorrected && { address: corrected.trim() }) },
      { onSuccess: () => toastDone("Kararınız kaydedildi.") },
    );
  }

  const isRefused = task.kind === "channels_exhausted";
  const refused = resolve.error instanceof ProblemError ? (resolve.error.problem.invalidParams ?? []) : [];
  const refusalAt = (path: string) => refused.find((param) => param.path === path)?.message;
  return (
    <section aria-label={taskTitles[task.kind]} className="rounded-lg border border-amber-line">
      <Banner tone="amber" title={`${taskTitles[task.kind]}.`} flush className="rounded-t-lg border-t-0">
        {task.detail} <span className="cap num block">{formatDateTime(new Date(task.createdAt))} tarihinden beri kararınızı bekliyor</span>
      </Banner>
      <div className="space-y-3 p-4">
        <RadioGroup
          legend="Kararınız"
          value={resolution}
          onValueChange={(next) => {
            setResolution(next);
            setUndecided(false);
          }}
          options={offered[task.kind].map((choice) => (choice === "send_again" && isRefused ? sendElsewhere : choices[choice]))}
          error={isUndecided ? "Seçeneklerden birini seçin." : undefined}
        />
        {resolution === "send_again" ? (
          <Field label="Gönderilecek adres" error={refusalAt("address")}>
            <TextInput value={corrected} maxLength={200} autoComplete="off" onChange={(event) => setCorrected(event.target.value)} />
          </Field>
        ) : null}
        <Field label="Not" optional={resolution !== "close"} required={resolution === "close"} error={refusalAt("note")}>
          <TextArea rows={2} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {resolve.error && refused.length === 0 ? (
          <Banner live tone="red" title="Kaydedilmedi.">
            {problemText(resolve.error)}
          </Banner>
        ) : null}
        <Button size="sm" tone="primary" busy={resolve.isPending ? "Kaydediliyor" : false} onClick={decide}>
          {resolution === "" ? "Kararı kaydet" : deeds[resolution]}
        </Button>
      </div>
    </section>
  );
}
