import type { FlowFigures } from "@/components/cards/ledger/picture/flow-figures.ts";
import {
  across,
  type Branch,
  boxHeight,
  branches,
  type MainLine,
  mainLines,
  type Point,
  pictureHeight,
  places,
  strokeOf,
} from "@/components/cards/ledger/picture/flow-geometry.ts";

const widestMain = 14;
const widestBranch = 4;

/** All lines under the boxes. Straight pieces only: they take parts of the width, which a path cannot. */
export function FlowLines({ figures }: { figures: FlowFigures }) {
  const largest = figures.boxes.declared.count;
  return (
    <svg width="100%" height={pictureHeight} aria-hidden="true" className="absolute inset-0">
      {branches.map((branch) => (
        <BranchLine key={`${branch.to} ${branch.points[0]}`} branch={branch} count={figures.boxes[branch.to].count} largest={largest} />
      ))}
      {Object.entries(mainLines).map(([name, line]) => (
        <MainFlow key={name} line={line} count={figures.lines[name as keyof typeof mainLines]} largest={largest} />
      ))}
    </svg>
  );
}

function MainFlow({ line, count, largest }: { line: MainLine; count: number; largest: number }) {
  const start = places[line.from].x + places[line.from].width;
  const end = places[line.to].x;
  const y = places[line.from].y + boxHeight / 2;
  return (
    <>
      <line
        x1={across(start)}
        x2={across(end)}
        y1={y}
        y2={y}
        stroke="var(--color-viz-1)"
        strokeOpacity={0.42}
        strokeWidth={strokeOf(count, largest, widestMain)}
        strokeDasharray={count > 0 ? undefined : "3 3"}
      />
      <svg x={across((start + end) / 2)} y={y} overflow="visible" aria-hidden="true">
        <path d="M-2 -3 L1 0 L-2 3" fill="none" stroke="var(--color-ink)" strokeOpacity={0.55} strokeWidth={1.5} strokeLinecap="round" />
      </svg>
    </>
  );
}

function BranchLine({ branch, count, largest }: { branch: Branch; count: number; largest: number }) {
  const stroke = branch.red && count > 0 ? "var(--color-red-solid)" : "var(--color-viz-6)";
  // How much of the box came by which of two ways is not known: neither is drawn wider than a line.
  const width = branch.shared ? strokeOf(0, 1, widestMain) : Math.min(widestBranch, strokeOf(count, largest, widestMain));
  return (
    <>
      {branch.points.slice(1).map((point, index) => {
        const before = branch.points[index];
        if (!before) return null;
        return (
          <line
            key={`${point[0]}-${point[1]}`}
            x1={across(before[0])}
            y1={before[1]}
            x2={across(point[0])}
            y2={point[1]}
            stroke={stroke}
            strokeOpacity={count > 0 ? 0.85 : 0.45}
            strokeWidth={width}
            strokeLinecap="square"
            strokeDasharray={count > 0 ? undefined : "2 4"}
          />
        );
      })}
      {count > 0 ? <ArrowHead points={branch.points} stroke={stroke} /> : null}
    </>
  );
}

function ArrowHead({ points, stroke }: { points: readonly Point[]; stroke: string }) {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return null;
  const isDown = before[0] === end[0];
  return (
    <svg x={across(end[0])} y={end[1]} overflow="visible" aria-hidden="true">
      <path d={isDown ? "M-4 -7 L0 -1 L4 -7" : "M-7 -4 L-1 0 L-7 4"} fill="none" stroke={stroke} strokeWidth={1.5} strokeLinecap="round" />
    </svg>
  );
}
