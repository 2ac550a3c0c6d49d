import type { MeasureName } from "./measures.ts";

export type Family = { name: string; measures: readonly MeasureName[] };

/** What is counted, in the order of a permit's life. */
export const families: readonly Family[] = [
  {
    name: "İzinler",
    measures: ["permits_issued", "first_permits", "extensions", "in_force", "expired", "cancelled", "new_design_share"],
  },
  { name: "Başvurular", measures: ["applications", "approvals", "refusals", "decision_days"] },
  {
    name: "Kartlar",
    measures: [
      "cards_produced",
      "cards_delivered",
      "cards_returned",
      "blanks_spoiled",
      "decision_to_card_days",
      "card_to_post_days",
      "post_to_holder_days",
    ],
  },
  { name: "Dağıtımlı yazılar", measures: ["circulars_dispatched", "recipients_reached", "days_to_acknowledge"] },
];

export const familyOf = (measure: MeasureName): Family | undefined => families.find(({ measures }) => measures.includes(measure));
