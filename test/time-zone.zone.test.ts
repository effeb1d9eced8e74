import { expect } from '@open-wc/testing';
import { pageTimeZone } from './support/page.js';

/** The clock of each zone at noon of a day in January, by UTC. */
const hours: Readonly<Record<string, number>> = {
  UTC: 12,
  'Asia/Kathmandu': 17,
  'Asia/Tokyo': 21,
  'America/Los_Angeles': 4,
  'Pacific/Apia': 1,
};

it('new Date(…).getHours() shows that the zone of the page took effect', () => {
  const noon = new Date('2026-01-15T12:00:00Z');
  expect(noon.getHours()).to.equal(hours[pageTimeZone]);
});
