import { isDeliveryFailure } from "../delivery.ts";
import type { ChannelStep } from "../delivery-contract.ts";
import type { BoardRecipient } from "./board-repository.ts";
import { deliveriesOf } from "./board-row.ts";
import { channelsOf } from "./stored-content.ts";

/** The recipient's channels in their order, with what came of each so far. */
export function channelOrder(recipient: BoardRecipient): ChannelStep[] {
  const letters = deliveriesOf(recipient, "letter");
  return channelsOf(recipient).map(({ kind, address }, index) => {
    const last = letters.findLast(({ channelIndex }) => channelIndex === index);
    if (!last) return { kind, address, standing: "left" };
    return { kind, address: last.address, standing: isDeliveryFailure(last.state) ? "failed" : "used" };
  });
}
