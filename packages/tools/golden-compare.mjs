// Compares an answer with a worked one by rule 10 of the metrics: what is expected must be there, further
// keys are allowed, whole numbers that were counted are equal, all others within 1e-9.

const tolerance = 1e-9;

/**
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} [path] where both stand, for the reader of the differences
 * @returns {string[]} one line for each difference; empty when the answer is right
 */
export function differences(actual, expected, path = 'result') {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [line(path, actual, expected)];
    const length =
      actual.length === expected.length ? [] : [line(`${path}.length`, actual.length, expected.length)];
    const shared = expected.slice(0, actual.length);
    return [
      ...length,
      ...shared.flatMap((value, index) => differences(actual[index], value, `${path}[${index}]`)),
    ];
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [line(path, actual, expected)];
    return Object.entries(expected).flatMap(([key, value]) =>
      Object.hasOwn(actual, key)
        ? differences(actual[key], value, `${path}.${key}`)
        : [line(`${path}.${key}`, undefined, value)],
    );
  }
  if (typeof expected === 'number' && typeof actual === 'number')
    return isClose(actual, expected) ? [] : [line(path, actual, expected)];
  return Object.is(actual, expected) ? [] : [line(path, actual, expected)];
}

/**
 * Counts, days and amounts are whole on both sides and must be equal. A ratio may be printed as a whole
 * number (a rate of 1), so a whole number is compared with a fraction within the tolerance.
 *
 * @param {number} actual
 * @param {number} expected
 */
function isClose(actual, expected) {
  if (Number.isInteger(actual) && Number.isInteger(expected)) return actual === expected;
  const distance = Math.abs(actual - expected);
  return distance <= tolerance || distance <= tolerance * Math.abs(expected);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {string} path @param {unknown} actual @param {unknown} expected */
const line = (path, actual, expected) => `${path}: got ${short(actual)}, expected ${short(expected)}`;

/** @param {unknown} value */
function short(value) {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
