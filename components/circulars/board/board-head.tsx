"use client";
import { Ellipsis, FileArchive, FileText, FileUp, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { type RecipientBoard, useDownloadKepFiles } from "@/components/circulars/board/recipient-queries.ts";
import { circularStateLooks } from "@/components/circulars/labels.ts";
import { ButtonLink, IconButton } from "@/components/ui/button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { BoardRow } from "@/lib/circulars/delivery-contract.ts";
import { formatDate } from "@/lib/platform/locale/tr.ts";

export type BoardHeadProps = { board: RecipientBoard; onUploadEvidence: () => void };

export function BoardHead({ board: { circular, rows, allowedActions }, onUploadEvidence }: BoardHeadProps) {
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
          <BoardMenu
            circularId={circular.id}
            hasKepFiles={rows.some(waitsForItsFile)}
            mayRecord={allowedActions.includes("record_hand_delivery")}
            onUploadEvidence={allowedActions.includes("upload_evidence") ? onUploadEvidence : null}
          />
        </>
      }
    />
  );
}

/** Never handed over by wire: only such a message may be carried to the provider as a file (N5). */
const waitsForItsFile = ({ channel, state, nextCheckAt }: BoardRow): boolean =>
  channel === "kep" && state === "planned" && nextCheckAt === null;

type BoardMenuProps = { circularId: string; hasKepFiles: boolean; mayRecord: boolean; onUploadEvidence: (() => void) | null };

function BoardMenu({ circularId, hasKepFiles, mayRecord, onUploadEvidence }: BoardMenuProps) {
  const router = useRouter();
  const download = useDownloadKepFiles();
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
      {hasKepFiles && mayRecord ? (
        <MenuItem icon={<FileArchive size={14} strokeWidth={1.75} aria-hidden="true" />} onSelect={() => download.mutate(circularId)}>
          KEP dosyalarını indir (ZIP)
        </MenuItem>
      ) : null}
      {onUploadEvidence ? (
        <MenuItem icon={<FileUp size={14} strokeWidth={1.75} aria-hidden="true" />} onSelect={onUploadEvidence}>
          Delil yükle
        </MenuItem>
      ) : null}
    </Menu>
  );
}
