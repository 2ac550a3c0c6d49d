import type { Metadata } from "next";
import { BulkCardRequest } from "@/components/cards/requests/bulk-card-request.tsx";
import { PermitsScreen } from "@/components/permits/list/permits-screen.tsx";

export const metadata: Metadata = { title: "İzin kayıtları" };

export default function PermitsPage() {
  return <PermitsScreen bulkDeed={<BulkCardRequest />} />;
}
