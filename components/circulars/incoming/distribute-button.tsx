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
  const { mutate, isPending, isSuccess } = useDistributeIncomingLetter();
  const distribute = () =>
    mutate(version === undefined ? { letterId } : { letterId, version }, {
      onSuccess: (circular) => router.push(`/circulars/${circular.id}`),
    });
  return (
    <Button {...look} busy={isPending || isSuccess ? "Taslak açılıyor" : false} onClick={distribute}>
      Dağıtıma çıkar
    </Button>
  );
}
