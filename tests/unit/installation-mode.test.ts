import { expect, test } from "vitest";
import { decideMode } from "../../scripts/mode.mjs";

const embedded = { requested: undefined, recorded: null, isEmbedded: true, host: "127.0.0.1" };
const ownServer = { ...embedded, isEmbedded: false };

test("a bare clone on loopback becomes a demo", () => {
  expect(decideMode(embedded)).toBe("demo");
  expect(decideMode({ ...embedded, requested: "" })).toBe("demo");
});

test("an empty database of one's own is not started without a mode", () => {
  expect(() => decideMode(ownServer)).toThrow(/INSTALLATION_MODE is not set/);
});

test("the embedded database behind an open address is not started without a mode", () => {
  expect(() => decideMode({ ...embedded, host: "0.0.0.0" })).toThrow(/INSTALLATION_MODE is not set/);
});

test("a recorded mode needs no variable", () => {
  expect(decideMode({ ...ownServer, recorded: "production" })).toBe("production");
});

test("a production dump restored on a training server stops there", () => {
  expect(() => decideMode({ ...ownServer, recorded: "production", requested: "training" })).toThrow(/production installation/);
});

test("a demo never runs on a server of one's own, nor on an open address", () => {
  expect(() => decideMode({ ...ownServer, requested: "demo" })).toThrow(/A demo runs only/);
  expect(() => decideMode({ ...ownServer, recorded: "demo" })).toThrow(/A demo runs only/);
  expect(() => decideMode({ ...embedded, recorded: "demo", host: "10.0.0.5" })).toThrow(/A demo runs only/);
});

test("an unknown mode is named as such", () => {
  expect(() => decideMode({ ...ownServer, requested: "staging" })).toThrow(/must be demo, training or production/);
});
