"use client";
import type { UseQueryResult } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { ForbiddenState } from "@/components/ui/screen-states.tsx";

type Place = { label: string; href: string };
type AmendableRecord = { name: string; allowedActions: readonly string[] };

export type AmendScreenProps<Item extends AmendableRecord> = {
  query: UseQueryResult<Item>;
  density: "compact" | "comfortable";
  /** As wide as the form below it. */
  width: string;
  title: string;
  what: string;
  /** The directory it belongs to, and the way back to it. */
  directory: Place & { back: string };
  /** `label` stands until the record's name is known. */
  record: Place & { back: string };
  forbidden: { title: (name: string) => string; who: string };
  children: (record: Item) => ReactNode;
};

/** The frame around an edit form: where one is, the record to be edited, and who may if not this person. */
export function AmendScreen<Item extends AmendableRecord>(props: AmendScreenProps<Item>) {
  const { query, title, directory, record, forbidden } = props;
  return (
    <DensityScope fallback={props.density} className="flex flex-1 flex-col">
      <Breadcrumbs items={[directory, { ...record, label: query.data?.name ?? record.label }, { label: "Düzelt" }]} />
      <LoadState query={query} what={props.what} back={<TextLink href={directory.href}>{directory.back}</TextLink>}>
        {(item) =>
          item.allowedActions.includes("amend") ? (
            <>
              <Page className={classNames(props.width, "pb-0 lg:pb-0")}>
                <PageHeader title={title} back={{ href: record.href, label: item.name }} />
              </Page>
              {props.children(item)}
            </>
          ) : (
            <Page>
              <PageHeader title={title} />
              <ForbiddenState title={forbidden.title(item.name)} action={<TextLink href={record.href}>{record.back}</TextLink>}>
                {forbidden.who}
              </ForbiddenState>
            </Page>
          )
        }
      </LoadState>
    </DensityScope>
  );
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="link">
      {children}
    </Link>
  );
}
