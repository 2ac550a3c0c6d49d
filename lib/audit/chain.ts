/**
 * The chain that makes the trail's past unchangeable without trace: each seal's hash covers the seal before it and the
 * whole event, so a changed bit, a missing row or a changed order breaks it from there on. What it cannot see by itself,
 * a cut tail or a chain written anew, is seen against the anchors, which are kept away from the database.
 */
export const genesis = "0".repeat(64);

/** An event unsealed for longer means that the sealer stands still. */
export const unsealedAlarmSeconds = 60;

/** A line of the anchor file: at this moment the chain ended here. The first of a legal day is its daily root. */
export type Anchor = { kind: "daily" | "head"; at: string; position: string; hash: string };

/** What is wrong with the trail, in the order of the chain. */
export type Fault =
  | { kind: "seal_missing"; position: string }
  | { kind: "order_broken"; position: string; eventId: string }
  | { kind: "event_missing"; position: string; eventId: string }
  | { kind: "event_changed"; position: string; eventId: string }
  | { kind: "tail_cut"; anchoredAt: string; position: string; chainEndsAt: string }
  | { kind: "anchor_differs"; anchoredAt: string; position: string }
  | { kind: "anchors_missing" }
  | { kind: "anchor_unreadable"; line: number }
  | { kind: "unsealed"; count: number; firstEventId: string; oldestAt: string };

export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "seal_missing":
      return `seal ${fault.position} is missing`;
    case "order_broken":
      return `seal ${fault.position} (event ${fault.eventId}) does not follow the seal before it`;
    case "event_missing":
      return `event ${fault.eventId}, sealed as ${fault.position}, is missing`;
    case "event_changed":
      return `event ${fault.eventId}, sealed as ${fault.position}, was changed after it was sealed`;
    case "tail_cut":
      return `the chain ends at ${fault.chainEndsAt}, but on ${fault.anchoredAt} it reached ${fault.position}`;
    case "anchor_differs":
      return `seal ${fault.position} is not the one that was anchored on ${fault.anchoredAt}`;
    case "anchors_missing":
      return "the anchor file is missing, so a cut tail could not be seen";
    case "anchor_unreadable":
      return `line ${fault.line} of the anchor file cannot be read`;
    case "unsealed":
      return `${fault.count} events wait for their seal, the oldest (event ${fault.firstEventId}) since ${fault.oldestAt}: does the worker run?`;
  }
}
