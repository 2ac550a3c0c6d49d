"use client";
import { ArrowDownNarrowWide } from "lucide-react";
import { useState } from "react";
import { ProtocolOrderDialog } from "@/components/institutions/protocol-order-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { toastUndo } from "@/components/ui/toast.tsx";
import type { RecipientRole } from "@/lib/institutions/contract.ts";
import { compareLists } from "@/lib/institutions/list-comparison.ts";
import { inProtocolOrder, type ProtocolPlace } from "@/lib/institutions/protocol-order.ts";

type Member = { institutionId: string; role: RecipientRole };

export type ProtocolOrderProps = {
  placeOf: (institutionId: string) => ProtocolPlace | undefined;
  /** As they stand at this moment, also when an earlier order is brought back. */
  membersNow: () => readonly Member[];
  onOrder: (members: Member[]) => void;
  /** What is said once it is done. */
  done: string;
};

/** Puts a whole list or the recipients of a letter into the order of protocol; the old order is one press away. */
export function ProtocolOrder({ placeOf, membersNow, onOrder, done }: ProtocolOrderProps) {
  const [isOpen, setOpen] = useState(false);
  const members = isOpen ? membersNow() : [];
  const ordered = inProtocolOrder(members, ({ institutionId }) => placeOf(institutionId));
  function order() {
    const before = new Map(members.map(({ institutionId }, index) => [institutionId, index]));
    onOrder(ordered);
    setOpen(false);
    // Roles chosen and institutions added since then stay; those keep their place at the end.
    toastUndo(done, () => {
      const place = (id: string) => before.get(id) ?? before.size;
      onOrder(membersNow().toSorted((a, b) => place(a.institutionId) - place(b.institutionId)));
    });
  }
  return (
    <>
      <Button size="sm" icon={<ArrowDownNarrowWide size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setOpen(true)}>
        Protokol sırasına göre diz
      </Button>
      {isOpen ? (
        <ProtocolOrderDialog
          institutions={members.flatMap(({ institutionId }) => placeOf(institutionId) ?? [])}
          movedCount={compareLists(listOf(members), listOf(ordered)).moved.length}
          onConfirm={order}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

const listOf = (members: readonly Member[]) => ({ name: "", members: members.map((member) => ({ ...member, name: "" })) });
