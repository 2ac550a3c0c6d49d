"use client";
import { Ellipsis, FileText, FileUp, Phone, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import type { RecipientBoard } from "@/components/circulars/board/recipient-queries.ts";
import { circularStateLooks } from "@/components/circulars/labels.ts";
import { ButtonLink, IconButton } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type BoardHeadProps = { board: RecipientBoard; onUploadEvidence: () => void };

export function BoardHead({ board: { circular, allowedActions }, onUploadEvidence }: BoardHeadProps) {
  const look = circularStateLooks[circular.state];
  const due = circular.dueOn ? ` · bilgi alma son günü ${formatDate(circular.dueOn)}` : "";
  return (
    <PageHeader
      title={circular.subject}
      tag={
        <Tag tone={look.tone} glyph={look.glyph}>
          {look.word}
        </Tag>
      }
      meta={`${circular.documentNumber} · ${formatDate(circular.documentOn)}${due}`}
      actions={
        <>
          <ButtonLink href={`/circulars/${circular.id}`} icon={<FileText size={16} strokeWidth={1.75} aria-hidden="true" />}>
            Yazıyı aç
          </ButtonLink>
          <BoardMenu circularId={circular.id} onUploadEvidence={allowedActions.includes("upload_evidence") ? onUploadEvidence : null} />
        </>
      }
    />
  );
}

type BoardMenuProps = { circularId: string; onUploadEvidence: (() => void) | null };

function BoardMenu({ circularId, onUploadEvidence }: BoardMenuProps) {
  const router = useRouter();
  return (
    <Menu
      label="Dağıtımın diğer işleri"
      trigger={
        <IconButton label="Diğer işler" className="border border-line-strong bg-surface">
          <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
        </IconButton>
      }
    >
      <MenuItem
        icon={<Printer size={14} strokeWidth={1.75} aria-hidden="true" />}
        onSelect={() => router.push(`/circulars/${circularId}/recipients/cover-list`)}
      >
        Elden ve postayla teslim listesi
      </MenuItem>
      <MenuItem
        icon={<Phone size={14} strokeWidth={1.75} aria-hidden="true" />}
        onSelect={() => router.push(`/circulars/${circularId}/recipients/phone-list`)}
      >
        Yanıt vermeyenlerin telefon listesi
      </MenuItem>
      {onUploadEvidence ? (
        <MenuItem icon={<FileUp size={14} strokeWidth={1.75} aria-hidden="true" />} onSelect={onUploadEvidence}>
          Delil yükle
        </MenuItem>
      ) : null}
    </Menu>
  );
}
