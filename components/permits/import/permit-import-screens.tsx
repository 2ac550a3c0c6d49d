"use client";
import { permitImportTarget } from "@/components/permits/import/permit-import-target.ts";
import { ImportRunScreen } from "@/components/shell/imports/import-run-screen.tsx";
import { ImportsScreen } from "@/components/shell/imports/imports-screen.tsx";

export const PermitImportsScreen = () => <ImportsScreen target={permitImportTarget} />;

export const PermitImportRunScreen = ({ importId }: { importId: string }) => (
  <ImportRunScreen target={permitImportTarget} importId={importId} />
);
