"use client";
import { useState } from "react";
import { StepUpDialog } from "@/components/access/step-up-dialog.tsx";
import { stepUpOf } from "@/components/access/step-up-field.tsx";
import { useUserAct } from "@/components/access/users/user-queries.ts";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import type { UserAction } from "@/lib/access/user.ts";
import type { UserRecord } from "@/lib/access/users-contract.ts";

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
    <StepUpDialog
      title={words.title}
      consequence={`${user.name} (${user.username}). ${words.consequence}`}
      deed={words.deed}
      doing={words.doing}
      isDanger={action === "disable"}
      isPending={act.isPending}
      error={act.error}
      proof={proof}
      onProof={setProof}
      isAsked={isAsked}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label="Gerekçe" required error={isAsked && isReasonMissing ? "Gerekçeyi yazın; en az 5 harf." : undefined}>
        <TextArea value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </Field>
    </StepUpDialog>
  );
}
