// Counts from the reports of Vitest and Playwright. A run that says it failed is never counted as clean, and a test
// that was skipped in a whole run is a failure: nobody would notice it otherwise.
import { existsSync, readFileSync } from "node:fs";

/** Passed and failed tests; a file that could not be loaded, or an error outside any test, is one failure. */
export function vitestCounts({ file, code, isWhole }) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.some(isFailed));
  const skipped = isWhole ? report.numPendingTests + report.numTodoTests : 0;
  return settle(report.numPassedTests, report.numFailedTests + broken.length + skipped, code);
}

/** A flaky test is a failed one: it would fail on somebody. */
export function playwrightCounts({ file, code, isWhole }) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle(expected, unexpected + flaky + (isWhole ? skipped : 0) + report.errors.length, code);
}

function settle(passed, failed, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

const isFailed = ({ status }) => status === "failed";

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
