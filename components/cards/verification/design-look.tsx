"use client";
import { ZoomIn } from "lucide-react";
import { useState } from "react";
import { CardDrawing } from "@/components/cards/designs/card-drawing.tsx";
import { FeatureList } from "@/components/cards/designs/feature-list.tsx";
import type { CardVerificationWords } from "@/components/cards/verification/verification-words.ts";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import type { CardDesign } from "@/lib/cards/contract.ts";

type DesignLookProps = { design: CardDesign; words: CardVerificationWords["design"] };

/** The look the card should have, and under the glass what to compare on it. */
export function DesignLook({ design, words }: DesignLookProps) {
  const [isLarge, setLarge] = useState(false);
  const label = `${words.drawing}: ${words.words[design]}`;
  return (
    <>
      <CardDrawing design={design} label={label} />
      <Button size="sm" className="mt-3" icon={<ZoomIn size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setLarge(true)}>
        {words.enlarge}
      </Button>
      <Dialog
        open={isLarge}
        onOpenChange={setLarge}
        title={words.words[design]}
        description={words.schematic}
        width="lg"
        close={words.close}
      >
        <CardDrawing numbered design={design} label={label} className="mx-auto max-w-[40rem]" />
        <FeatureList design={design} told={words.features?.[design]} none={words.none} className="small mt-2" />
      </Dialog>
    </>
  );
}
