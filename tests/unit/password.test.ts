import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordProblem } from "../../lib/access/password.ts";
import { readRecoveryCode, recoveryCodeOf } from "../../lib/access/recovery-code.ts";
import { stateOfUser, unitProblem, userActions } from "../../lib/access/user.ts";

const owner = { username: "elif.yildiz@aksaray.test", name: "Elif Yıldız" };

test.each(["mavi kapı üç zeytin", "Kx7!pq0zRv2m", "köprüden geçen otobüs", "çilek-rüzgâr-kule", "9f2kd8s1qpz0"])(
  "%j is long and nobody's first guess",
  (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  },
);

test.each([
  "kısa",
  "elifyildiz2026",
  "ElifYıldız!!!!",
  "aksaray.elif.1990",
  "parola123456789",
  "P@ssw0rd1234567",
  "aaaaaaaaaaaaaaaaaaaa",
  "abcdefghijklmnop",
  "123456789012345",
  "qwertyqwerty1234",
  "galatasaray1905",
  "x".repeat(201),
])("%j is refused", (password) => {
  expect(passwordProblem(password, owner)).toMatch(/^(Parola|Bu parola)/);
});

test("a recovery code is read back however it was written down", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.boolean(), (bytes, isSpaced) => {
      const code = recoveryCodeOf(bytes);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      const written = (isSpaced ? code.replaceAll("-", " ") : code.replaceAll("-", ""))
        .toLowerCase()
        .replaceAll("0", "o")
        .replaceAll("1", "l");
      expect(readRecoveryCode(written)).toBe(code);
    }),
  );
  for (const other of ["123456", "", "7K2M-7K2M-7K2M-7K2U", "7K2M-7K2M-7K2M-7K2M-7"]) expect(readRecoveryCode(other)).toBeNull();
});

test("nobody acts on their own account, and a waiting proposal leaves only what takes access away", () => {
  const active = { state: "active", isOwn: false, hasWaitingProposal: false } as const;
  expect(userActions(active)).toEqual(["amend", "reset", "disable", "end_sessions"]);
  expect(userActions({ ...active, isOwn: true })).toEqual([]);
  expect(userActions({ ...active, hasWaitingProposal: true })).toEqual(["disable", "end_sessions"]);
  expect(userActions({ ...active, state: "disabled" })).toEqual(["enable"]);
  expect(stateOfUser({ disabledAt: new Date(), needsSetUp: true })).toBe("disabled");
});

test("provincial people belong to a directorate, all others to the Ministry", () => {
  expect(unitProblem("provincial_chief", { provinceId: 42 })).toBeNull();
  expect(unitProblem("provincial_chief", { provinceId: null })).not.toBeNull();
  expect(unitProblem("auditor", { provinceId: null })).toBeNull();
  expect(unitProblem("auditor", { provinceId: 42 })).not.toBeNull();
});
