"use client";
import { useState } from "react";
import { StepUpField, stepUpOf } from "@/components/access/step-up-field.tsx";
import { useUserAct } from "@/components/access/users/user-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { UserAction } from "@/lib/access/user.ts";
import type { UserRecord } from "@/lib/access/users-contract.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

type Act = Exclude<UserAction, "amend">;
type Words = { button: string; title: string; consequence: string; deed: string; doing: string; done: string };

const waits = "Öneri kaydedildi; bir başka sistem yöneticisinin onayını bekliyor.";

export const userActWords: Record<Act, Words> = {
  end_sessions: {
    button: "Oturumları sonlandır",
    title: "Açık oturumlar sonlandırılsın mı?",
    consequence: "Kişi her yerden hemen çıkarılır; parolasıyla yeniden girebilir.",
    deed: "Oturumları sonlandır",
    doing: "Sonlandırılıyor",
    done: "Oturumlar sonlandırıldı.",
  },
  reset: {
    button: "Sıfırla",
    title: "Hesabın sıfırlanması önerilsin mi?",
    consequence:
      "Onaylanınca parola, doğrulama uygulaması ve kurtarma kodları geçersiz olur, oturumlar kapanır; onaylayana bir kez kullanılan kurulum bağlantısı verilir.",
    deed: "Sıfırlamayı öner",
    doing: "Öneriliyor",
    done: waits,
  },
  disable: {
    button: "Hesabı kapat",
    title: "Hesap kapatılsın mı?",
    consequence: "Oturumları hemen kapanır ve kişi giremez. Kayıtları ve geçmişi durur. Yeniden açmak iki kişi ister.",
    deed: "Hesabı kapat",
    doing: "Kapatılıyor",
    done: "Hesap kapatıldı.",
  },
  enable: {
    button: "Hesabı aç",
    title: "Hesabın yeniden açılması önerilsin mi?",
    consequence: "Onaylanınca kişi eski parolası ve yetkisiyle girebilir.",
    deed: "Açılmasını öner",
    doing: "Öneriliyor",
    done: waits,
  },
};

type Props = { user: UserRecord; action: Act; onClose: () => void };

/** Asks for the reason and for who one is, then does it or proposes it. */
export function UserActDialog({ user, action, onClose }: Props) {
  const act = useUserAct();
  const [reason, setReason] = useState("");
  const [proof, setProof] = useState("");
  const [isAsked, setAsked] = useState(false);
  const words = userActWords[action];
  const isReasonMissing = reason.trim().length < 5;
  const refusal = refusalOf(act.error);
  function confirm() {
    setAsked(true);
    if (proof === "" || isReasonMissing) return;
    act.mutate(
      { action, userId: user.id, version: user.version, reason, stepUp: stepUpOf(proof) },
      {
        onSuccess: () => {
          toastDone(words.done);
          onClose();
        },
        onError: () => setProof(""),
      },
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || act.isPending ? undefined : onClose())}
      title={words.title}
      description={`${user.name} (${user.username}). ${words.consequence}`}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone={action === "disable" ? "danger" : "primary"} busy={act.isPending ? words.doing : false} onClick={confirm}>
            {words.deed}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Gerekçe" required error={isAsked && isReasonMissing ? "Gerekçeyi yazın; en az 5 harf." : undefined}>
          <TextArea value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </Field>
        <StepUpField
          value={proof}
          onChange={setProof}
          error={isAsked && proof === "" && !act.error ? "İşlemi yapanın siz olduğunuzu gösterin." : refusal.atProof}
        />
        {refusal.general ? (
          <div role="alert">
            <FieldError>{refusal.general}</FieldError>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

/** A wrong password or code is told at its field, anything else below. */
export function refusalOf(error: Error | null): { atProof?: string; general?: string } {
  if (!error) return {};
  if (!(error instanceof ProblemError)) return { general: errorMessages.internal };
  const param = error.problem.invalidParams?.[0];
  if (error.code === "code_refused" || param?.path.startsWith("stepUp")) return { atProof: param?.message ?? error.problem.title };
  return { general: param?.message ?? error.problem.title };
}
