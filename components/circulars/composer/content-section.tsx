"use client";
import { Lock } from "lucide-react";
import { BodyEditor } from "@/components/circulars/composer/body-editor.tsx";
import { asSaved, plainLine } from "@/components/circulars/composer/draft-content.ts";
import { FieldFindings, keepFocus, useDescribedBy } from "@/components/circulars/composer/finding-list.tsx";
import { ReferenceFields } from "@/components/circulars/composer/reference-fields.tsx";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { TemplateLink } from "@/components/circulars/record/record-facts.tsx";
import { KeepAsTemplate } from "@/components/circulars/templates/keep-as-template.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";

/** A subject is to be read at a glance (Yönetmelik m.13); longer ones are possible, but said. */
const GLANCE = 100;

export function ContentSection() {
  const { content, write, errorAt } = useDraft();
  const found = useDescribedBy("draft-subject");
  return (
    <div className="grid gap-6">
      <TemplateLine />
      <div className="grid grid-cols-[1fr_10rem] gap-4">
        <Field
          id="draft-subject"
          label="Konu"
          required
          error={errorAt("subject")}
          note={<FieldFindings fieldId="draft-subject" />}
          noteId={found}
          aside={`${content.subject.length} / 300 harf`}
          hint={content.subject.length > GLANCE ? "Konu kısa ve öz yazılır (Yönetmelik m.13)." : undefined}
        >
          <TextInput
            value={content.subject}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => write({ subject: plainLine(target.value) })}
          />
        </Field>
        <div>
          <p className="small mb-1 font-medium">Sayı ve tarih</p>
          <p className="field flex items-center gap-2 !border-line !bg-sunken !text-ink-2">
            <Lock size={14} strokeWidth={1.75} aria-hidden="true" />
            İmzada verilir
          </p>
        </div>
      </div>
      <ReferenceFields />
      <BodyEditor body={content.body} onBody={(body) => write({ body })} errorAt={errorAt} />
      <ClosingField />
      <ContactFields />
    </div>
  );
}

/** Where the words came from, and the way to keep them for the next time. */
function TemplateLine() {
  const { content, record } = useDraft();
  return (
    <div className="flex items-center justify-between gap-3 empty:hidden">
      <p className="small text-ink-2">
        {record.template ? (
          <>
            Şablon: <TemplateLink template={record.template} />
          </>
        ) : null}
      </p>
      <KeepAsTemplate content={asSaved(content)} quiet />
    </div>
  );
}

function ClosingField() {
  const { content, record, write, errorAt } = useDraft();
  const proposal = record.proposedClosing;
  const differs = proposal !== null && proposal.text !== content.closing.trim();
  const found = useDescribedBy("draft-closing");
  return (
    <div>
      <Field
        id="draft-closing"
        label="Kapanış"
        required
        error={errorAt("closing")}
        note={<FieldFindings fieldId="draft-closing" />}
        noteId={found}
      >
        <TextInput
          value={content.closing}
          maxLength={300}
          autoComplete="off"
          className="max-w-md"
          onChange={({ target }) => write({ closing: plainLine(target.value) })}
        />
      </Field>
      {proposal && !differs ? (
        <p className="small mt-2 flex items-center gap-3 text-ink-2">
          <Glyph name="done" className="text-green" />
          Önerilenle aynı. {proposal.reason}
        </p>
      ) : null}
      {proposal && content.closing.trim() === "" ? (
        <p className="small mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
          <Glyph name="waiting" className="text-amber" />
          <span className="min-w-0 flex-1">
            Önerilen: <strong className="font-semibold text-ink">{proposal.text}</strong> {proposal.reason}
          </span>
          <button type="button" className="link" onMouseDown={keepFocus} onClick={() => write({ closing: proposal.text })}>
            Öneriyi kullan
          </button>
        </p>
      ) : null}
      {proposal ? null : <p className="cap mt-1">Muhataplar seçilince kapanış önerilir.</p>}
    </div>
  );
}

const contactFields = [
  { name: "name", label: "Ad soyad", max: 120 },
  { name: "title", label: "Unvan", max: 120 },
  { name: "phone", label: "Telefon", max: 40 },
] as const;

function ContactFields() {
  const { content, write, errorAt } = useDraft();
  return (
    <fieldset>
      <legend className="small mb-1 font-medium">Bilgi için</legend>
      <p className="cap mb-2">Yazının altında, iletişim bölümünde basılır (Yönetmelik m.24).</p>
      <div className="grid grid-cols-3 gap-3">
        {contactFields.map(({ name, label, max }) => (
          <Field key={name} id={`draft-contact-${name}`} label={label} error={errorAt(`contact.${name}`)}>
            <TextInput
              value={content.contact[name]}
              maxLength={max}
              autoComplete="off"
              onChange={({ target }) => write({ contact: { ...content.contact, [name]: plainLine(target.value) } })}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
