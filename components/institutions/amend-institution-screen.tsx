"use client";
import { useQuery } from "@tanstack/react-query";
import { InstitutionForm } from "@/components/institutions/institution-form.tsx";
import { institutionQueries } from "@/components/institutions/institution-queries.ts";
import { AmendScreen } from "@/components/shell/amend-screen.tsx";

export function AmendInstitutionScreen({ institutionId }: { institutionId: string }) {
  // The form keeps its own state: a refetch in the background must not move what is being typed.
  const query = useQuery({ ...institutionQueries.record(institutionId), refetchOnWindowFocus: false });
  return (
    <AmendScreen
      query={query}
      density="comfortable"
      width="max-w-[52rem]"
      title="Kurum kaydını düzelt"
      what="Kurum kaydı"
      directory={{ label: "Kurumlar", href: "/institutions", back: "Kurumlara dön" }}
      record={{ label: "Kurum", href: `/institutions/${institutionId}`, back: "Kayda dön" }}
      forbidden={{
        title: (name) => `${name} kaydını düzeltme yetkiniz yok`,
        who: "Kurum kayıtlarını il müdürlüğünün memuru ve şefi düzeltir.",
      }}
    >
      {(institution) => <InstitutionForm institution={institution} />}
    </AmendScreen>
  );
}
