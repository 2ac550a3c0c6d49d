"use client";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type TableProps = ComponentProps<"table"> & {
  /** Says what the table holds; read out, not shown. */
  caption: string;
  /** Column widths are given, long texts are cut. */
  fixed?: boolean;
  /** Inside a panel: no wider outer padding. */
  inset?: boolean;
  /** On a phone each row is two lines: mark cells with `lead`, `rest` (see Cell). */
  rows?: boolean;
};

export function Table({ caption, fixed, inset, rows = true, className, children, ...rest }: TableProps) {
  return (
    <table {...rest} className={classNames("tbl", fixed && "tbl-fixed", inset && "tbl-in", rows && "tbl-rows", className)}>
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
}

export type CellProps = ComponentProps<"td"> & {
  /** Right-aligned, tabular. */
  numeric?: boolean;
  /** First line of the row on a phone; its words carry the weight of an open row. */
  lead?: boolean;
  /** Left out on a phone. */
  rest?: boolean;
  /** Holds the row's tick box: on a phone at the right edge. */
  pick?: boolean;
  /** Cut with an ellipsis; the whole text goes into `title`. */
  cut?: boolean;
  wrap?: boolean;
};

export function Cell({ numeric, lead, rest, pick, cut, wrap, className, children, ...other }: CellProps) {
  const empty = children === undefined || children === null || children === "";
  const title = other.title ?? (cut && typeof children === "string" ? children : undefined);
  return (
    <td
      {...other}
      title={title}
      className={classNames(
        numeric && "r",
        lead && "lead row-name",
        rest && "rest",
        pick && "pick",
        cut && "cut",
        wrap && "wrap",
        empty && "off",
        className,
      )}
    >
      {empty ? "–" : children}
    </td>
  );
}

export type SortDirection = "asc" | "desc";
export type HeadProps = ComponentProps<"th"> & { numeric?: boolean; sort?: { direction: SortDirection | null; onSort: () => void } };

const ariaSort = { asc: "ascending", desc: "descending", none: "none" } as const;

export function Head({ numeric, sort, className, children, ...rest }: HeadProps) {
  const Arrow = sort?.direction === "desc" ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort ? ariaSort[sort.direction ?? "none"] : undefined}
      className={classNames(numeric && "r", className)}
    >
      {sort ? (
        // A head that is printed again on the next sheet is printed without its buttons.
        <button type="button" onClick={sort.onSort} className="inline-flex items-center gap-1 font-[inherit] print:contents">
          {children}
          <Arrow
            size={12}
            strokeWidth={2}
            aria-hidden="true"
            className={sort.direction ? "print:ml-1 print:inline" : "opacity-0 print:hidden"}
          />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export type RowProps = ComponentProps<"tr"> & { open?: boolean; picked?: boolean; clickable?: boolean };

/** Spread `listKeys.row(index)` on it to make the list walkable by keyboard. */
export function Row({ open, picked, clickable, ...rest }: RowProps) {
  return (
    <tr
      {...rest}
      data-open={open ? "" : undefined}
      data-picked={picked ? "" : undefined}
      data-clickable={clickable || rest.onClick ? "" : undefined}
      aria-current={open ? "true" : undefined}
    />
  );
}

export type GroupRowProps = {
  columns: number;
  name: ReactNode;
  count: number;
  open: boolean;
  onToggle: () => void;
  /** The group's one deed: "13 kuruma hatırlat". */
  action?: ReactNode;
};

export function GroupRow({ columns, name, count, open, onToggle, action }: GroupRowProps) {
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <tr className="group">
      <td colSpan={columns}>
        <div className="flex items-center justify-between gap-3">
          <button type="button" aria-expanded={open} onClick={onToggle} className="flex items-center gap-2 text-left">
            <Chevron size={14} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
            <span className="font-semibold">{name}</span>
            <span className="num text-ink-3">{formatNumber(count)}</span>
          </button>
          {action}
        </div>
      </td>
    </tr>
  );
}
