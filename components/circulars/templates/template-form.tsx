"use client";
import { useState } from "react";
import { BodyEditor } from "@/components/circulars/composer/body-editor.tsx";
import { asSavedBody, type Block, editedBody, plainLine } from "@/components/circulars/composer/draft-content.ts";
import { FieldMenu, useFieldInsert } from "@/components/circulars/templates/field-menu.tsx";
import { ActBar } from "@/components/ui/act-bar.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { useLeaveWarning } from "@/components/ui/leave-warning.ts";
import { Page } from "@/components/ui/page-header.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { TemplateContent } from "@/lib/circulars/template-contract.ts";
import { ProblemError } from "@/lib/platform/http/call.ts";

export type TemplateWords = { name: string; content: TemplateContent; note: string };

export type TemplateFormProps = {
  start: Omit<TemplateWords, "note">;
  /** A new version says why it was made; the first one needs no reason. */
  asksForNote: boolean;
  deed: string;
  back: string;
  saving: { isPending: boolean; isSuccess: boolean; error: Error | null };
  onSave: (words: TemplateWords) => void;
};

/** A template's name and words, block by block as in the composer. */
export function TemplateForm({ start, asksForNote, deed, back, saving, onSave }: TemplateFormProps) {
  const [name, setName] = useState(start.name);
  const [subject, setSubject] = useState(start.content.subject);
  const [closing, setClosing] = useState(start.content.closing);
  const [body, setBody] = useState<readonly Block[]>(() => editedBody(start.content.body));
  const [note, setNote] = useState("");
  const [isAsked, setAsked] = useState(false);
  const fields = useFieldInsert();
  const words = { name: name.trim(), content: { subject, body: asSavedBody(body), closing }, note: note.trim() };
  const isChanged = JSON.stringify({ ...words, note: "" }) !== JSON.stringify({ ...start, note: "" });
  useLeaveWarning(isChanged && !saving.isPending && !saving.isSuccess);
  const params = saving.error instanceof ProblemError ? (saving.error.problem.invalidParams ?? []) : [];
  const errorAt = (path: string) => params.find((param) => param.path === path)?.message;
  const nameError = isAsked && words.name.length < 3 ? "Şablona en az üç harflik bir ad verin." : errorAt("name");
  const noteError = isAsked && asksForNote && words.note === "" ? "Neyin neden değiştiğini yazın; sürümün yanında okunur." : undefined;

  function save() {
    setAsked(true);
    if (words.name.length >= 3 && (!asksForNote || words.note !== "")) onSave(words);
  }

  return (
    <div className="flex flex-1 flex-col">
      <Page className="grid max-w-[56rem] flex-1 content-start gap-5">
        {saving.error && params.length === 0 ? (
          <Banner live tone="red" title="Şablon kaydedilmedi.">
            {saving.error.message}
          </Banner>
        ) : null}
        <Field label="Şablonun adı" required error={nameError} hint="Listede bu adla aranır; yazıya basılmaz.">
          <TextInput value={name} maxLength={120} autoComplete="off" onChange={({ target }) => setName(plainLine(target.value))} />
        </Field>
        <div className="contents" ref={fields.within}>
          <Field label="Konu" error={errorAt("content.subject")}>
            <TextInput value={subject} maxLength={300} autoComplete="off" onChange={({ target }) => setSubject(plainLine(target.value))} />
          </Field>
          <BodyEditor
            body={body}
            onBody={setBody}
            errorAt={(path) => errorAt(`content.${path}`)}
            tools={<FieldMenu onField={fields.insert} onClosed={fields.goOn} />}
          />
          <Field label="Kapanış" error={errorAt("content.closing")} hint="Boş bırakılabilir; kapanış muhataplara göre önerilir.">
            <TextInput
              value={closing}
              maxLength={300}
              autoComplete="off"
              className="max-w-md"
              onChange={({ target }) => setClosing(plainLine(target.value))}
            />
          </Field>
        </div>
        <p className="cap">
          Alan, her yazıda yeniden yazılan sözdür: taslak başlarken dolar. Ardına gelen ek değere uyar; “{"{{il}}'de"}” yazılan yerde
          “Aksaray'da” ya da “Kocaeli'de” basılır.
        </p>
        {asksForNote ? (
          <Field label="Bu sürümde ne değişti" required error={noteError}>
            <TextInput value={note} maxLength={300} autoComplete="off" onChange={({ target }) => setNote(target.value)} />
          </Field>
        ) : null}
      </Page>
      <ActBar note={isChanged ? <span className="small text-ink-2">Kaydedilmemiş değişiklik var.</span> : undefined}>
        <ButtonLink tone="quiet" href={back}>
          Vazgeç
        </ButtonLink>
        <Button tone="primary" busy={saving.isPending ? "Kaydediliyor" : false} off={isChanged ? false : "Değişiklik yok."} onClick={save}>
          {deed}
        </Button>
      </ActBar>
    </div>
  );
}
