"use client";
import { Check, Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, IconButton } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { toastFailed } from "@/components/ui/toast.tsx";

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}

/** Digests and codes that people type: every letter apart from every digit. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return <code className={classNames("font-mono text-[0.92em] [overflow-wrap:anywhere]", className)}>{children}</code>;
}

export type CopyButtonProps = {
  text: string /** "Doğrulama kodunu kopyala" */;
  label: string /** Shows the label beside the icon. */;
  withLabel?: boolean;
};

export function CopyButton({ text, label, withLabel }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const icon = copied ? <Check size={14} strokeWidth={2} aria-hidden="true" /> : <Copy size={14} strokeWidth={1.75} aria-hidden="true" />;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      toastFailed("Tarayıcı panoya yazmaya izin vermedi. Metni seçip kendiniz kopyalayın.");
    }
  }

  return (
    <>
      {withLabel ? (
        <Button tone="quiet" size="sm" icon={icon} onClick={copy}>
          {label}
        </Button>
      ) : (
        <IconButton label={label} size="sm" onClick={copy}>
          {icon}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {copied ? "Kopyalandı" : ""}
      </span>
    </>
  );
}
