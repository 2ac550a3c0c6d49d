/** What time it is for a process, and how much faster than real time it passes: 1, except where a test lets hours pass. */
export type Clock = { now(): Date; pace: number };

export const systemClock: Clock = { now: () => new Date(), pace: 1 };
