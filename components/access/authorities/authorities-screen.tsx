"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { authorityQueries } from "@/components/access/authorities/authority-queries.ts";
import { AuthorityTable } from "@/components/access/authorities/authority-table.tsx";
import { EndAuthorityDialog } from "@/components/access/authorities/end-authority-dialog.tsx";
import { GiveAuthorityDialog } from "@/components/access/authorities/give-authority-dialog.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import type { AuthorityRow } from "@/lib/access/authorities-contract.ts";

/** Who signs for the directorate: in own right, and in the director's stead from a day to a day. */
export function AuthoritiesScreen() {
  const query = useQuery(authorityQueries.all());
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<AuthorityRow | null>(null);
  return (
    <DensityScope fallback="compact" className="flex-1">
      <Breadcrumbs items={[{ label: "İmza yetkileri" }]} />
      <Page>
        <PageHeader
          title="İmza yetkileri"
          meta="Biriminiz adına kimin, hangi günler, hangi yetkiyle imza attığı. İmza bölümü buna göre yazılır."
          actions={
            query.data?.office ? (
              <Button tone="primary" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => setGiving(true)}>
                Yetki ver
              </Button>
            ) : undefined
          }
        />
        <LoadState query={query} what="İmza yetkileri">
          {({ authorities, candidates, office }) => (
            <>
              <div className="panel mt-4 overflow-clip">
                {authorities.length === 0 ? (
                  <EmptyState title="İmza yetkisi yok">Biriminizin imza yetkisi olan hesabı burada görünür.</EmptyState>
                ) : (
                  <AuthorityTable authorities={authorities} onEnd={setEnding} />
                )}
              </div>
              {isGiving && office ? <GiveAuthorityDialog office={office} candidates={candidates} onClose={() => setGiving(false)} /> : null}
              {ending ? <EndAuthorityDialog authority={ending} onClose={() => setEnding(null)} /> : null}
            </>
          )}
        </LoadState>
      </Page>
    </DensityScope>
  );
}
