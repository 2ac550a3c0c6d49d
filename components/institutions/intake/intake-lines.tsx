"use client";
import { X } from "lucide-react";
import { type IntakeLine, type LineChoice, openCount } from "@/components/institutions/intake/intake-choices.ts";
import { LineQuestion } from "@/components/institutions/intake/line-question.tsx";
import { IconButton } from "@/components/ui/button.tsx";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { EmptyState } from "@/components/ui/screen-states.tsx";
import { ScrollRegion } from "@/components/ui/scroll-region.tsx";
import { Select } from "@/components/ui/select.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";
import { RecipientRole } from "@/lib/institutions/contract.ts";
import { roleLabels } from "@/lib/institutions/labels.ts";
import { formatNumber } from "@/lib/platform/locale/tr.ts";

export type IntakeLinesProps = {
  lines: readonly IntakeLine[];
  onChoose: (place: number, choice: LineChoice) => void;
  onRole: (place: number, role: RecipientRole) => void;
  onActive: (place: number) => void;
};

export function IntakeLines({ lines, onChoose, onRole, onActive }: IntakeLinesProps) {
  return (
    <div className="min-w-0">
      <h3 className="h-sec mb-1">
        Eşleşmeler <span className="small font-normal text-ink-3">{summaryOf(lines)}</span>
      </h3>
      <p role="status" className="sr-only">
        {summaryOf(lines)}
      </p>
      <ScrollRegion label="Eşleşmeler" className="max-h-[44dvh] overflow-y-auto rounded-md border border-line md:max-h-[56dvh]">
        {lines.length === 0 ? (
          <EmptyState title="Metinde kurum adı okunamadı">“Metne dön” ile dağıtım bölümünü yeniden yapıştırın.</EmptyState>
        ) : (
          <ol className="divide-y divide-line">
            {lines.map((line) => (
              <li
                key={line.place}
                className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 px-3 py-2"
                onPointerEnter={() => onActive(line.place)}
                onFocus={() => onActive(line.place)}
              >
                <span className="num pt-0.5 text-right text-sm text-ink-3">{line.place + 1}</span>
                <LineRow line={line} onChoose={onChoose} onRole={onRole} />
              </li>
            ))}
          </ol>
        )}
      </ScrollRegion>
    </div>
  );
}

function summaryOf(lines: readonly IntakeLine[]): string {
  const certain = lines.filter(({ state }) => state === "certain").length;
  const open = openCount(lines);
  return [
    `${formatNumber(lines.length)} satır`,
    `${formatNumber(certain)} kesin`,
    open > 0 ? `${formatNumber(open)} seçim bekliyor` : "seçim bekleyen yok",
  ].join(" · ");
}

const looks: Record<IntakeLine["state"], { glyph: GlyphName; tone: Tone; word: string }> = {
  certain: { glyph: "done", tone: "green", word: "Kesin" },
  chosen: { glyph: "done", tone: "green", word: "Siz seçtiniz" },
  open: { glyph: "waiting", tone: "amber", word: "Seçim bekliyor" },
  listed: { glyph: "ended", tone: "grey", word: "Zaten muhatap" },
  repeated: { glyph: "ended", tone: "grey", word: "Yukarıda geçti, bir kez alınır" },
  left_out: { glyph: "ended", tone: "grey", word: "Alınmayacak" },
};

function LineRow({ line, onChoose, onRole }: { line: IntakeLine } & Omit<IntakeLinesProps, "lines" | "onActive">) {
  const { choice, state, place, text, chosenRole } = line;
  const { glyph, tone, word } = looks[state];
  const name = choice && choice !== "nobody" ? choice.name : text;
  const isTaken = state === "certain" || state === "chosen";
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium break-words">{name}</p>
          <p className="cap flex flex-wrap items-center gap-x-1.5">
            <Glyph name={glyph} size={11} className={toneText[tone]} />
            <span className={toneText[tone]}>{word}</span>
            <span className="break-words">· “{text}”</span>
          </p>
        </div>
        {isTaken ? (
          <span className="flex items-center gap-1">
            <Select
              aria-label={`Görev: ${name}`}
              className="w-28"
              value={chosenRole}
              options={RecipientRole.options.map((role) => ({ value: role, label: roleLabels[role] }))}
              onChange={({ target }) => onRole(place, RecipientRole.parse(target.value))}
            />
            <IconButton label={`Alma: ${name}`} onClick={() => onChoose(place, "nobody")}>
              <X size={16} strokeWidth={1.75} aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </div>
      <LineQuestion line={line} onChoose={(next) => onChoose(place, next)} />
    </div>
  );
}
