import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDigitOf, isItemNumber } from "../../lib/cards/barcode.ts";
import {
  assignSerials,
  batchActions,
  batchMoves,
  effectOf,
  firstOf,
  lineMoves,
  type PartnerState,
  spareOf,
  typedSerial,
} from "../../lib/cards/batch.ts";
import { CardKind, CardWork } from "../../lib/cards/contract.ts";
import { compareCount, manifestMoves } from "../../lib/cards/manifest.ts";
import { ManifestLineState } from "../../lib/cards/manifest-contract.ts";
import { type PartnerRow, partnerCsv, partnerFields, partnerXml } from "../../lib/cards/partner-file.ts";
import { kindsOfSeries, letterOfKind, productionMoves, requestHindrance, requestReasons } from "../../lib/cards/production.ts";
import { BatchState, LineState, ManifestState } from "../../lib/cards/production-contract.ts";
import { countOf } from "../../lib/cards/serial-ranges.ts";

type Moves = Readonly<Record<string, readonly string[]>>;

function reachable(moves: Moves, from: string): string[] {
  const found = new Set([from]);
  for (const state of found) for (const next of moves[state] ?? []) found.add(next);
  return [...found].toSorted();
}

describe("the state tables", () => {
  test.each([
    ["of a card's work", productionMoves, CardWork.options, "requested"],
    ["of a batch", batchMoves, BatchState.options, "gathered"],
    ["of a line", lineMoves, LineState.options, "waiting"],
    ["of a list for PTT", manifestMoves, ManifestState.options, "drawn_up"],
  ] as const)("%s is total and each state is reached", (_name, moves: Moves, states, first) => {
    expect(Object.keys(moves).toSorted()).toEqual([...states].toSorted());
    expect(reachable(moves, first)).toEqual([...states].toSorted());
  });

  test("every kind of card has a series and every line state a place", () => {
    for (const kind of CardKind.options) expect(kindsOfSeries(`${letterOfKind(kind)}26`)).toContain(kind);
    expect(kindsOfSeries("Z9")).toEqual([]);
    expect(ManifestLineState.options).toHaveLength(4);
  });
});

describe("an answer", () => {
  const answers: PartnerState[] = ["received", "validated", "printed", "error"];

  test("never takes a line back, in whatever order and however often answers come", () => {
    const rank = (state: LineState) => ["waiting", "received", "validated", "printed"].indexOf(state);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { maxLength: 12 }), (told) => {
        let state: LineState = "waiting";
        for (const answer of told) {
          if (effectOf(state, answer) !== "advance") continue;
          if (answer !== "error") expect(rank(answer)).toBeGreaterThan(rank(state));
          expect(lineMoves[state]).toContain(answer);
          state = answer;
        }
        expect(effectOf(state, state === "waiting" ? "received" : (state as PartnerState))).not.toBe("refused");
      }),
    );
  });

  test("that contradicts what is known is refused", () => {
    expect(effectOf("printed", "error")).toBe("refused");
    expect(effectOf("error", "printed")).toBe("refused");
    expect(effectOf("removed", "received")).toBe("refused");
    expect(effectOf("qc_pass", "printed")).toBe("late");
  });
});

const range = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 40 }))
  .map(([first, more]) => ({ first, last: first + more }));

describe("serials of a batch", () => {
  test("the suggestion has exactly as many as are needed, or nothing", () => {
    fc.assert(
      fc.property(range, range, fc.integer({ min: 1, max: 90 }), (a, b, count) => {
        const vault = [a, { first: b.first + 1_000, last: b.last + 1_000 }];
        const taken = firstOf(vault, count);
        expect(countOf(taken)).toBe(countOf(vault) >= count ? count : 0);
      }),
    );
  });

  test("each line gets its own, and the rest is spare", () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 60 }), (floor, size) => {
        const lines = Array.from({ length: size }, (_, index) => ({
          line: index + 1,
          state: "waiting" as const,
          serial: null as number | null,
        }));
        const assigned = new Map(assignSerials(lines, [floor]).map(({ line, serial }) => [line, serial]));
        expect(new Set(assigned.values()).size).toBe(assigned.size);
        const held = lines.map((line) => ({ ...line, serial: assigned.get(line.line) ?? null }));
        expect(countOf(spareOf({ lines: held, floor: [floor] })) + assigned.size).toBe(countOf([floor]));
      }),
    );
  });

  test("are read as scanned, as said and as digits, and nothing else", () => {
    expect(["A260123456", "a26 0123456", "0123456", "123456"].map((typed) => typedSerial(typed, "A26", 7))).toEqual(Array(4).fill(123456));
    expect(["B260123456", "A26", "12345678", "12a", ""].map((typed) => typedSerial(typed, "A26", 7))).toEqual(Array(5).fill(null));
  });

  test("a cancelled batch still gives back what lies on its floor", () => {
    const ground = { state: "cancelled" as const, lines: [{ state: "removed" as const, serial: null }], floor: [{ first: 1, last: 3 }] };
    expect(batchActions({ ...ground, hasWaitingProposal: false, hasAnswers: false })).toEqual(["give_back"]);
    expect(batchActions({ ...ground, hasWaitingProposal: true, hasAnswers: false })).toEqual([]);
  });
});

