"use client";
import { listImportTarget } from "@/components/institutions/import/list-import-target.ts";
import { ImportRunScreen } from "@/components/shell/imports/import-run-screen.tsx";
import { ImportsScreen } from "@/components/shell/imports/imports-screen.tsx";

export const ListImportsScreen = () => <ImportsScreen target={listImportTarget} />;

export const ListImportRunScreen = ({ importId }: { importId: string }) => (
  <ImportRunScreen target={listImportTarget} importId={importId} />
);
