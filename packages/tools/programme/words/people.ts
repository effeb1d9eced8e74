import type { Region } from './regions.js';

/** Channel managers of the vendor, by region. All invented. */
export const owners: Readonly<Record<Region, readonly string[]>> = {
  DACH: ['Ines Falkner', 'Jonas Wieland', 'Miriam Aschoff', 'Tobias Rehm'],
  Benelux: ['Femke Oosting', 'Wouter Claeys'],
  'UK & Ireland': ['Priya Naylor', 'Owen Hartigan', 'Beth Carrow'],
  Nordics: ['Elin Sandvik', 'Mads Thorup'],
  'Southern Europe': ['Chiara Bellandi', 'Nuria Escoda', 'Rui Tavarela'],
  'North America': ['Dana Whitlow', 'Marcus Oyelaran', 'Renee Tascher'],
};
