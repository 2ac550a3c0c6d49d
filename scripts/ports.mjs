// Free ports on the loopback interface.
import { createServer } from "node:http";

const waiting = `<!doctype html><html lang="tr"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>İzin Masası</title>
<p>İzin Masası kuruluyor. Bu sayfa birazdan kendiliğinden açılır.</p></html>
`;

/** The preferred port where nobody has it, else any free one. */
export async function freePort(preferred) {
  const held = (await holdPort(preferred || 0)) ?? (await holdPort(0));
  await held.release();
  return held.port;
}

/**
 * Keeps a port (0 for any) from everybody else until `release`, on every name a browser tries for `localhost`; null where
 * somebody has it. Whoever opens the address meanwhile is asked for a moment's patience.
 */
export async function holdPort(port, host = "127.0.0.1") {
  const first = await listenOn(port, host);
  if (!first) return null;
  // What cannot be listened on at all is refused by the program that needs it, in its own words.
  if (!first.listening) return port === 0 ? await holdPort(0) : { port, release: async () => {} };
  const own = first.address().port;
  const second = host === "127.0.0.1" ? await listenOn(own, "::1") : null;
  const release = async () => void (await Promise.all([first, second].filter((server) => server?.listening).map(closed)));
  if (second || host !== "127.0.0.1") return { port: own, release };
  await release();
  return port === 0 ? await holdPort(0) : null;
}

/** Null where the port is taken. A machine without IPv6 does not listen there: nobody else can be there either. */
async function listenOn(port, host) {
  const server = createServer(askForPatience);
  return await new Promise((resolve) => {
    server.once("error", ({ code }) => resolve(code === "EADDRINUSE" || code === "EACCES" ? null : server));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function askForPatience(_request, response) {
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "retry-after": "3",
    "cache-control": "no-store",
    connection: "close",
  });
  response.end(waiting);
}

async function closed(server) {
  const end = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await end;
}
