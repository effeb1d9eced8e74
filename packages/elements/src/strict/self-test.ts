/**
 * Whether the page has left the built-in functions as they are. Some old frameworks replace them, and
 * figures would be wrong without an error; then a widget says so in place of a figure.
 */
export function builtInsAreSound(): boolean {
  return (sound ??= test());
}

let sound: boolean | undefined;

function test(): boolean {
  try {
    for (const _ in {}) return false;
    return (
      Array.from([1], (x) => x + 1)[0] === 2 &&
      JSON.stringify([1]) === '[1]' &&
      [3, 1, 2].toSorted((a, b) => a - b).join() === '1,2,3' &&
      [1, 2].reduce((sum, x) => sum + x, 0) === 3 &&
      new Map([[1, 2]]).get(1) === 2
    );
  } catch {
    return false;
  }
}
