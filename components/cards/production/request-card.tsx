"use client";
import { useQuery } from "@tanstack/react-query";
import { IdCard } from "lucide-react";
import { useState } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { productionQueries } from "@/components/cards/production/production-queries.ts";
import { ReasonDeed } from "@/components/cards/production/reason-deed.tsx";
import { refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type ManualRequestReason, requestCard } from "@/lib/cards/request-contract.ts";

const words: Record<ManualRequestReason, { button: string; title: string; consequence: string }> = {
  first: {
    button: "Kart iste",
    title: "Bu izin için kart istensin mi?",
    consequence: "İstek üretim sırasına girer. Kart, PTT’ye teslim edilince geçerli olur.",
  },
  early_replacement: {
    button: "Yeni tasarım kart iste",
    title: "Kart yeni tasarımla erken yenilensin mi?",
    consequence: "Eski tasarım kart, yenisi PTT’ye teslim edilene kadar geçerli kalır; o anda geçersiz olur.",
  },
};

/** Stands beside a permit's cards where the server says that a card may be requested; else nothing. */
export function RequestCard({ permitId }: { permitId: string }) {
  const may = useMay();
  const mayRead = may("card:request");
  const { data } = useQuery({ ...productionQueries.request(permitId), enabled: mayRead });
  const [isOpen, setOpen] = useState(false);
  const request = useCardDeed(requestCard);
  const [requestReason] = data?.allowedActions ?? [];
  if (!requestReason) return null;
  const { button, title, consequence } = words[requestReason];
  const done = () => {
    toastDone("Kart istendi.");
    setOpen(false);
  };
  return (
    <>
      <Button
        size="sm"
        icon={<IdCard size={14} strokeWidth={1.75} aria-hidden="true" className="max-sm:hidden" />}
        onClick={() => setOpen(true)}
      >
        {button}
      </Button>
      {isOpen ? (
        <ReasonDeed
          title={title}
          consequence={consequence}
          deed="Kartı iste"
          doing="İsteniyor"
          isPending={request.isPending}
          refusal={refusalsOf(request.error, []).general}
          onSubmit={(reason) => request.mutate({ permitId, requestReason, reason }, { onSuccess: done })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
