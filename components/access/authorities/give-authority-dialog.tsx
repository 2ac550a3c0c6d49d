"use client";
import { useState } from "react";
import { useGiveAuthority } from "@/components/access/authorities/authority-queries.ts";
import { StepUpField, stepUpOf } from "@/components/access/step-up-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field, FieldError } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone } from "@/components/ui/toast.tsx";
import { type AuthorityCandidate, type GivenKind, giveSigningAuthority } from "@/lib/access/authorities-contract.ts";
import { signatureLines } from "@/lib/circulars/signature-lines.ts";
import { errorMessages } from "@/lib/platform/error-messages.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";
import { localDateOf } from "@/lib/platform/locale/tr.ts";

export type GiveAuthorityDialogProps = { office: string; candidates: readonly AuthorityCandidate[]; onClose: () => void };

const kinds = [
  { value: "proxy", label: "Vekâlet", hint: "Siz yokken yerinize imza atar." },
  { value: "delegation", label: "Yetki devri", hint: "Siz görevdeyken adınıza, kendi unvanıyla imza atar." },
] as const satisfies { value: GivenKind; label: string; hint: string }[];

const required: Record<string, string> = {
  userId: "Kişiyi seçin.",
  validFrom: "İlk günü yazın.",
  validTo: "Son günü yazın.",
  ground: "Dayanağı yazın: en az 5 harf.",
  stepUp: "Kodu ya da parolayı yazın.",
};

/** Who, by which right, from which day to which; the signature block is shown as the letter would print it. */
export function GiveAuthorityDialog({ office, candidates, onClose }: GiveAuthorityDialogProps) {
  const [today] = useState(() => localDateOf(new Date()));
  const [values, setValues] = useState({ userId: "", kind: "proxy" as GivenKind, validFrom: today, validTo: "", ground: "", proof: "" });
  const [faults, setFaults] = useState<Record<string, string>>({});
  const give = useGiveAuthority();
  /** What was wrong with a field is about what stood in it. */
  function put(part: Partial<typeof values>) {
    setValues({ ...values, ...part });
    const changed = Object.keys(part).map((name) => (name === "proof" ? "stepUp" : name));
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !changed.includes(name))));
  }
  const person = candidates.find(({ id }) => id === values.userId);

  async function save() {
    const { proof, ...rest } = values;
    const input = { ...rest, stepUp: stepUpOf(proof) };
    const parsed = giveSigningAuthority.input.safeParse(input);
    const missing = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
    if (proof === "") missing.push("stepUp");
    setFaults(Object.fromEntries(missing.map((name) => [name, required[name] ?? "Bu alanı doldurun."])));
    if (missing.length > 0) return;
    try {
      await give.mutateAsync(input);
      toastDone(`${person?.name ?? "Kişi"} için imza yetkisi verildi.`);
      onClose();
    } catch (error) {
      setFaults(faultsOf(error));
    }
  }

  return (
    <Dialog
      open
      holds
      width="md"
      onOpenChange={(open) => open || onClose()}
      title="İmza yetkisi ver"
      description={`${office} olarak kendi yetkinizi kullanırsınız; verdiğiniz yetki denetim kaydına yazılır.`}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" busy={give.isPending ? "Veriliyor" : false} onClick={() => void save()}>
            {person ? `${person.name} için yetki ver` : "Yetki ver"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Kim imzalayacak" required {...faultOf(faults.userId)} hint={candidates.length === 0 ? nobody : undefined}>
          <Select
            value={values.userId}
            placeholder="Seçiniz"
            options={candidates.map(({ id, name, title, hasSecondFactor }) => ({
              value: id,
              label: `${name}, ${title}${hasSecondFactor ? "" : " (ikinci doğrulaması yok)"}`,
            }))}
            onChange={({ target }) => put({ userId: target.value })}
          />
        </Field>
        <RadioGroup legend="Hangi yetkiyle" name="kind" value={values.kind} onValueChange={(kind) => put({ kind })} options={kinds} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="İlk gün" required {...faultOf(faults.validFrom)}>
            <DateField value={values.validFrom} onChange={(validFrom) => put({ validFrom })} />
          </Field>
          <Field label="Son gün" required {...faultOf(faults.validTo)}>
            <DateField value={values.validTo} onChange={(validTo) => put({ validTo })} />
          </Field>
        </div>
        <Field label="Dayanak" required hint="Olurun ya da görevlendirme yazısının tarihi ve sayısı." {...faultOf(faults.ground)}>
          <TextInput value={values.ground} maxLength={300} autoComplete="off" onChange={({ target }) => put({ ground: target.value })} />
        </Field>
        {person ? (
          <div className="justify-self-start rounded-md border border-line bg-sunken px-6 py-3 text-center">
            <span className="cap block">Yazıdaki imza bölümü</span>
            <span className="block font-medium">{person.name}</span>
            {signatureLines({ kind: values.kind, onBehalfOf: office }, person.title).map((line) => (
              <span key={line} className="block">
                {line}
              </span>
            ))}
          </div>
        ) : null}
        <StepUpField value={values.proof} onChange={(proof) => put({ proof })} error={faults.stepUp} />
        {faults.root ? (
          <div role="alert">
            <FieldError>{faults.root}</FieldError>
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}

const nobody = "Biriminizde imza atabilecek başka hesap yok; sistem yöneticisi açar.";

const faultOf = (error: string | undefined) => (error ? { error } : {});

function faultsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return { root: errorMessages.internal };
  const params = error.problem.invalidParams ?? [];
  if (params.length === 0) return { root: `${error.problem.title} İstek no ${error.requestId}` };
  return Object.fromEntries(params.map(({ path, message }) => [path.split(".")[0] ?? path, message]));
}
