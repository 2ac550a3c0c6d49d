import { BaseSequencer, type TestSpecification } from "vitest/node";

/** These mostly wait, or take longest: whoever starts them last waits for them alone. */
const longest = [
  "kill.test.ts",
  "explain.test.ts",
  "bad-input.test.ts",
  "delivery-database-restart.test.ts",
  "demo-size.test.ts",
  "leaks.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return place < 0 ? longest.length : place;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
