import { createElement, type ReactElement } from "react";
import { cardDrawing, cardSize } from "@/lib/cards/card-drawing.ts";
import { callouts } from "@/lib/cards/card-features.ts";
import type { CardDesign } from "@/lib/cards/contract.ts";
import type { Shape } from "@/lib/cards/drawing-shapes.ts";

export type CardDrawingProps = {
  design: CardDesign;
  label: string /** With the numbers that the list beside it explains. */;
  numbered?: boolean;
  className?: string;
};

/** The schematic card; it stays paper in the dark, as a card does. */
export function CardDrawing({ design, label, numbered = false, className }: CardDrawingProps) {
  const { width, height } = cardSize;
  const shapes = numbered
    ? [...cardDrawing(design), ...callouts(design, { disc: "var(--color-ink)", figure: "var(--color-surface)" })]
    : cardDrawing(design);
  const viewBox = numbered ? `-26 -22 ${width + 52} ${height + 36}` : `0 0 ${width} ${height}`;
  return (
    <svg viewBox={viewBox} width="100%" role="img" aria-label={label} className={className}>
      {shapes.map((shape, index) => elementOf(shape, String(index)))}
    </svg>
  );
}

function elementOf({ tag, attributes, content, shapes = [] }: Shape, key: string): ReactElement {
  const properties = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [inCamelCase(name), value]));
  const inner = shapes.map((inside, index) => elementOf(inside, `${key}.${index}`));
  return createElement(tag, { key, ...properties }, content, ...inner);
}

const inCamelCase = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
