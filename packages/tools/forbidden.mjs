// What no built file may contain: each would fail, or ask for a permission, in a strict page.

/** @type {readonly (readonly [pattern: RegExp, what: string])[]} */
const forbidden = [
  [/(?<![\w$.])(?:new\s+)?Function\s*\(/g, 'makes code from text'],
  [/(?<![\w$.])eval\s*\(|\(0,\s*eval\)/g, 'makes code from text'],
  [/\.(?:innerHTML|outerHTML)\s*[+]?=(?!=)|\.insertAdjacentHTML\b|\.setHTMLUnsafe\b/g, 'writes markup'],
  [/\bcreateContextualFragment\b|\bdocument\.write\b/g, 'writes markup'],
  [/\bcreatePolicy\b/g, 'makes a policy of Trusted Types'],
  [/\bnew\s+(?:Shared)?Worker\b|\bserviceWorker\b/g, 'starts a worker'],
  [/\bimportScripts\s*\(/g, 'loads a script'],
  [/\b(?:fetch|import|sendBeacon)\s*\(\s*[`'"](?:https?:)?\/\//g, 'calls another host'],
  [/\bnew\s+(?:WebSocket|EventSource|Image)\s*\(\s*[`'"](?:https?:|wss?:)?\/\//g, 'calls another host'],
  [/\burl\(\s*['"]?(?:https?:)?\/\//g, 'calls another host'],
  [/\bsetAttribute\(\s*[`'"]style[`'"]/g, 'writes an inline style'],
  [/\bcreateElement\(\s*[`'"]style[`'"]/g, 'writes an inline style'],
  [/<style[\s>]|\sstyle=["$]/g, 'writes an inline style'],
  [/\b__zod_global\w*/g, "shares another library's settings"],
];

/**
 * The places of a built file that a strict page would forbid.
 *
 * @param {string} code
 * @param {readonly RegExp[]} [known] places that are known and never reached, each with its surroundings
 * @returns {string[]} one line for each, with what stands there
 */
export function forbiddenCode(code, known = []) {
  const rest = known.reduce((text, place) => text.replace(place, ''), code);
  return forbidden.flatMap(([pattern, what]) =>
    [...rest.matchAll(pattern)].map((match) => {
      const from = Math.max(0, match.index - 40);
      return `${what}: …${rest.slice(from, match.index + 60).replaceAll(/\s+/g, ' ')}…`;
    }),
  );
}
