"use client";
import { useState } from "react";
import { chosenRows, type IntakeLine, intakeLines, type LineChoice, openCount } from "@/components/institutions/intake/intake-choices.ts";
import { IntakeLines } from "@/components/institutions/intake/intake-lines.tsx";
import { useMatchDistribution } from "@/components/institutions/intake/intake-queries.ts";
import { PastedPage } from "@/components/institutions/intake/pasted-page.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { TextArea } from "@/components/ui/text-input.tsx";
import type { InstitutionRow, RecipientRole } from "@/lib/institutions/contract.ts";
import { cleanPage } from "@/lib/institutions/distribution-page.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const LONGEST = 40_000;

export type PasteIntakeDialogProps = {
  listed: ReadonlySet<string>;
  onAdd: (rows: readonly { institution: InstitutionRow; role: RecipientRole }[]) => void;
  onClose: () => void;
};

/** A pasted Dağıtım becomes recipients: what is certain is taken, what is not is asked, and only the button adds anything. */
export function PasteIntakeDialog({ listed, onAdd, onClose }: PasteIntakeDialogProps) {
  const [text, setText] = useState("");
  const [choices, setChoices] = useState<ReadonlyMap<number, LineChoice>>(new Map());
  const [roles, setRoles] = useState<ReadonlyMap<number, RecipientRole>>(new Map());
  const [active, setActive] = useState<number | null>(null);
  const match = useMatchDistribution();
  const lines = match.data ? intakeLines({ ...match.data, choices, roles }, listed) : null;
  function read() {
    setChoices(new Map());
    setRoles(new Map());
    match.mutate({ text: cleanPage(text) });
  }
  const choose = (place: number, choice: LineChoice) => setChoices((now) => new Map(now).set(place, choice));
  const giveRole = (place: number, role: RecipientRole) => setRoles((now) => new Map(now).set(place, role));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      width="xl"
      holds={text.trim() !== ""}
      title="Dağıtımı yapıştır"
      description="Satırlar dizindeki kurumlarla eşleştirilir. Emin olunmayan satırda seçim size kalır; hiçbir şey kendiliğinden gönderilmez."
      foot={
        lines ? (
          <IntakeFoot lines={lines} onBack={() => match.reset()} onAdd={onAdd} onClose={onClose} />
        ) : (
          <ReadFoot text={text} isReading={match.isPending} onRead={read} onClose={onClose} />
        )
      }
    >
      {match.error ? (
        <Banner tone="red" live title="Satırlar eşleştirilemedi." className="mb-3">
          {match.error.message} Yapıştırdığınız metin duruyor.
        </Banner>
      ) : null}
      {lines ? (
        <div className="grid gap-5 md:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
          <PastedPage text={cleanPage(text)} lines={lines} active={active} />
          <IntakeLines lines={lines} onChoose={choose} onRole={giveRole} onActive={setActive} />
        </div>
      ) : (
        <Field
          label="Dağıtım sayfasının metni"
          hint="Taramadan ya da PDF’ten kopyalanan metin olduğu gibi yapıştırılabilir; yazının tamamı da olur."
        >
          <TextArea
            value={text}
            rows={14}
            maxLength={LONGEST}
            spellCheck={false}
            className="max-h-[50dvh] font-mono text-sm"
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
      )}
    </Dialog>
  );
}

type ReadFootProps = { text: string; isReading: boolean; onRead: () => void; onClose: () => void };

function ReadFoot({ text, isReading, onRead, onClose }: ReadFootProps) {
  return (
    <>
      <Button tone="quiet" onClick={onClose}>
        Vazgeç
      </Button>
      <Button
        tone="primary"
        busy={isReading ? "Eşleştiriliyor" : false}
        off={text.trim() === "" ? "Önce metni yapıştırın." : false}
        onClick={onRead}
      >
        Satırları dizinle eşleştir
      </Button>
    </>
  );
}

type IntakeFootProps = Pick<PasteIntakeDialogProps, "onAdd" | "onClose"> & { lines: readonly IntakeLine[]; onBack: () => void };

function IntakeFoot({ lines, onBack, onAdd, onClose }: IntakeFootProps) {
  const open = openCount(lines);
  const rows = chosenRows(lines);
  return (
    <>
      <Button tone="quiet" onClick={onClose}>
        Vazgeç
      </Button>
      <Button tone="quiet" onClick={onBack}>
        Metne dön
      </Button>
      <Button tone="primary" off={reasonToWait(open, rows.length)} onClick={() => onAdd(rows)}>
        {rows.length === 0 ? "Kurumları ekle" : `${formatNumber(rows.length)} kurumu ekle`}
      </Button>
    </>
  );
}

function reasonToWait(open: number, count: number): string | false {
  if (open > 0) return `${formatNumber(open)} satır seçiminizi bekliyor.`;
  return count === 0 ? "Eklenecek kurum yok." : false;
}
