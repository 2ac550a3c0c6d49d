import type { PartCounts } from "@/lib/cards/transition-contract.ts";

/** Old cards with and without an end. */
export const oldCards = ({ old_ending, old_open }: PartCounts): number => old_ending + old_open;

/** Permits whose holder has a card in force. */
export const heldCards = (parts: PartCounts): number => parts.total - parts.without_card;
