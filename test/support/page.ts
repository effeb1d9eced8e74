/** The time zone that the page of this test was started in. */
export const pageTimeZone: string = document.documentElement.dataset['timeZone'] ?? '';

/** Whether pictures that differ from those kept are written anew: `npm test -- --update-snapshots`. */
export const updatesSnapshots: boolean = document.documentElement.dataset['updateSnapshots'] === '1';

/** The name that this browser uses for a zone: some zones have two. */
function own(timeZone?: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}

// Every page makes sure that its zone took effect, or the tests of dates would prove nothing.
if (own() !== own(pageTimeZone))
  console.error(`time zone did not take effect: ${pageTimeZone}, the page has ${own()}`);
