"use client";
import { useRouter } from "next/navigation";
import { useDistributeIncomingLetter } from "@/components/circulars/incoming-queries.ts";
import { Button, type ButtonProps } from "@/components/ui/button.tsx";

export type DistributeButtonProps = Pick<ButtonProps, "tone" | "size" | "className" | "aria-describedby"> & {
  letterId: string;
  /** As seen on the page; left out where only the deed is offered. */
  version?: number;
};

/** Makes the draft with the letter as its reference and leads into it. */
export function DistributeButton({ letterId, version, ...look }: DistributeButtonProps) {
  const router = useRouter();
  const { mutateAsync, isPending, isSuccess } = useDistributeIncomingLetter();
  // Awaited, not told by a callback: a letter that is distributed waits no longer, and this button may be gone by then.
  async function distribute() {
    const draft = await mutateAsync(version === undefined ? { letterId } : { letterId, version }).catch(() => null);
    if (draft) router.push(`/circulars/${draft.id}`);
  }
  return (
    <Button {...look} busy={isPending || isSuccess ? "Taslak açılıyor" : false} onClick={() => void distribute()}>
      Dağıtıma çıkar
    </Button>
  );
}
