import { z } from "zod";
import { Channel } from "../../institutions/contract.ts";
import { BodyBlock } from "../contract.ts";

const References = z.array(z.string());
const Body = z.array(BodyBlock);
const Channels = z.array(Channel);

/** JSON columns were parsed on the way in; parsing them again on the way out gives them their types. */
export const referencesOf = (row: { references: unknown }): string[] => References.parse(row.references);
export const bodyOf = (row: { body: unknown }): BodyBlock[] => Body.parse(row.body);
export const channelsOf = (row: { channels: unknown }): Channel[] => Channels.parse(row.channels);
