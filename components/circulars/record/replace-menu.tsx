"use client";
import { Ellipsis, FileX2, Replace } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCancelCircular, useSupersedeCircular } from "@/components/circulars/circular-queries.ts";
import { ReasonQuestion } from "@/components/circulars/record/reason-dialogs.tsx";
import { IconButton } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import type { CircularRecord } from "@/lib/circulars/contract.ts";

const icon = { size: 14, strokeWidth: 1.75, "aria-hidden": true } as const;

type Kind = "supersede" | "cancel";

/** What may still be done about a letter that was sent: another one takes its place, or cancels it. */
export function ReplaceMenu({ record }: { record: CircularRecord }) {
  const [asked, setAsked] = useState<Kind | null>(null);
  const may = (kind: Kind) => record.allowedActions.includes(kind);
  if (!may("supersede") && !may("cancel")) return null;
  return (
    <>
      <Menu
        label="Yazının diğer işleri"
        trigger={
          <IconButton label="Diğer işler" className="border border-line-strong bg-surface">
            <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        }
      >
        {may("supersede") ? (
          <MenuItem icon={<Replace {...icon} />} onSelect={() => setAsked("supersede")}>
            Yerine yeni yazı hazırla
          </MenuItem>
        ) : null}
        {may("cancel") ? (
          <MenuItem icon={<FileX2 {...icon} />} onSelect={() => setAsked("cancel")}>
            İptal yazısı hazırla
          </MenuItem>
        ) : null}
      </Menu>
      {asked ? <ReplaceQuestion record={record} kind={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

const whenSent =
  "O gönderilene kadar bu yazı yürürlükte kalır. Gönderildiği anda bu yazının gönderilmemiş iletileri durur, hatırlatma yapılmaz ve bilgi alındı beyanı yeni yazı için alınır.";

const words = {
  supersede: {
    title: "Bu yazının yerine yeni yazı hazırlansın mı?",
    consequence: `Metin, ekler ve muhataplar yeni bir taslağa kopyalanır; bu yazı ilgi olur. ${whenSent}`,
    deed: "Yeni yazıyı hazırla",
  },
  cancel: {
    title: "Bu yazı için iptal yazısı hazırlansın mı?",
    consequence: `Aynı muhataplara, bu yazının işlemden kaldırıldığını bildiren kısa bir taslak açılır. ${whenSent}`,
    deed: "İptal yazısını hazırla",
  },
} satisfies Record<Kind, object>;

function ReplaceQuestion({ record, kind, onClose }: { record: CircularRecord; kind: Kind; onClose: () => void }) {
  const commands = { supersede: useSupersedeCircular(), cancel: useCancelCircular() };
  const command = commands[kind];
  const router = useRouter();
  // Awaited, not told by a callback: once the letter has a draft it offers no second one, and this question may be gone by then.
  async function openDraft(reason: string) {
    const draft = await command.mutateAsync({ circularId: record.id, version: record.version, reason }).catch(() => null);
    if (!draft) return;
    onClose();
    router.push(`/circulars/${draft.id}`);
  }
  return (
    <ReasonQuestion
      open
      onOpenChange={(open) => !open && onClose()}
      {...words[kind]}
      doing="Taslak açılıyor"
      label="Gerekçe"
      hint="Kayıtta kalır; yazıya basılmaz."
      maxLength={500}
      command={command}
      onReason={(reason) => void openDraft(reason)}
    />
  );
}
