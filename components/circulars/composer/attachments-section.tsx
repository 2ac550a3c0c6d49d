"use client";
import { useMutation } from "@tanstack/react-query";
import { FileText, X } from "lucide-react";
import { useState } from "react";
import { circularFiles } from "@/components/circulars/circular-queries.ts";
import { ReadyAttachmentList } from "@/components/circulars/composer/ready-attachments.tsx";
import { uploadFetch } from "@/components/circulars/composer/upload-fetch.ts";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { IconButton } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { FileDrop } from "@/components/ui/file-drop.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { type AttachmentRow, attachFile, detachFile } from "@/lib/circulars/contract.ts";
import { call } from "@/lib/platform/http/call.ts";
import { formatBytes } from "@/lib/platform/locale/tr.ts";

const accepted = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx";

export function AttachmentsSection() {
  const { record } = useDraft();
  const { upload, progress } = useUpload();
  const [leaving, setLeaving] = useState<AttachmentRow | null>(null);
  return (
    <div className="grid gap-4">
      <p className="small text-ink-2">Ekler yazıyla birlikte aynen gider; yazıya sırası, adı ve sayfa sayısı basılır (Yönetmelik m.18).</p>
      <FileDrop
        label="Ek dosyasını buraya bırakın"
        hint="PDF, PNG, JPEG, DOCX ya da XLSX. Tür, addan değil içerikten anlaşılır."
        accept={accepted}
        multiple
        maxBytes={record.size.limit}
        busy={upload.isPending ? "Yükleniyor" : false}
        error={upload.error?.message}
        onFiles={(files) => upload.mutate(files.map((file) => ({ file })))}
      />
      <ReadyAttachmentList onAttach={(file, title) => upload.mutateAsync([{ file, title }])} />
      {progress ? (
        <Progress
          label={progress.name}
          done={progress.done}
          total={progress.total}
          left={`%${Math.round((progress.done / Math.max(1, progress.total)) * 100)}`}
        />
      ) : null}
      <SizeBar />
      {record.attachments.length === 0 ? (
        <p className="small text-ink-3">Ek yok. Eki olmayan yazı da gönderilebilir.</p>
      ) : (
        <ol className="divide-y divide-line rounded-md border border-line">
          {record.attachments.map((attachment) => (
            <AttachmentItem key={attachment.id} attachment={attachment} onRemove={() => setLeaving(attachment)} />
          ))}
        </ol>
      )}
      <RemoveDialog attachment={leaving} onClose={() => setLeaving(null)} />
    </div>
  );
}

/** Bytes as the message would weigh, not as the files do (N12). */
function SizeBar() {
  const { bytes, limit } = useDraft().record.size;
  const share = Math.min(100, (bytes / limit) * 100);
  return (
    <div className="small">
      <div className="flex justify-between gap-3">
        <span>İletinin boyutu, yazı ve kodlama payıyla</span>
        <span className={classNames("num", bytes > limit ? "text-red" : "text-ink-2")}>
          {formatBytes(bytes)} / {formatBytes(limit)}
        </span>
      </div>
      <div className="bar mt-1.5" aria-hidden="true">
        <span className={bytes > limit ? "bg-red-solid" : "bg-accent"} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

function AttachmentItem({ attachment, onRemove }: { attachment: AttachmentRow; onRemove: () => void }) {
  const { record } = useDraft();
  const facts = [attachment.pages === null ? null : `${attachment.pages} sayfa`, formatBytes(attachment.size), attachment.fileName];
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <span className="num w-5 text-right text-ink-3">{attachment.position}</span>
      <FileText size={18} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
      <span className="min-w-0 flex-1">
        <a href={circularFiles.attachment(record.id, attachment.id)} download={attachment.fileName} className="link">
          {attachment.title}
        </a>
        <span className="cap block">{facts.filter(Boolean).join(" · ")}</span>
      </span>
      <IconButton size="sm" label={`Eki çıkar: ${attachment.title}`} onClick={onRemove}>
        <X size={16} strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </li>
  );
}

function RemoveDialog({ attachment, onClose }: { attachment: AttachmentRow | null; onClose: () => void }) {
  const { record, store } = useDraft();
  const remove = useMutation({
    mutationFn: (attachmentId: string) => store.command((version) => call(detachFile, { circularId: record.id, attachmentId, version })),
    onSettled: onClose,
  });
  return (
    <ConfirmDialog
      open={attachment !== null}
      onOpenChange={onClose}
      title={`“${attachment?.title ?? ""}” ekten çıkarılsın mı?`}
      consequence="Dosya taslaktan silinir. Yeniden eklemek için baştan yüklemek gerekir."
      deed="Eki çıkar"
      danger
      busy={remove.isPending ? "Çıkarılıyor" : false}
      onConfirm={() => attachment && remove.mutate(attachment.id)}
    />
  );
}

type Wanted = { file: File; title?: string };
type UploadProgress = { name: string; done: number; total: number };

/** One file after the other: each answer carries the version the next one needs. */
function useUpload() {
  const { record, store } = useDraft();
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  async function send({ file, title }: Wanted): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const report = (share: number) => setProgress({ name: file.name, done: Math.round(share * file.size), total: file.size });
    report(0);
    await store.command((version) =>
      call(
        attachFile,
        { circularId: record.id, version, ...(title && { title }), file: { name: file.name.slice(-200), bytes } },
        { fetch: uploadFetch(report) },
      ),
    );
  }
  const upload = useMutation({
    mutationFn: async (files: Wanted[]) => {
      for (const wanted of files) await send(wanted);
    },
    meta: { handlesErrors: true },
    onSettled: () => setProgress(null),
  });
  return { upload, progress };
}
