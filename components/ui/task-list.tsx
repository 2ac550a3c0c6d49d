import Link from "next/link";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Glyph, type GlyphName } from "@/components/ui/glyph.tsx";
import { type Tone, toneText } from "@/components/ui/tone.ts";

export type Task = {
  href: string;
  name: string;
  /** What is there, or what is missing: "3 alıcının kanalı yok". */
  note: ReactNode;
  tone: Tone;
  glyph: GlyphName;
  /** For screen readers: "Tamam", "Eksik", "Başlanmadı". */
  stateWord: string;
  current?: boolean;
};

export type TaskListProps = { title: string; tasks: readonly Task[]; doneCount: number };

export function TaskList({ title, tasks, doneCount }: TaskListProps) {
  return (
    <nav aria-label={title}>
      <div className="flex items-baseline justify-between px-3 pb-1">
        <h2 className="h-sec">{title}</h2>
        <span className="cap num">
          {doneCount} / {tasks.length}
        </span>
      </div>
      <ol>
        {tasks.map((task) => (
          <li key={task.href}>
            <Link
              href={task.href}
              aria-current={task.current ? "step" : undefined}
              className={classNames("flex gap-3 rounded-md px-3 py-1.5", task.current ? "bg-selected" : "hover:bg-hover")}
            >
              <Glyph name={task.glyph} size={13} className={classNames("mt-1", toneText[task.tone])} />
              <span className="small min-w-0">
                <span className="block text-base font-medium">{task.name}</span>
                <span className={classNames("block", task.tone === "red" || task.tone === "amber" ? toneText[task.tone] : "text-ink-2")}>
                  <span className="sr-only">{task.stateWord}: </span>
                  {task.note}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
