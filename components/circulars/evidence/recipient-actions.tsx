"use client";
import { Bell, CornerDownRight, Hand, Phone, UserMinus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RecipientBoard } from "@/components/circulars/board/recipient-queries.ts";
import { RemindDialog } from "@/components/circulars/board/remind-dialog.tsx";
import { HandDeliveryDialog } from "@/components/circulars/evidence/hand-delivery-dialog.tsx";
import { NextChannelDialog } from "@/components/circulars/evidence/next-channel-dialog.tsx";
import { PhoneAnswerDialog } from "@/components/circulars/evidence/phone-answer-dialog.tsx";
import { SubmissionDialog } from "@/components/circulars/evidence/submission-dialog.tsx";
import { TaskPanel } from "@/components/circulars/evidence/task-panel.tsx";
import { UploadEvidenceDialog } from "@/components/circulars/evidence/upload-evidence-dialog.tsx";
import { WaiveDialog } from "@/components/circulars/evidence/waive-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { BoardRow, RecipientAction } from "@/lib/circulars/delivery-contract.ts";

export type RecipientActionsProps = {
  circular: RecipientBoard["circular"];
  row: BoardRow;
  allowed: readonly RecipientAction[];
};

type Asked = Exclude<RecipientAction, "resolve_task" | "reverse_phone_answer">;

/** What the server says may be done for this recipient, and nothing else. */
export function RecipientActions({ circular, row, allowed }: RecipientActionsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const button = (action: Asked, label: string, icon: ReactNode) =>
    allowed.includes(action) ? (
      <Button size="sm" icon={icon} onClick={() => setAsked(action)}>
        {label}
      </Button>
    ) : null;
  return (
    <div className="space-y-3">
      {row.task && allowed.includes("resolve_task") ? <TaskPanel key={row.task.id} task={row.task} address={row.address} /> : null}
      <div className="flex flex-wrap gap-2">
        {button("remind", "Hatırlat", <Bell size={14} strokeWidth={1.75} aria-hidden="true" />)}
        {button("record_phone_answer", "Telefonla bildirdi", <Phone size={14} strokeWidth={1.75} aria-hidden="true" />)}
        {button("record_submission", "KEP gönderimini yaz", null)}
        {button("try_next_channel", "Sıradaki kanala geç", <CornerDownRight size={14} strokeWidth={1.75} aria-hidden="true" />)}
        {button("record_hand_delivery", "Elden teslimi yaz", <Hand size={14} strokeWidth={1.75} aria-hidden="true" />)}
        {button("upload_evidence", "Delil yükle", null)}
        {button("waive", "Yanıtından vazgeç", <UserMinus size={14} strokeWidth={1.75} aria-hidden="true" />)}
      </div>
      {asked === "remind" ? <RemindDialog circularId={circular.id} recipients={[row]} onClose={close} /> : null}
      {asked === "waive" ? <WaiveDialog circularId={circular.id} row={row} onClose={close} /> : null}
      {asked === "record_phone_answer" ? <PhoneAnswerDialog circularId={circular.id} row={row} onClose={close} /> : null}
      {asked === "record_hand_delivery" ? <HandDeliveryDialog circularId={circular.id} row={row} onClose={close} /> : null}
      {asked === "record_submission" ? <SubmissionDialog circularId={circular.id} row={row} onClose={close} /> : null}
      {asked === "try_next_channel" ? <NextChannelDialog circularId={circular.id} row={row} onClose={close} /> : null}
      {asked === "upload_evidence" ? <UploadEvidenceDialog circularId={circular.id} onClose={close} /> : null}
    </div>
  );
}
