import type { z } from "zod";
import { UserRow } from "./users-contract.ts";

export const UserHit = UserRow.pick({ id: true, name: true, username: true, role: true, unitName: true });
export type UserHit = z.infer<typeof UserHit>;
