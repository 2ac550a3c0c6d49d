"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { useMay } from "@/components/access/use-may.ts";
import { TemplateOffice } from "@/components/circulars/templates/template-office.tsx";
import { templateQueries } from "@/components/circulars/templates/template-queries.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Chip, ChipRow } from "@/components/ui/chip.tsx";
import { ListFoot } from "@/components/ui/list-foot.tsx";
import { useListKeys } from "@/components/ui/list-keys.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { Cell, Head, Row, Table } from "@/components/ui/table.tsx";
import type { TemplateRow } from "@/lib/circulars/template-contract.ts";
import { formatDateTime, formatNumber } from "@/lib/platform/locale/tr.ts";

const shelf = parseAsStringLiteral(["yes"]);

/** Words kept for the next time: the office's own and the Ministry's. */
export function TemplatesScreen() {
  const [retired, setRetired] = useQueryState("retired", shelf.withOptions({ history: "replace" }));
  const query = useInfiniteQuery(templateQueries.list(retired ? { retired } : {}));
  const mayAmend = useMay()("template:amend");
  const add = (
    <ButtonLink tone="primary" href="/circulars/templates/new" icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}>
      Yeni şablon
    </ButtonLink>
  );
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col bg-surface">
      <Breadcrumbs items={[{ label: "Dağıtımlı yazılar", href: "/circulars" }, { label: "Yazı şablonları" }]} />
      <PageHeader
        className="px-4 pt-4 pb-2 lg:px-5"
        title="Yazı şablonları"
        meta="Sık yazılan yazıların konusu, metni ve kapanışı. Her değişiklik yeni bir sürümdür; eski sürümler okunur kalır."
        actions={mayAmend ? add : undefined}
      />
      <ChipRow label="Hangi şablonlar" className="px-4 pb-3 lg:px-5">
        <Chip on={!retired} onClick={() => setRetired(null)}>
          Kullanımda
        </Chip>
        <Chip on={retired === "yes"} onClick={() => setRetired("yes")}>
          Kullanımdan kaldırılan
        </Chip>
      </ChipRow>
      <LoadState query={query} what="Yazı şablonları" lines={4}>
        {({ pages }) => {
          const templates = pages.flatMap((page) => page.templates);
          if (templates.length === 0) return <NoTemplates isRetired={retired === "yes"} add={mayAmend ? add : undefined} />;
          return (
            <>
              <TemplateTable templates={templates} />
              <ListFoot
                shownCount={templates.length}
                total={null}
                noun="şablon"
                hasMore={query.hasNextPage}
                loadingMore={query.isFetchingNextPage}
                onMore={() => query.fetchNextPage()}
              />
            </>
          );
        }}
      </LoadState>
    </DensityScope>
  );
}

function NoTemplates({ isRetired, add }: { isRetired: boolean; add: ReactNode }) {
  if (isRetired) return <EmptyState title="Kaldırılan şablon yok">Kullanımdan kaldırılan şablonlar sürümleriyle burada okunur.</EmptyState>;
  return (
    <EmptyState title="Şablon yok" action={add}>
      Bir yazının sayfasından “Şablon olarak kaydet” ile ya da boş bir şablonla başlayın; burada görünür.
    </EmptyState>
  );
}

function TemplateTable({ templates }: { templates: readonly TemplateRow[] }) {
  const router = useRouter();
  const open = (index: number) => {
    const template = templates[index];
    if (template) router.push(`/circulars/templates/${template.id}`);
  };
  const keys = useListKeys({ count: templates.length, onOpen: open });
  return (
    <Table caption="Yazı şablonları" {...keys.list}>
      <thead>
        <tr>
          <Head>Şablon</Head>
          <Head>Konu</Head>
          <Head>Kimin</Head>
          <Head numeric>Sürüm</Head>
          <Head>Son değişiklik</Head>
        </tr>
      </thead>
      <tbody>
        {templates.map((template, index) => (
          <Row key={template.id} clickable onClick={() => open(index)} {...keys.row(index)}>
            <Cell lead>
              <Link href={`/circulars/templates/${template.id}`} tabIndex={-1} onClick={(event) => event.stopPropagation()}>
                {template.name}
              </Link>
            </Cell>
            <Cell className="text-ink-2">{template.subject || "Konusu yazılmamış"}</Cell>
            <Cell>
              <TemplateOffice template={template} />
            </Cell>
            <Cell numeric>
              <span className="md:hidden">Sürüm </span>
              {formatNumber(template.version)}
            </Cell>
            <Cell className="num text-ink-2">
              {formatDateTime(new Date(template.savedAt))} · {template.savedBy}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
