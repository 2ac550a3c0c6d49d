"use client";
import { ClipboardPaste, Plus } from "lucide-react";
import { useState } from "react";
import { AddMembersDialog } from "@/components/institutions/add-members-dialog.tsx";
import { PasteIntakeDialog } from "@/components/institutions/intake/paste-intake-dialog.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { InstitutionRow, RecipientRole } from "@/lib/institutions/contract.ts";

export type AddedMember = { institution: InstitutionRow; role: RecipientRole };

/** Two ways to more institutions: a pasted distribution page, or the directory. */
export function MemberAdding({ listed, onAdd }: { listed: ReadonlySet<string>; onAdd: (members: readonly AddedMember[]) => void }) {
  const [way, setWay] = useState<"paste" | "directory" | null>(null);
  const close = () => setWay(null);
  function add(members: readonly AddedMember[]) {
    onAdd(members);
    close();
  }
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="sm" icon={<ClipboardPaste size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setWay("paste")}>
        Dağıtımı yapıştır
      </Button>
      <Button size="sm" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setWay("directory")}>
        Dizinden ekle
      </Button>
      {way === "directory" ? (
        <AddMembersDialog
          listed={listed}
          onAdd={(rows) => add(rows.map((institution) => ({ institution, role: "action" })))}
          onClose={close}
        />
      ) : null}
      {way === "paste" ? <PasteIntakeDialog listed={listed} onAdd={add} onClose={close} /> : null}
    </span>
  );
}
