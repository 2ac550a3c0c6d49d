// A drawing as a file: SVG as it stands on the screen, PNG twice as sharp; with its title above and its notes below.

import { saveBlob } from "@/components/charts/chart-data.ts";

export type Picture = { markup: string; width: number; height: number };

const drawn = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"] as const;
const written = ["font-size", "font-weight", "text-anchor", "font-variant-numeric"] as const;
const family = "Inter, 'Segoe UI', Arial, sans-serif";
const margin = 16;
/** Room that the notes below need, however small the drawing was on the page. */
const leastWidth = 680;

/** A drawing of the page, its colours written into it: a file knows no style sheet. */
export function pictureOf(svg: SVGSVGElement): Picture {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  for (const [index, original] of originals.entries()) {
    const [target, style] = [copies[index], getComputedStyle(original)];
    const names = original instanceof SVGTextContentElement ? [...drawn, ...written] : drawn;
    for (const name of names) target?.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "style", "tabindex"]) target?.removeAttribute(name);
  }
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  return { markup: new XMLSerializer().serializeToString(copy), width, height };
}

export type BarRow = { label: string; value: number; all: number | null; text: string };

/** Horizontal bars with their figures; the list on the page is HTML and has no drawing of its own. */
export function barsPicture(rows: readonly BarRow[]): Picture {
  const [width, rowHeight, labelWidth, textWidth] = [720, 26, 260, 96];
  const most = Math.max(1, ...rows.flatMap(({ value, all }) => [value, all ?? 0]));
  const room = width - labelWidth - textWidth - 16;
  const colors = { ink: color("ink"), value: color("viz-1"), ghost: color("viz-ghost") };
  const lines = rows.map(({ label, value, all, text }, index) => {
    const y = index * rowHeight;
    const bar = (of: number, fill: string) =>
      `<rect x="${labelWidth}" y="${y + 8}" width="${((of / most) * room).toFixed(1)}" height="10" rx="2" fill="${fill}"/>`;
    // Where the selection is more, how far the whole behind it goes.
    const mark = (of: number) =>
      `<rect x="${(labelWidth + (of / most) * room).toFixed(1)}" y="${y + 6}" width="1.5" height="14" fill="${color("surface")}"/>`;
    return `<text x="0" y="${y + 17}">${escaped(label)}</text>${all ? bar(all, colors.ghost) : ""}${bar(value, colors.value)}${all && all < value ? mark(all) : ""}<text x="${width}" y="${y + 17}" text-anchor="end">${escaped(text)}</text>`;
  });
  const height = rows.length * rowHeight;
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g font-size="13" fill="${colors.ink}" font-family="${family}">${lines.join("")}</g></svg>`;
  return { markup, width, height };
}

/** The drawing on its ground, with what it is and of when. */
function framed({ markup, width, height }: Picture, title: string, notes: readonly string[]): Picture {
  const [head, foot] = [40, notes.length * 16 + 12];
  const whole = { width: Math.max(width, leastWidth) + margin * 2, height: height + head + foot + margin };
  const text = (content: string, y: number, size: number, weight: number, fill: string) =>
    `<text x="${margin}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" font-family="${family}">${escaped(content)}</text>`;
  const below = notes.map((note, index) => text(note, head + height + 20 + index * 16, 11, 400, color("ink-3")));
  const inner = markup.replace("<svg", `<svg x="${margin}" y="${head}" font-family="${family}"`);
  return {
    ...whole,
    markup: `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}"><rect width="100%" height="100%" fill="${color("surface")}"/>${text(title, 26, 15, 600, color("ink"))}${inner}${below.join("")}</svg>`,
  };
}

export function saveSvg(name: string, picture: Picture, title: string, notes: readonly string[]): void {
  saveBlob(`${name}.svg`, new Blob([framed(picture, title, notes).markup], { type: "image/svg+xml" }));
}

export async function savePng(name: string, picture: Picture, title: string, notes: readonly string[]): Promise<void> {
  const { markup, width, height } = framed(picture, title, notes);
  const address = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width) * 2;
    canvas.height = Math.ceil(height) * 2;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (blob) saveBlob(`${name}.png`, blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

const color = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--color-${name}`).trim();

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
