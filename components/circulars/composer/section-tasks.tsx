"use client";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { GlyphName } from "@/components/ui/glyph.tsx";
import { Glyph } from "@/components/ui/glyph.tsx";
import { type Task, TaskList } from "@/components/ui/task-list.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";
import { SectionCheck } from "@/lib/circulars/contract.ts";

export type Section = SectionCheck["section"];
export const sections = SectionCheck.shape.section.options;

export const sectionNames: Record<Section, string> = {
  content: "İçerik",
  attachments: "Ekler",
  recipients: "Muhataplar",
  roles: "Gereği ve süre",
  reviewers: "Paraf ve imza",
  check: "Denetim",
};

const looks: Record<SectionCheck["status"], { tone: Tone; glyph: GlyphName; word: string }> = {
  done: { tone: "green", glyph: "done", word: "Tamam" },
  missing: { tone: "red", glyph: "alert", word: "Eksik" },
  warning: { tone: "amber", glyph: "waiting", word: "Uyarı" },
};

/** The open section: the address is its only home, so that a link can lead to what is missing. */
export function useSection() {
  return useQueryState("section", parseAsStringLiteral(sections).withDefault("content"));
}

export const sectionHref = (section: Section): string => `?section=${section}`;

export const doneCount = (checks: readonly SectionCheck[]): number => checks.filter(({ status }) => status !== "missing").length;

export function SectionTasks({ checks, current }: { checks: readonly SectionCheck[]; current: Section }) {
  const tasks = checks.map(({ section, status, sentence }): Task => {
    const { tone, glyph, word } = looks[status];
    return {
      href: sectionHref(section),
      name: sectionNames[section],
      note: sentence,
      tone,
      glyph,
      stateWord: word,
      current: section === current,
    };
  });
  return <TaskList title="Yapılacaklar" tasks={tasks} doneCount={doneCount(checks)} />;
}

/** Where nothing can be written (a phone), the same rows without a way in. */
export function SectionStates({ checks }: { checks: readonly SectionCheck[] }) {
  return (
    <ol className="divide-y divide-line">
      {checks.map(({ section, status, sentence }) => (
        <li key={section} className="flex gap-3 py-2">
          <Glyph name={looks[status].glyph} size={13} className={`mt-1 ${toneText[looks[status].tone]}`} />
          <span className="small">
            <span className="block font-medium">{sectionNames[section]}</span>
            <span className="text-ink-2">
              <span className="sr-only">{looks[status].word}: </span>
              {sentence}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
