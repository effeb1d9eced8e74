/**
 * What the kit tells the author of a page on the console: one sentence with the tag and what the kit did
 * instead, each sentence once.
 */
export const say = {
  badAttribute: (tag: string, attribute: string, value: string, used: string): void =>
    once(`<${tag}>: invalid ${attribute}: ${JSON.stringify(value)}; ${used} is used`),
  badPeriod: (value: string): void =>
    once(
      `invalid period: ${JSON.stringify(value)}; write it like 2026-01-01/2026-04-01, its end not included`,
    ),
  otherVersion: (tag: string, present: string | null, offered: string): void =>
    once(
      present === null
        ? `<${tag}> is already defined by something else; pipeline-kit ${offered} leaves it alone`
        : `<${tag}> is already defined by pipeline-kit ${present}; the one of ${offered} is not used`,
    ),
  unknownMark: (tag: string, key: string): void =>
    once(`<${tag}>: unknown mark: ${key}; nothing is selected`),
};

function once(sentence: string): void {
  if (said.has(sentence)) return;
  said.add(sentence);
  console.warn(sentence);
}

const said = new Set<string>();
