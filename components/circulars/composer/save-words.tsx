"use client";
import { CloudAlert, CloudCheck, CloudUpload } from "lucide-react";
import { asSaved } from "@/components/circulars/composer/draft-content.ts";
import { draftFieldLabels } from "@/components/circulars/composer/draft-field-labels.ts";
import type { DraftState } from "@/components/circulars/composer/draft-store.ts";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { changedFields } from "@/lib/institutions/institution.ts";
import { formatTime, withNumberSuffix } from "@/lib/platform/locale/tr.ts";

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** How it stands with what was typed: one short line that never moves the buttons beside it. */
export function SaveWords() {
  const { status } = useDraft();
  const isTrouble = ["held", "failed", "stale", "closed"].includes(status.step);
  const onItsWay = status.step === "saved" ? CloudCheck : CloudUpload;
  const Icon = isTrouble ? CloudAlert : onItsWay;
  return (
    <span role="status" className={`small num flex items-center gap-1.5 ${isTrouble ? "text-amber" : "text-ink-3"}`}>
      <Icon {...icon} />
      {saveSentence(status)}
    </span>
  );
}

function saveSentence(status: DraftState["status"]): string {
  switch (status.step) {
    case "saved":
      return status.at ? `${withNumberSuffix(formatTime(status.at), "locative")} kaydedildi` : "Kaydedildi";
    case "waiting":
      return "Kaydedilecek";
    case "saving":
      return "Kaydediliyor";
    case "held":
      return "Kaydedilmedi: düzeltilecek yer var";
    case "failed":
      return "Kaydedilemedi, yeniden denenecek";
    case "stale":
      return "Kaydedilmedi: taslak değişti";
    case "closed":
      return "Kaydedilmedi";
  }
}

/** What stands in the way of saving, and the choice it leaves. */
export function SaveTrouble({ onOpenRecord }: { onOpenRecord: () => void }) {
  const { status, store } = useDraft();
  if (status.step === "failed") {
    return (
      <Banner
        tone="amber"
        live
        title="Kaydedilemedi; yazdıklarınız bu sayfada duruyor."
        action={
          <Button size="sm" onClick={() => void store.flush()}>
            Şimdi kaydet
          </Button>
        }
      >
        {status.message} Kendiliğinden yeniden denenir; sayfayı kapatmayın.
        {status.requestId ? <span className="cap block">İstek no {status.requestId}</span> : null}
      </Banner>
    );
  }
  if (status.step === "closed") {
    return (
      <Banner
        tone="red"
        live
        title="Yazı artık düzeltilemiyor; son yazdıklarınız kaydedilmedi."
        action={
          <Button size="sm" onClick={onOpenRecord}>
            Yazının son hâlini aç
          </Button>
        }
      >
        {status.message} Saklamak istediğiniz bölümü kopyalayıp sonra son hâlini açın.
      </Banner>
    );
  }
  if (status.step === "held") {
    return (
      <Banner tone="amber" live title="Kaydedilmedi; düzeltilince kendiliğinden kaydedilir.">
        {[...new Set(status.fields.map(({ message }) => message))].join(" ")}
      </Banner>
    );
  }
  return status.step === "stale" ? <StaleChoice /> : null;
}

function StaleChoice() {
  const { status, content, record, store } = useDraft();
  if (status.step !== "stale") return null;
  const words = (names: (keyof typeof draftFieldLabels)[]) => names.map((name) => draftFieldLabels[name]).join(", ");
  const theirs = changedFields(record.content, status.theirs.content);
  const mine = changedFields(record.content, asSaved(content));
  return (
    <Banner tone="amber" live title="Taslak başka bir yerde değişti; yazdıklarınız duruyor, henüz kaydedilmedi.">
      Orada değişen: {words(theirs) || "yok"}. Burada değişen: {words(mine) || "yok"}.
      <span className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void store.keepMine()}>
          Burada değişenleri koru, gerisini al
        </Button>
        <Button size="sm" tone="danger" onClick={store.takeTheirs}>
          Burada yazdıklarımı bırak
        </Button>
      </span>
    </Banner>
  );
}
