"use client";
import { useQuery } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { validityLook } from "@/components/cards/card-looks.ts";
import { cardQueries } from "@/components/cards/card-queries.ts";
import { ExceptionDeed } from "@/components/cards/exceptions/exception-deeds.tsx";
import { ExceptionsPanel } from "@/components/cards/exceptions/exceptions-panel.tsx";
import { useCardListHref } from "@/components/cards/list/card-return.ts";
import { CardAxes } from "@/components/cards/record/card-axes.tsx";
import { CardDeed } from "@/components/cards/record/card-deed.tsx";
import { CardPanel, DeliveryPanel, PermitPanel } from "@/components/cards/record/card-panels.tsx";
import { CardTimeline } from "@/components/cards/record/card-timeline.tsx";
import { actionLabels } from "@/components/cards/record/card-words.ts";
import { Breadcrumbs } from "@/components/shell/breadcrumbs.tsx";
import { DensityScope } from "@/components/shell/density.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, IconButton } from "@/components/ui/button.tsx";
import { LoadState } from "@/components/ui/load-state.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { Page, PageHeader } from "@/components/ui/page-header.tsx";
import { Tag } from "@/components/ui/tag.tsx";
import type { CardAction, CardExceptionRow, CardRecord, ExceptionAction } from "@/lib/cards/card-contract.ts";
import { cardDesignWords, cardWhereaboutsWords } from "@/lib/cards/card-words.ts";
import { permitKindWords } from "@/lib/permits/permit-words.ts";
import { provinceName } from "@/lib/platform/locale/provinces.ts";
import { formatDate, formatDateTime } from "@/lib/platform/locale/tr.ts";

/** One card with its whole life: what it is worth, where it is, what is to be done. */
export function CardRecordScreen({ cardId }: { cardId: string }) {
  const query = useQuery(cardQueries.record(cardId));
  const listHref = useCardListHref();
  return (
    <DensityScope fallback="compact" className="flex flex-1 flex-col">
      <Breadcrumbs items={[{ label: "Kartlar", href: listHref }, { label: query.data ? `Kart ${query.data.number}` : "Kart" }]} />
      {query.data ? null : <h1 className="sr-only">Kart</h1>}
      <LoadState
        query={query}
        what="Kart"
        lines={8}
        back={
          <Link href={listHref} className="link">
            Kartlara dön
          </Link>
        }
      >
        {(card) => <CardDetails card={card} asOf={new Date(query.dataUpdatedAt).toISOString()} listHref={listHref} />}
      </LoadState>
    </DensityScope>
  );
}

type Asked = { deed: CardAction } | { exception: CardExceptionRow; action: ExceptionAction };

function CardDetails({ card, asOf, listHref }: { card: CardRecord; asOf: string; listHref: string }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { word, tone, glyph } = validityLook(card);
  const close = () => setAsked(null);
  const onException = (exception: CardExceptionRow, action: ExceptionAction) => setAsked({ exception, action });
  return (
    <>
      <PageHeader
        className="bg-surface px-4 pt-4 pb-3 lg:px-6"
        title={card.name}
        back={{ href: listHref, label: listHref === "/cards" ? "Kartlar" : "Kartlar, süzülmüş liste" }}
        tag={
          <Tag tone={tone} glyph={glyph}>
            {word}
          </Tag>
        }
        actions={<CardActions card={card} onDeed={(deed) => setAsked({ deed })} />}
      />
      <KeyDetails card={card} />
      <Page wide className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_27rem] lg:px-6">
        <div className="grid gap-4">
          <CorrectionBanner card={card} />
          <CardAxes card={card} asOf={asOf} onDeed={(deed) => setAsked({ deed })} onException={onException} />
          <ExceptionsPanel card={card} asOf={asOf} onException={onException} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <CardPanel card={card} />
            <div className="grid gap-4">
              <PermitPanel card={card} />
              <DeliveryPanel card={card} />
            </div>
          </div>
        </div>
        <CardTimeline card={card} />
      </Page>
      {asked && "deed" in asked ? <CardDeed card={card} action={asked.deed} onClose={close} /> : null}
      {asked && "exception" in asked ? <ExceptionDeed exception={asked.exception} action={asked.action} onClose={close} /> : null}
    </>
  );
}

/** Six facts that stay on top while the page scrolls (ui-notes, "Key-details bar"). */
function KeyDetails({ card }: { card: CardRecord }) {
  const pairs = [
    ["Kart no", card.number],
    ["Seri no", card.serialNumber ?? "–"],
    ["Tasarım", cardDesignWords[card.design]],
    ["Tür", permitKindWords[card.kind]],
    ["Bitiş", card.validTo ? formatDate(card.validTo) : "Süresiz"],
    ["İl", provinceName(card.provinceId) ?? String(card.provinceId)],
  ] as const;
  return (
    <dl
      aria-label="Kartın künyesi"
      className="z-10 grid grid-cols-3 gap-x-4 gap-y-2 border-y border-line bg-surface px-4 py-2.5 sm:sticky sm:top-[var(--top-h)] lg:grid-cols-[repeat(6,auto)] lg:justify-start lg:gap-x-12 lg:px-6"
    >
      {pairs.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-ink-3">{label}</dt>
          <dd className="num cut text-sm font-medium" title={value}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is done most stands open, the rest waits in a menu; both come from the server's own table. */
function CardActions({ card, onDeed }: { card: CardRecord; onDeed: (action: CardAction) => void }) {
  const daily: readonly CardAction[] = ["report_lost", "deliver"];
  const shown = daily.filter((action) => card.allowedActions.includes(action));
  const others = card.allowedActions.filter((action) => !daily.includes(action));
  return (
    <>
      {shown.map((action) => (
        <Button key={action} tone={action === "report_lost" ? "danger" : "plain"} onClick={() => onDeed(action)}>
          {actionLabels[action]}
        </Button>
      ))}
      {others.length > 0 ? (
        <Menu
          label="Kartın diğer işlemleri"
          trigger={
            <IconButton label="Diğer işlemler" className="border border-line-strong bg-surface">
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden="true" />
            </IconButton>
          }
        >
          {others.map((action) => (
            // The menu gives the focus back to its button as it closes; the dialog opens after that.
            <MenuItem key={action} onSelect={() => setTimeout(() => onDeed(action), 60)}>
              {actionLabels[action]}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </>
  );
}

function CorrectionBanner({ card: { pendingCorrection } }: { card: CardRecord }) {
  if (!pendingCorrection) return null;
  return (
    <Banner
      tone="amber"
      title={`Teslim edilmediği önerildi (${cardWhereaboutsWords[pendingCorrection.whereabouts]}); ikinci kişinin kararı bekleniyor.`}
      action={
        <Link href="/access/proposals" className="link">
          Onay bekleyenler
        </Link>
      }
    >
      {pendingCorrection.proposedBy} önerdi; {formatDateTime(new Date(pendingCorrection.expiresAt))} saatine kadar karara bağlanmazsa düşer.
    </Banner>
  );
}
