"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useAmendView, useRemoveView, useSaveView } from "@/components/access/views/view-queries.ts";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { toastDone, toastUndo } from "@/components/ui/toast.tsx";
import type { SavedView, ViewScreen, ViewVisibility } from "@/lib/access/views-contract.ts";

export type ViewDeed = { kind: "save"; query: string } | { kind: "amend"; view: SavedView } | { kind: "remove"; view: SavedView };

const visibilities = [
  { value: "private", label: "Yalnız ben" },
  { value: "shared", label: "Birimdeki herkes" },
  { value: "province_default", label: "Birimin başlangıç görünümü" },
] as const satisfies readonly { value: ViewVisibility; label: string }[];

/** `path`: the page that the view is of. */
type ViewDialogProps = { deed: ViewDeed; screen: ViewScreen; path: string; mayShare: boolean; onClose: () => void };

export function ViewDialog({ deed, ...rest }: ViewDialogProps) {
  return deed.kind === "remove" ? <RemoveDialog view={deed.view} {...rest} /> : <KeepDialog deed={deed} {...rest} />;
}

/** What a view keeps, in its page's words. */
const keptWords: Record<ViewScreen, string> = {
  permits: "Filtre ve sıralama bu adla saklanır; sekmesi listenin üstünde, tam sayısıyla durur.",
  statistics: "Ölçü, filtre ve karşılaştırma bu adla saklanır; açıldığında o günün rakamlarını gösterir.",
};

type KeepDialogProps = Omit<ViewDialogProps, "deed"> & { deed: Exclude<ViewDeed, { kind: "remove" }> };

function KeepDialog({ deed, screen, mayShare, onClose }: KeepDialogProps) {
  const known = deed.kind === "amend" ? deed.view : null;
  const [name, setName] = useState(known?.name ?? "");
  const [visibility, setVisibility] = useState<ViewVisibility>(known?.visibility ?? "private");
  const [isAsked, setAsked] = useState(false);
  const save = useSaveView();
  const amend = useAmendView();
  const complaint = isAsked && name.trim() === "" ? "Görünüme bir ad verin. Örnek: Son 12 ay" : undefined;

  function done() {
    toastDone(`“${name.trim()}” görünümü kaydedildi.`);
    onClose();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === "") return;
    if (known) amend.mutate({ ...known, name, visibility }, { onSuccess: done });
    else if (deed.kind === "save") save.mutate({ screen, name, visibility, query: deed.query }, { onSuccess: done });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={known ? "Görünümü değiştir" : "Görünüm kaydet"}
      description={keptWords[screen]}
      foot={
        <>
          <Button tone="quiet" onClick={onClose}>
            Vazgeç
          </Button>
          <Button tone="primary" type="submit" form="view-form" busy={save.isPending || amend.isPending ? "Kaydediliyor" : false}>
            Görünümü kaydet
          </Button>
        </>
      }
    >
      <form id="view-form" onSubmit={submit} className="space-y-4">
        <Field label="Görünümün adı" required error={complaint}>
          <TextInput autoFocus maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {mayShare ? <RadioGroup legend="Kim görür" value={visibility} options={visibilities} onValueChange={setVisibility} /> : null}
      </form>
    </Dialog>
  );
}

function RemoveDialog({ view, path, onClose }: Omit<ViewDialogProps, "deed"> & { view: SavedView }) {
  const router = useRouter();
  const remove = useRemoveView();
  const save = useSaveView();
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`“${view.name}” görünümü kaldırılsın mı`}
      consequence={
        view.visibility === "private" ? "Kayıtlara dokunulmaz." : "Birimdeki herkesin sekmelerinden kalkar; kayıtlara dokunulmaz."
      }
      deed="Görünümü kaldır"
      danger
      busy={remove.isPending ? "Kaldırılıyor" : false}
      onConfirm={() =>
        remove.mutate(view.id, {
          onSuccess: () => {
            toastUndo(`“${view.name}” görünümü kaldırıldı.`, () => save.mutate(view));
            router.replace(path);
            onClose();
          },
        })
      }
    />
  );
}
