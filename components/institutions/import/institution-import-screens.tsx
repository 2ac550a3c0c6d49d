"use client";
import { institutionImportTarget } from "@/components/institutions/import/institution-import-target.ts";
import { ImportRunScreen } from "@/components/shell/imports/import-run-screen.tsx";
import { ImportsScreen } from "@/components/shell/imports/imports-screen.tsx";

export const InstitutionImportsScreen = () => <ImportsScreen target={institutionImportTarget} />;

export const InstitutionImportRunScreen = ({ importId }: { importId: string }) => (
  <ImportRunScreen target={institutionImportTarget} importId={importId} />
);
