// Which installation this is: demo, training or production. A row written once into an empty database; a start may
// only agree with it (architecture.md, "Modes").
import { SetupError } from "./console.mjs";

const modes = ["demo", "training", "production"];

/** The mode to start in, or a sentence why nothing starts. `recorded` is the database's row, null when it is empty. */
export function decideMode({ requested, recorded, isEmbedded, host }) {
  if (requested && !modes.includes(requested)) {
    throw new SetupError(`INSTALLATION_MODE is ${requested}; it must be demo, training or production.`);
  }
  if (recorded && requested && recorded !== requested) {
    throw new SetupError(
      `This database is a ${recorded} installation and INSTALLATION_MODE says ${requested}: nothing is started. ` +
        "Use the database that belongs here, or correct INSTALLATION_MODE.",
    );
  }
  const mayBeDemo = isEmbedded && isLoopback(host);
  // An empty variable is one that was not given.
  const mode = recorded ?? (requested || (mayBeDemo ? "demo" : null));
  if (!mode) {
    throw new SetupError(
      "The database is empty and INSTALLATION_MODE is not set. Set it to training or production; it is written into " +
        "the database once and cannot be changed later.",
    );
  }
  if (mode === "demo" && !mayBeDemo) {
    throw new SetupError(
      "A demo runs only on the embedded database and on a loopback HOST, because its passwords are public. " +
        "Unset DATABASE_URL and HOST, or choose INSTALLATION_MODE=training or production.",
    );
  }
  return mode;
}

export function isLoopback(host) {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
