"use client";
import { useState } from "react";
import { useBeginSecondFactor, useEnrolSecondFactor } from "@/components/access/account/account-queries.ts";
import { RecoveryCodeList } from "@/components/access/account/recovery-code-list.tsx";
import { SecretPicture } from "@/components/access/account/secret-picture.tsx";
import { refusalOf, StepUpField, stepUpOf } from "@/components/access/step-up-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Enrolment } from "@/lib/access/account-contract.ts";

/** Three steps: who one is, the picture with its first code, and the recovery codes. Closing before the end changes nothing. */
export function EnrolDialog({ isRenewal, onClose }: { isRenewal: boolean; onClose: () => void }) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <Done codes={codes} onClose={onClose} />;
  if (enrolment) return <ShowCode enrolment={enrolment} onDone={setCodes} onClose={onClose} />;
  return <Identify isRenewal={isRenewal} onBegun={setEnrolment} onClose={onClose} />;
}

type IdentifyProps = { isRenewal: boolean; onBegun: (enrolment: Enrolment) => void; onClose: () => void };

function Identify({ isRenewal, onBegun, onClose }: IdentifyProps) {
  const begin = useBeginSecondFactor();
  const [proof, setProof] = useState("");
  const refusal = refusalOf(begin.error);
  const goOn = () => {
    if (proof !== "") begin.mutate(stepUpOf(proof), { onSuccess: onBegun, onError: () => setProof("") });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={isRenewal ? "Doğrulama uygulamasını yenile" : "Doğrulama uygulamasını kur"}
      description={
        isRenewal
          ? "Yeni telefonu okuttuğunuz anda eskisinin kodları ve eski kurtarma kodları geçersiz olur."
          : "Bundan sonra girişte paroladan sonra telefondaki kod da istenir."
      }
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" busy={begin.isPending ? "Hazırlanıyor" : false} onClick={goOn}>
            Devam et
          </Button>
        </>
      }
    >
      <StepUpField value={proof} onChange={setProof} error={refusal.atProof ?? refusal.general} byPassword />
    </Dialog>
  );
}

type ShowCodeProps = { enrolment: Enrolment; onDone: (codes: readonly string[]) => void; onClose: () => void };

function ShowCode({ enrolment, onDone, onClose }: ShowCodeProps) {
  const enrol = useEnrolSecondFactor();
  const [code, setCode] = useState("");
  const [isAsked, setAsked] = useState(false);
  const isShort = !/^\d{6}$/.test(code);
  const refusal = refusalOf(enrol.error);
  function confirm() {
    setAsked(true);
    if (!isShort) enrol.mutate({ ticket: enrolment.ticket, code }, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  }
  return (
    <Dialog
      open
      width="md"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Karekodu okutun"
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" busy={enrol.isPending ? "Kuruluyor" : false} onClick={confirm}>
            Uygulamayı kur
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <SecretPicture secret={enrolment.secret} address={enrolment.address} />
        <Field
          label="Uygulamanın gösterdiği kod"
          required
          error={isAsked && isShort ? "Altı rakam yazın." : refusal.atProof}
          className="max-w-60"
        >
          <TextInput
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            className="num tracking-[0.2em]"
            onChange={({ target }) => setCode(target.value)}
          />
        </Field>
        {refusal.general ? <FieldError>{refusal.general}</FieldError> : null}
      </div>
    </Dialog>
  );
}

function Done({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Dialog
      open
      width="md"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Kurtarma kodlarınızı saklayın"
      foot={
        <Button tone="primary" onClick={onClose}>
          Sakladım, kapat
        </Button>
      }
    >
      <RecoveryCodeList codes={codes} />
    </Dialog>
  );
}
