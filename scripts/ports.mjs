// Free ports on the loopback interface.
import { createServer } from "node:net";

/** The preferred port where nobody has it, else any free one. */
export async function freePort(preferred) {
  if (preferred && (await isFree(preferred))) return preferred;
  return await anyPort();
}

/** Whether we could listen there on every name a browser tries for `localhost`, IPv6 included. */
export async function isFree(port, host = "127.0.0.1") {
  const hosts = host === "127.0.0.1" ? [host, "::1"] : [host];
  for (const each of hosts) if (!(await canListen(port, each))) return false;
  return true;
}

async function canListen(port, host) {
  return await new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 answers EADDRNOTAVAIL or EAFNOSUPPORT: nobody else can be there either.
    server.once("error", (error) => resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function anyPort() {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
