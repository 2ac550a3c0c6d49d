"use client";
import { CorrectionDeed, ReportDeed } from "@/components/cards/record/report-deeds.tsx";
import { AddressDeed, type CardDeedProps, DeliverDeed, DestroyDeed, ResendDeed } from "@/components/cards/record/return-deeds.tsx";
import type { CardAction } from "@/lib/cards/card-contract.ts";

/** The dialog of a deed. */
export function CardDeed({ action, ...props }: CardDeedProps & { action: CardAction }) {
  if (action === "confirm_address") return <AddressDeed {...props} />;
  if (action === "resend") return <ResendDeed {...props} />;
  if (action === "deliver") return <DeliverDeed {...props} />;
  if (action === "destroy") return <DestroyDeed {...props} />;
  if (action === "correct_delivery") return <CorrectionDeed {...props} />;
  const grounds = {
    report_lost: "lost",
    report_stolen: "stolen",
    report_damaged: "damaged",
    report_data_error: "data_error",
    report_found: "found",
  } as const;
  return <ReportDeed {...props} ground={grounds[action]} />;
}
