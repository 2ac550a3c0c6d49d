"use client";
import Link from "next/link";
import { DistributeButton } from "@/components/circulars/incoming/distribute-button.tsx";
import { CloseTaskButton } from "@/components/circulars/today/close-task-button.tsx";
import { type Age, ageOf } from "@/components/circulars/today/waiting-age.ts";
import { type Deed, placeOf } from "@/components/circulars/today/waiting-deed.ts";
import { waitingKinds } from "@/components/circulars/today/waiting-kinds.ts";
import { ButtonLink, type ButtonProps } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import type { TodayItem } from "@/lib/circulars/incoming-contract.ts";

const ageLooks: Record<Age["tone"], string> = { red: "font-medium text-red", amber: "font-medium text-amber", plain: "text-ink-2" };
const wide = "max-lg:min-h-11 max-lg:w-full";

export type WaitingRowProps = { item: TodayItem; asOf: string; deed: Deed; first: boolean };

/** One thing that waits: what it is, for how long, and the one deed it asks for. */
export function WaitingRow({ item, asOf, deed, first }: WaitingRowProps) {
  const { word, icon: Icon } = waitingKinds[item.kind];
  const age = ageOf(item, asOf);
  const titleId = `waiting-${item.id}`;
  const look = { tone: first ? "primary" : "plain", size: "sm", className: wide, "aria-describedby": titleId } as const;
  return (
    <li className="grid grid-cols-[1.25rem_1fr_auto] items-start gap-x-3 gap-y-2 px-[var(--d-panel)] py-3 lg:grid-cols-[1.25rem_1fr_7rem_auto] lg:items-center">
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 self-start text-ink-3" />
      <div className="min-w-0">
        <Link id={titleId} href={placeOf(item)} className="text-md font-medium [overflow-wrap:anywhere] hover:underline">
          {item.title}
        </Link>
        <p className="text-base text-ink-2">
          <span className="text-ink-3">{word} · </span>
          {item.sentence}
        </p>
      </div>
      <p className={classNames("num text-right text-base lg:text-left", ageLooks[age.tone])}>
        {age.tone === "red" ? null : <span className="sr-only">Bekliyor: </span>}
        {age.words}
      </p>
      <div className="col-span-2 col-start-2 lg:col-span-1 lg:col-start-auto lg:min-w-40 lg:text-right">
        <DeedButton item={item} deed={deed} look={look} />
      </div>
    </li>
  );
}

type Look = Pick<ButtonProps, "tone" | "size" | "className" | "aria-describedby">;

function DeedButton({ item, deed, look }: { item: TodayItem; deed: Deed; look: Look }) {
  if ("distribute" in deed) return <DistributeButton letterId={deed.distribute} {...look} />;
  if ("closeTask" in deed) return <CloseTaskButton taskId={deed.closeTask} title={item.title} detail={item.sentence} {...look} />;
  return (
    <ButtonLink href={deed.href} {...look}>
      {deed.label}
    </ButtonLink>
  );
}
