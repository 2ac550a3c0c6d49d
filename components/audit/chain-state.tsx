import type { z } from "zod";
import { StateWord } from "@/components/ui/state-word.tsx";
import { unsealedAlarmSeconds } from "@/lib/audit/chain.ts";
import type { listAuditEvents } from "@/lib/audit/contract.ts";
import { durationInWords, formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

type Chain = z.infer<(typeof listAuditEvents)["output"]>["chain"];

/** Whether the sealer keeps up. That the past is untouched only the verifier can say; this line does not claim it. */
export function ChainState({ chain, readAt }: { chain: Chain; readAt: number }) {
  const { events, sealed, lastSealAt, oldestUnsealedAt } = chain;
  const waited = oldestUnsealedAt ? readAt - Date.parse(oldestUnsealedAt) : 0;
  if (waited > unsealedAlarmSeconds * 1_000) {
    return (
      <StateWord tone="red" glyph="alert">
        {formatNumber(events - sealed)} kayıt zincire eklenmedi, en eskisi {durationInWords(waited)} bekliyor. Sistem yöneticisine bildirin.
      </StateWord>
    );
  }
  return (
    <StateWord tone="green" glyph="done">
      {formatNumber(events)} kaydın {formatNumber(sealed)} tanesi zincirde
      {lastSealAt ? `, son mühür ${formatDateTime(new Date(lastSealAt))}` : ""}
    </StateWord>
  );
}
