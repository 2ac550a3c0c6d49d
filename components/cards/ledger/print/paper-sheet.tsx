"use client";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";

type PaperSheetProps = {
  title: string;
  /** The deed on the button: "İmha tutanağını yazdır". */
  deed: string;
  back: { href: string; label: string };
  children: ReactNode;
};

/** A page for the printer: on screen a sheet of paper (white by night, too), printed without anything around it. */
export function PaperSheet({ title, deed, back, children }: PaperSheetProps) {
  return (
    <>
      <div data-chrome="">
        <PageHeader
          title={title}
          back={back}
          actions={
            <Button tone="primary" icon={<Printer size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={() => print()}>
              {deed}
            </Button>
          }
        />
      </div>
      <article className="paper mx-auto mt-4 w-full max-w-[50rem] px-6 py-8 [font-family:var(--font-letter)] text-[12pt] leading-[1.45] sm:px-14 sm:py-12 print:mt-0 print:max-w-none print:p-0 print:shadow-none">
        {children}
      </article>
    </>
  );
}

export function PaperTitle({ office, children }: { office: string; children: ReactNode }) {
  return (
    <header className="text-center">
      <p>T.C.</p>
      <p>{office}</p>
      <h2 className="mt-4 font-bold">{children}</h2>
    </header>
  );
}

export type PaperFact = { label: string; value: ReactNode };

export function PaperFacts({ facts }: { facts: readonly PaperFact[] }) {
  return (
    <dl className="mt-6 grid grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)] gap-x-4 gap-y-1">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt>{label}</dt>
          <dd className="[overflow-wrap:anywhere]">: {value}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Signatory = { role: string; name: string };

/** Places for the pen, side by side. */
export function Signatures({ people }: { people: readonly Signatory[] }) {
  return (
    <div className="mt-12 grid break-inside-avoid grid-cols-2 gap-8 text-center">
      {people.map(({ role, name }) => (
        <div key={`${role}${name}`}>
          <p className="h-16 border-b border-dotted border-black" />
          <p className="mt-1">{name || " "}</p>
          <p>{role}</p>
        </div>
      ))}
    </div>
  );
}
