import '@open-wc/semantic-dom-diff';

// That package says that `equal` gives a promise, which is so for no value here; a promise nobody awaits
// is what the linter looks for in tests.
declare global {
  namespace Chai {
    interface Equal {
      (value: unknown, message?: string): Assertion;
    }
  }
}
