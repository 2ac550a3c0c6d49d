"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDraftCircular } from "@/components/circulars/list/circular-list-queries.ts";
import { Button } from "@/components/ui/button.tsx";

/** Begins an empty draft and leads into it. */
export function DraftButton() {
  const router = useRouter();
  const { mutate, isPending, isSuccess } = useDraftCircular();
  return (
    <Button
      tone="primary"
      icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
      busy={isPending || isSuccess ? "Taslak açılıyor" : false}
      onClick={() => mutate({}, { onSuccess: (circular) => router.push(`/circulars/${circular.id}`) })}
    >
      Yeni yazı
    </Button>
  );
}
