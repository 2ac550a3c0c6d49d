"use client";
import { ArrowDownNarrowWide } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import type { ListValues } from "@/components/institutions/distribution-list-form-state.ts";
import { ProtocolOrderDialog } from "@/components/institutions/protocol-order-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import { toastUndo } from "@/components/ui/toast.tsx";
import type { InstitutionRow } from "@/lib/institutions/contract.ts";
import { compareLists } from "@/lib/institutions/list-comparison.ts";
import { inProtocolOrder } from "@/lib/institutions/protocol-order.ts";

export type ProtocolOrderProps = {
  known: ReadonlyMap<string, InstitutionRow>;
  onOrder: (members: ListValues["members"]) => void;
};

/** Puts the whole list into the order of protocol; the old order is one press away. */
export function ProtocolOrder({ known, onOrder }: ProtocolOrderProps) {
  const { getValues } = useFormContext<ListValues>();
  const [isOpen, setOpen] = useState(false);
  const members = isOpen ? getValues("members") : [];
  const ordered = inProtocolOrder(members, ({ institutionId }) => known.get(institutionId));
  function order() {
    const before = new Map(members.map(({ institutionId }, index) => [institutionId, index]));
    onOrder(ordered);
    setOpen(false);
    // Roles chosen and institutions added since then stay; those keep their place at the end.
    toastUndo("Liste protokol sırasına dizildi.", () => {
      const place = (id: string) => before.get(id) ?? before.size;
      onOrder(getValues("members").toSorted((a, b) => place(a.institutionId) - place(b.institutionId)));
    });
  }
  return (
    <>
      <Button size="sm" icon={<ArrowDownNarrowWide size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setOpen(true)}>
        Protokol sırasına göre diz
      </Button>
      {isOpen ? (
        <ProtocolOrderDialog
          institutions={members.flatMap(({ institutionId }) => known.get(institutionId) ?? [])}
          movedCount={compareLists(listOf(members), listOf(ordered)).moved.length}
          onConfirm={order}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

const listOf = (members: ListValues["members"]) => ({ name: "", members: members.map((member) => ({ ...member, name: "" })) });
