// Requests over kept connections, each sending the next as soon as its answer is whole.
import http from "node:http";
import { percentile } from "./timings.ts";

export type Load = { rate: number; p50: number; p99: number; bytes: number };

export type Target = { url: string; headers?: Record<string, string> };

/** An answer that is not 200 ends the measurement: a refusal is quick and would flatter. */
export async function load(
  { url, headers = {} }: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let bytes = 0;
  const endsAt = performance.now() + seconds * 1_000;
  const startedAt = performance.now();
  const worker = async () => {
    while (performance.now() < endsAt) {
      const sentAt = performance.now();
      bytes = await get(url, headers, agent);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const rate = (times.length / (performance.now() - startedAt)) * 1_000;
  agent.destroy();
  return { rate, p50: percentile(times, 0.5), p99: percentile(times, 0.99), bytes };
}

function get(url: string, headers: Record<string, string>, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      let size = 0;
      response.on("data", (part: Buffer) => {
        size += part.length;
      });
      response.on("end", () => (response.statusCode === 200 ? resolve(size) : reject(new Error(`${url} answered ${response.statusCode}`))));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}
