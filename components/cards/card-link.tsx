"use client";
import Link from "next/link";
import { useMay } from "@/components/access/use-may.ts";
import { classNames } from "@/components/ui/class-names.ts";

/** A card's number: a link for those who may open the record of its holder, a number for those who only make and keep cards. */
export function CardLink({ id, number, className }: { id: string; number: string; className?: string }) {
  const mayRead = useMay()("card:read");
  if (!mayRead) return <span className={classNames("code", className)}>{number}</span>;
  return (
    <Link className={classNames("link code", className)} href={`/cards/${id}`}>
      {number}
    </Link>
  );
}
