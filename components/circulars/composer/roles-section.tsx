"use client";
import { useState } from "react";
import { DraftReminders } from "@/components/circulars/composer/draft-reminders.tsx";
import { useInstitutionLookup } from "@/components/circulars/composer/recipients-section.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Urgency } from "@/lib/circulars/contract.ts";
import { RecipientRole } from "@/lib/institutions/contract.ts";
import { roleLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

const isoDate = /^\d{4}-\d{2}-\d{2}$/;
const roleOptions = RecipientRole.options.map((role) => ({ value: role, label: roleLabels[role] }));

const urgencyOptions: readonly { value: Urgency; label: string; hint: string }[] = [
  { value: "normal", label: "Normal", hint: "Yazıya ivedilik basılmaz." },
  { value: "urgent", label: "ACELE", hint: "Derhâl işleme alınır; süre belirtilmez (Yönetmelik m.26)." },
  { value: "timed", label: "GÜNLÜDÜR", hint: "Son gün yazının metninde de belirtilir (Yönetmelik m.26)." },
];

export function RolesSection() {
  const { content, write } = useDraft();
  return (
    <div className="grid gap-6">
      <RadioGroup
        legend="İvedilik"
        value={content.urgency}
        options={urgencyOptions}
        onValueChange={(urgency) => write(urgency === "timed" ? { urgency } : { urgency, dueOn: null })}
      />
      {content.urgency === "timed" ? (
        <Field
          label="Son gün"
          required
          hint="Bilgi alındı ve gereği beyanları bu güne göre izlenir."
          error={content.dueOn === null ? "Günlü yazının son gününü yazın." : undefined}
        >
          <DueOn />
        </Field>
      ) : null}
      <DraftReminders />
      <RecipientRoles />
    </div>
  );
}

/** Half a date stays in the field; only a whole one is part of the draft. */
function DueOn() {
  const { content, write } = useDraft();
  const [typed, setTyped] = useState(content.dueOn ?? "");
  function change(value: string) {
    setTyped(value);
    write({ dueOn: isoDate.test(value) ? value : null });
  }
  return <DateField value={typed} onChange={change} />;
}

function RecipientRoles() {
  const { content, write } = useDraft();
  const lookup = useInstitutionLookup();
  const { recipients } = content;
  if (recipients.length === 0) {
    return (
      <EmptyState title="Henüz muhatap yok">Muhataplar seçilince her birinin gereği ya da bilgi için aldığı burada seçilir.</EmptyState>
    );
  }
  const setAll = (role: RecipientRole) => write({ recipients: recipients.map((recipient) => ({ ...recipient, role })) });
  const count = formatNumber(recipients.length);
  return (
    <section aria-label="Muhatapların görevi">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="h-sec">Kim ne için alıyor</h3>
        <span className="flex gap-2">
          <Button size="sm" onClick={() => setAll("action")}>
            {count} muhatap gereği için
          </Button>
          <Button size="sm" onClick={() => setAll("information")}>
            {count} muhatap bilgi için
          </Button>
        </span>
      </div>
      <ol className="divide-y divide-line rounded-md border border-line">
        {recipients.map(({ institutionId, role }, index) => {
          const { name } = lookup(institutionId);
          return (
            <li key={institutionId} className="flex items-center gap-3 px-3 py-1">
              <span className="num w-6 text-right text-ink-3">{index + 1}</span>
              <span className="min-w-0 flex-1">{name}</span>
              <Select
                aria-label={`Görev: ${name}`}
                className="w-28"
                value={role}
                options={roleOptions}
                onChange={({ target }) =>
                  write({
                    recipients: recipients.map((each) =>
                      each.institutionId === institutionId ? { ...each, role: RecipientRole.parse(target.value) } : each,
                    ),
                  })
                }
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
