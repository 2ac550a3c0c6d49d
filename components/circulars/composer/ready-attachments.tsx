"use client";
import { useMutation } from "@tanstack/react-query";
import { FilePlus2 } from "lucide-react";
import { createContext, useContext } from "react";
import { useDraft } from "@/components/circulars/composer/use-draft.ts";
import { Button } from "@/components/ui/button.tsx";
import { errorMessages } from "@/lib/platform/error-messages.ts";

/** A file that the page knows how to make, so that nobody has to fetch it and upload it again. */
export type ReadyAttachment = { label: string; title: string; fileName: string; url: string };

/** What the page offers; the composer itself knows no other word's files. */
export const ReadyAttachments = createContext<readonly ReadyAttachment[]>([]);

export type ReadyAttachmentListProps = { onAttach: (file: File, title: string) => Promise<unknown> };

export function ReadyAttachmentList({ onAttach }: ReadyAttachmentListProps) {
  const { record } = useDraft();
  const offered = useContext(ReadyAttachments).filter(({ title }) => !record.attachments.some((attachment) => attachment.title === title));
  if (offered.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {offered.map((ready) => (
        <li key={ready.url}>
          <ReadyButton ready={ready} onAttach={onAttach} />
        </li>
      ))}
    </ul>
  );
}

function ReadyButton({ ready, onAttach }: ReadyAttachmentListProps & { ready: ReadyAttachment }) {
  const attach = useMutation({ mutationFn: async () => onAttach(await fetchReady(ready), ready.title) });
  return (
    <Button
      size="sm"
      icon={<FilePlus2 size={16} strokeWidth={1.75} aria-hidden="true" />}
      busy={attach.isPending ? "Ekleniyor" : false}
      onClick={() => attach.mutate()}
    >
      {ready.label}
    </Button>
  );
}

async function fetchReady({ url, fileName }: ReadyAttachment): Promise<File> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(errorMessages.unavailable);
  return new File([await response.blob()], fileName);
}