describe("the file for NVİ", () => {
  const row = Object.fromEntries(partnerFields.map((field) => [field, `${field}; "değer" <&>`])) as PartnerRow;
  const file = { batchNumber: "P-2026-0001", series: "A26", rows: [{ ...row, adres: "Gizli Sok. 1", pasaport: "TST123" } as PartnerRow] };

  test("carries the listed fields and nothing else, whatever a row holds", () => {
    for (const text of [partnerCsv(file), partnerXml(file)]) {
      expect(text).not.toContain("Gizli Sok.");
      expect(text).not.toContain("TST123");
      for (const field of partnerFields) expect(text).toContain(field);
    }
  });

  test("the list of fields is the one that was agreed on", () => {
    expect(partnerFields).toEqual([
      "satir",
      "kart_no",
      "seri_no",
      "tur",
      "izin_no",
      "ad",
      "soyad",
      "cinsiyet",
      "uyruk",
      "dogum_tarihi",
      "yabanci_kimlik_no",
      "gecerlilik_baslangic",
      "gecerlilik_bitis",
      "isveren",
      "calisma_ili",
      "serhler",
      "karekod",
    ]);
  });
});

describe("PTT's count", () => {
  const barcodes = fc.uniqueArray(fc.integer({ min: 1, max: 60 }).map(String), { maxLength: 30 });

  test("matches exactly when list, lines and pieces are one", () => {
    fc.assert(
      fc.property(barcodes, barcodes, (listed, seen) => {
        const { state, counted, missing, unexpected } = compareCount(listed, seen.length, seen);
        expect(counted.length + missing.length).toBe(seen.length === 0 && listed.length > 0 ? 0 : listed.length);
        if (seen.length > 0) expect(counted.length + unexpected.length).toBe(seen.length);
        expect(state === "matched").toBe(missing.length === 0 && unexpected.length === 0 && seen.length === listed.length);
      }),
    );
  });
});

describe("a barcode", () => {
  test("of the international form has its check digit (UPU S10)", () => {
    expect(isItemNumber("RR473124829TR")).toBe(true);
    expect(isItemNumber("RR473124828TR")).toBe(false);
    expect(isItemNumber("YURTICI00012345")).toBe(false);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        const digits = String(number).padStart(8, "0");
        expect(isItemNumber(`KP${digits}${checkDigitOf(digits)}TR`)).toBe(true);
      }),
    );
  });
});

describe("a request", () => {
  const ground = { kind: "fixed_term" as const, state: "in_force" as const, design: "new" as const, cards: [] };

  test("is for a permit in force without a card under way", () => {
    expect(requestReasons(ground)).toEqual(["first"]);
    expect(requestReasons({ ...ground, cards: [{ validity: "invalidated", design: "new" }] })).toEqual(["first"]);
    expect(requestReasons({ ...ground, cards: [{ validity: "active", design: "old" }] })).toEqual(["early_replacement"]);
    expect(requestReasons({ ...ground, cards: [{ validity: "active", design: "new" }] })).toEqual([]);
    for (const other of [{ kind: "exemption" as const }, { state: "expired" as const }, { design: null }]) {
      expect(requestReasons({ ...ground, ...other })).toEqual([]);
      expect(requestHindrance({ ...ground, ...other })).toMatch(/\.$/);
    }
    expect(requestHindrance({ ...ground, cards: [{ validity: "pending", design: "new" }] })).toContain("zaten var");
  });
});
