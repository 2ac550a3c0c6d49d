import QRCode from "qrcode";
import type { Letter } from "../../letter.ts";

/** The QR code of a link as one path of few rectangles; the page around it is the quiet zone. */
export function qrDrawing(content: string): string {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: "M" });
  const { size } = modules;
  // A run of dark modules, begin × size + length, grows downwards as long as the next row has the same run.
  let growing = new Map<number, number>();
  let path = "";
  for (let row = 0; row <= size; row++) {
    const tops = new Map(darkRuns(modules, row).map((run) => [run, growing.get(run) ?? row]));
    for (const [run, top] of growing) {
      const length = run % size;
      if (tops.get(run) !== top) path += `M${(run - length) / size} ${top}h${length}v${row - top}h-${length}z`;
    }
    growing = tops;
  }
  return drawing(`0 0 ${size} ${size}`, `<path d="${path}" fill="#000"/>`);
}

/** None below the last row, where all that grew ends. No run is as long as the row: a light column parts the corners. */
function darkRuns(modules: QRCode.BitMatrix, row: number): number[] {
  const { size } = modules;
  const isDark = (column: number) => row < size && column < size && modules.get(row, column) === 1;
  const runs: number[] = [];
  for (let begin = 0; begin < size; begin++) {
    let end = begin;
    while (isDark(end)) end++;
    if (end > begin) runs.push(begin * size + end - begin);
    begin = end;
  }
  return runs;
}

/** Block letters 60 wide and 100 high, drawn as strokes: as text the mark would mix with what is read out and searched. */
const strokes: Record<string, string> = {
  A: "M6 100L30 6L54 100M15 68H45",
  E: "M60 9H9V91H60M9 50H52",
  K: "M9 0V100M57 0L13 54M25 41L59 100",
  L: "M9 0V91H58",
  S: "M55 25C52 14 43 9 31 9C18 9 9 16 9 28C9 54 53 45 53 71C53 84 44 91 31 91C18 91 9 86 6 74",
  T: "M0 9H60M30 9V100",
};

/** The mark of a letter without legal effect: pale but opaque, because PDF/A-1 forbids transparency (ISO 19005-1, 6.4). */
export function markDrawing(mark: NonNullable<Letter["mark"]>): string {
  const letters = [...mark].map((letter, index) => `<path transform="translate(${index * 80} 0)" d="${strokes[letter] ?? ""}"/>`);
  const width = mark.length * 80 - 20;
  const middle = `rotate(-52) translate(${-width / 2} -50)`;
  const half = width / 2;
  const pen = 'fill="none" stroke="#ebebeb" stroke-width="15" stroke-linejoin="miter"';
  return drawing(`${-half} ${-half} ${width} ${width}`, `<g ${pen} transform="${middle}">${letters.join("")}</g>`);
}

export const emptyDrawing = drawing("0 0 1 1", "");

function drawing(viewBox: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${content}</svg>`;
}
