"use client";
import { Inbox, Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph } from "@/components/ui/glyph.tsx";

type StateBoxProps = { icon: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode; role?: "alert" };

function StateBox({ icon, title, children, action, role }: StateBoxProps) {
  return (
    <div role={role} className="flex max-w-prose gap-3 p-[var(--d-panel)]">
      <span className="mt-0.5">{icon}</span>
      <div>
        <p className="font-medium">{title}</p>
        {children ? <div className="small mt-0.5 text-ink-2">{children}</div> : null}
        {action ? <div className="small mt-2 flex flex-wrap items-center gap-3">{action}</div> : null}
      </div>
    </div>
  );
}

export type EmptyStateProps = {
  title: ReactNode /** What will appear here, and when it was last looked at. */;
  children: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <StateBox icon={<Inbox size={20} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />} title={title} action={action}>
      {children}
    </StateBox>
  );
}

export type ErrorStateProps = {
  /** What happened: "Liste alınamadı". */
  title: ReactNode;
  /** Why, and what was kept: "Seçiminiz ve filtreleriniz duruyor." */
  children?: ReactNode;
  requestId?: string | null;
  onRetry?: () => void;
  retrying?: boolean;
};

export function ErrorState({ title, children, requestId, onRetry, retrying }: ErrorStateProps) {
  const action =
    onRetry || requestId ? (
      <>
        {onRetry ? (
          <Button size="sm" onClick={onRetry} busy={retrying ? "Deneniyor" : false}>
            Yeniden dene
          </Button>
        ) : null}
        {requestId ? (
          <span className="cap">
            İstek no <span className="font-mono">{requestId}</span>
          </span>
        ) : null}
      </>
    ) : undefined;
  return (
    <StateBox role="alert" icon={<Glyph name="alert" size={16} className="mt-0.5 text-red" />} title={title} action={action}>
      {children}
    </StateBox>
  );
}

export type ForbiddenStateProps = {
  /** Whose record it is. */ title: ReactNode /** Who can grant it. */;
  children: ReactNode;
  action?: ReactNode;
};

export function ForbiddenState({ title, children, action }: ForbiddenStateProps) {
  return (
    <StateBox icon={<Lock size={20} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />} title={title} action={action}>
      {children}
    </StateBox>
  );
}

const widths = ["w-[70%]", "w-[92%]", "w-[54%]", "w-[81%]", "w-[63%]", "w-[88%]", "w-[47%]", "w-[76%]"];

/** Still bars, shown only when the wait is longer than 300 ms. */
export function Skeleton({ lines = 3, label = "Yükleniyor", className }: { lines?: number; label?: string; className?: string }) {
  return (
    <div role="status" className={classNames("late space-y-2", className)}>
      <span className="sr-only">{label}</span>
      {widths.slice(0, lines).map((width) => (
        <div key={width} aria-hidden="true" className={classNames("h-3 rounded-xs bg-viz-ghost", width)} />
      ))}
    </div>
  );
}
