"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDraftCircular } from "@/components/circulars/list/circular-list-queries.ts";
import { Button } from "@/components/ui/button.tsx";

/** Begins a draft, empty or with a template's words, and leads into it. */
export function DraftButton({ template }: { template?: { id: string } }) {
  const router = useRouter();
  const { mutate, isPending, isSuccess } = useDraftCircular();
  return (
    <Button
      tone="primary"
      icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
      busy={isPending || isSuccess ? "Taslak açılıyor" : false}
      onClick={() =>
        mutate(template ? { templateId: template.id } : {}, { onSuccess: (circular) => router.push(`/circulars/${circular.id}`) })
      }
    >
      {template ? "Bu şablonla yeni yazı" : "Yeni yazı"}
    </Button>
  );
}
