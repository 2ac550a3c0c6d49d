"use client";
import { useState } from "react";
import { useCardDeed } from "@/components/cards/card-queries.ts";
import { DeedDialog, refusalsOf } from "@/components/cards/record/deed-dialog.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea, TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { CardExceptionRow, ExceptionAction } from "@/lib/cards/card-contract.ts";
import { exceptionWords } from "@/lib/cards/exceptions.ts";
import { closeCardException, planCardCollection, takeCardException } from "@/lib/cards/exceptions-contract.ts";
import { LocalDate } from "@/lib/platform/http/fields.ts";

type DeedProps = { exception: CardExceptionRow; onClose: () => void };

/** The dialog of what is done with an exception. */
export function ExceptionDeed({ action, ...props }: DeedProps & { action: ExceptionAction }) {
  if (action === "take") return <TakeDeed {...props} />;
  if (action === "plan_collection") return <CollectionDeed {...props} />;
  return <CloseDeed {...props} />;
}

function TakeDeed({ exception, onClose }: DeedProps) {
  const take = useCardDeed(takeCardException);
  const refusals = refusalsOf(take.error, []);
  function submit() {
    const done = () => {
      toastDone("Artık sizin işiniz.");
      onClose();
    };
    take.mutate({ exceptionId: exception.id, version: exception.version }, { onSuccess: done });
  }
  return (
    <DeedDialog
      title={`${exceptionWords[exception.kind]}: üstlenilsin mi?`}
      consequence="Adınız işin sahibi olarak görünür; süresi değişmez."
      deed="Üstlen"
      doing="Üstleniliyor"
      isPending={take.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

function CollectionDeed({ exception, onClose }: DeedProps) {
  const plan = useCardDeed(planCardCollection);
  const [place, setPlace] = useState("İl müdürlüğü");
  const [on, setOn] = useState("");
  const [isAsked, setAsked] = useState(false);
  const refusals = refusalsOf(plan.error, ["place", "on"]);
  const isDay = LocalDate.safeParse(on).success;
  function submit() {
    setAsked(true);
    if (!isDay || place.trim().length < 3) return;
    const done = () => {
      toastDone("Elden alınacağı gün yazıldı.");
      onClose();
    };
    plan.mutate({ exceptionId: exception.id, version: exception.version, place, on }, { onSuccess: done });
  }
  return (
    <DeedDialog
      title="Hak sahibi kartı elden mi alacak?"
      consequence="İş sizde kalır ve yazdığınız güne kadar gecikmiş sayılmaz; kart verilince teslimi yazın."
      deed="Günü yaz"
      doing="Yazılıyor"
      isPending={plan.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label="Nereden alacak" required error={isAsked && place.trim().length < 3 ? "Yeri yazın." : refusals.at("place")}>
        <TextInput maxLength={120} value={place} onChange={({ target }) => setPlace(target.value)} />
      </Field>
      <Field label="En geç hangi gün" required error={isAsked && !isDay ? "Günü seçin." : refusals.at("on")}>
        <DateField value={on} onChange={setOn} />
      </Field>
    </DeedDialog>
  );
}

function CloseDeed({ exception, onClose }: DeedProps) {
  const close = useCardDeed(closeCardException);
  const [resolution, setResolution] = useState("");
  const [isAsked, setAsked] = useState(false);
  const refusals = refusalsOf(close.error, ["resolution"]);
  function submit() {
    setAsked(true);
    if (resolution.trim().length < 5) return;
    const done = () => {
      toastDone("İstisna kapandı.");
      onClose();
    };
    close.mutate({ exceptionId: exception.id, version: exception.version, resolution }, { onSuccess: done });
  }
  return (
    <DeedDialog
      title={`${exceptionWords[exception.kind]}: sonuç`}
      consequence="İstisna kapanır; ne bulunduğu ve ne yapıldığı kartın geçmişinde kalır."
      deed="İstisnayı kapat"
      doing="Kapanıyor"
      isPending={close.isPending}
      refusal={refusals.general}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="Ne bulundu, ne yapıldı"
        required
        error={isAsked && resolution.trim().length < 5 ? "En az 5 harf yazın." : refusals.at("resolution")}
      >
        <TextArea maxLength={1_000} value={resolution} onChange={({ target }) => setResolution(target.value)} />
      </Field>
    </DeedDialog>
  );
}
