export type Region = 'DACH' | 'Benelux' | 'UK & Ireland' | 'Nordics' | 'Southern Europe' | 'North America';

/** Where a region's customers are, and what they pay in. The shares of a region's countries add up to 1. */
export const regions: Readonly<
  Record<Region, { readonly countries: readonly string[]; readonly shares: readonly number[] }>
> = {
  DACH: { countries: ['DE', 'AT', 'CH'], shares: [0.78, 0.15, 0.07] },
  Benelux: { countries: ['NL', 'BE', 'LU'], shares: [0.64, 0.32, 0.04] },
  'UK & Ireland': { countries: ['GB', 'IE'], shares: [0.88, 0.12] },
  Nordics: { countries: ['SE', 'DK', 'NO', 'FI'], shares: [0.4, 0.25, 0.2, 0.15] },
  'Southern Europe': { countries: ['IT', 'ES', 'PT', 'FR'], shares: [0.36, 0.34, 0.1, 0.2] },
  'North America': { countries: ['US', 'CA'], shares: [0.86, 0.14] },
};

export const regionNames: readonly Region[] = Object.keys(regions) as Region[];

/** The currency of a customer's country. Swiss customers pay in francs now and then, for which no rate is kept. */
export function currencyOf(country: string): 'EUR' | 'GBP' | 'USD' {
  return country === 'GB' ? 'GBP' : country === 'US' || country === 'CA' ? 'USD' : 'EUR';
}
