import type { Queue } from "pg-boss";
import type { z } from "zod";

/**
 * A kind of background work: its queue and the shape of its payload, which is parsed again when it is taken. With `once`
 * and the queue's policy "short" a job that still waits is not queued a second time under the same key.
 */
export type Job<Payload extends z.ZodType = z.ZodType> = {
  name: string;
  payload: Payload;
  once?: (payload: z.input<Payload>) => string;
  queue: Omit<Queue, "name">;
};

export const job = <Payload extends z.ZodType>(value: Job<Payload>): Job<Payload> => value;
