"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { unitsQuery } from "@/components/access/units/unit-queries.ts";
import { AccessTabs } from "@/components/access/users/access-tabs.tsx";
import { useUserFilter } from "@/components/access/users/user-filter.ts";
import { emptyUserFilter, UserFilterBar } from "@/components/access/users/user-filter-bar.tsx";
import { userQueries } from "@/components/access/users/user-queries.ts";
import { UserTable } from "@/components/access/users/user-table.tsx";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

/** Who may enter, as what, and from where they are signed in now. */
export function UsersScreen() {
  const { shown, setShown, settled } = useUserFilter();
  const query = useQuery(userQueries.list(settled));
  const { data: places } = useQuery(unitsQuery());
  const provinces = [...new Set((places?.units ?? []).map(({ provinceId }) => provinceId ?? 0))];
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Kullanıcılar" }]} />
      <PageHeader
        className="px-4 pt-4 pb-1 lg:px-5"
        title="Kullanıcılar"
        meta="Yetki veren her işlem iki kişiliktir; hesap kapatmak ve oturum sonlandırmak tek kişiyle hemen olur."
        actions={
          <ButtonLink tone="primary" href="/access/users/new" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}>
            Yeni kullanıcı
          </ButtonLink>
        }
      />
      <AccessTabs current="users" />
      <UserFilterBar shown={shown} setShown={setShown} provinces={provinces} />
      <LoadState query={query} what="Kullanıcı listesi" lines={8}>
        {({ users, total }) =>
          total === 0 ? (
            <EmptyState
              title="Bu filtreye uyan kullanıcı yok"
              action={
                <button type="button" className="link" onClick={() => setShown(emptyUserFilter)}>
                  Filtreleri temizle
                </button>
              }
            >
              Ad, kullanıcı adı ve unvanda aranır. Onay bekleyen yeni hesaplar “Onay bekleyenler” sayfasındadır.
            </EmptyState>
          ) : (
            <>
              <UserTable users={users} stale={query.isPlaceholderData} />
              <p role="status" className="small num px-4 py-3 text-ink-3 lg:px-5">
                <strong className="font-semibold text-ink">{formatNumber(total)}</strong> kullanıcı, tam sayı
                {users.length < total ? ` · ilk ${formatNumber(users.length)} kullanıcı gösteriliyor; aramayı daraltın` : ""}
              </p>
            </>
          )
        }
      </LoadState>
    </DensityScope>
  );
}
