// A drawing as data: the screen makes elements of it, the printed guide text. One drawing, drawn once.
export type Tag = "g" | "rect" | "circle" | "ellipse" | "path" | "text";
export type Shape = { tag: Tag; attributes: Record<string, string | number>; content?: string; shapes?: readonly Shape[] };

export const shape = (tag: Tag, attributes: Shape["attributes"]): Shape => ({ tag, attributes });
export const group = (attributes: Shape["attributes"], shapes: readonly Shape[]): Shape => ({ tag: "g", attributes, shapes });
export const words = (x: number, y: number, content: string, attributes: Shape["attributes"] = {}): Shape => ({
  tag: "text",
  attributes: { x, y, ...attributes },
  content,
});

/** For a file that no browser reads: quotation marks and angle brackets are text, never markup. */
export function svgText({ tag, attributes, content, shapes = [] }: Shape): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${named.join("")}>${content ? escaped(content) : ""}${shapes.map(svgText).join("")}</${tag}>`;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** One decimal is finer than any printer draws these. */
export const round = (value: number): number => Math.round(value * 10) / 10;
