import Link from "next/link";
import { Banner } from "@/components/ui/banner.tsx";
import type { PermitRecord } from "@/lib/permits/contract.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDateTime } from "@/lib/platform/locale/tr.ts";

/** A change of province that waits for its second person. */
export function TransferBanner({ record: { pendingTransfer } }: { record: PermitRecord }) {
  if (!pendingTransfer) return null;
  return (
    <Banner
      tone="amber"
      title={`${provinceName(pendingTransfer.provinceId) ?? pendingTransfer.provinceId} iline aktarım ikinci kişinin onayını bekliyor.`}
      action={
        <Link href="/access/proposals" className="link">
          Onay bekleyenler
        </Link>
      }
    >
      {pendingTransfer.proposedBy} önerdi; {formatDateTime(new Date(pendingTransfer.expiresAt))} saatine kadar karara bağlanmazsa düşer.
    </Banner>
  );
}
