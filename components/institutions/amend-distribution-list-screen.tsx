"use client";
import { useQuery } from "@tanstack/react-query";
import { DistributionListForm } from "@/components/institutions/distribution-list-form.tsx";
import { distributionListQueries } from "@/components/institutions/institution-queries.ts";
import { AmendScreen } from "@/components/shell/amend-screen.tsx";

export function AmendDistributionListScreen({ listId }: { listId: string }) {
  // The form keeps its own state: a refetch in the background must not move what is being arranged.
  const query = useQuery({ ...distributionListQueries.record(listId), refetchOnWindowFocus: false });
  return (
    <AmendScreen
      query={query}
      density="compact"
      width="max-w-[64rem]"
      title="Dağıtım listesini düzelt"
      what="Dağıtım listesi"
      directory={{ label: "Dağıtım listeleri", href: "/institutions/lists", back: "Listelere dön" }}
      record={{ label: "Liste", href: `/institutions/lists/${listId}`, back: "Listeye dön" }}
      forbidden={{
        title: (name) => `${name} üzerinde düzeltme yetkiniz yok`,
        who: "Listeleri il müdürlüğünün memuru ve şefi düzeltir.",
      }}
    >
      {(list) => <DistributionListForm list={list} />}
    </AmendScreen>
  );
}
