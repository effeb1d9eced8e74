/** The two halves of an invented customer's name. */
export const customerStems: readonly string[] =
  'Acker Arden Balm Barrow Bel Berg Bram Breck Cald Carden Dall Delm Drey Eich Elder Ems Farn Feld Fenn Gar Glen Grau Hag Harn Hel Holm Ilm Ister Jes Kall Kem Lam Lang Lerm Lor Mall Mar Mer Nar Nor Oden Ols Pell Pren Rav Rhen Ros Sal Selm Stell Sund Tarn Tell Ulm Var Vel Wald Wer Wil Zell'.split(
    ' ',
  );

export const customerEndings: readonly string[] =
  'a,by,den,eck,ford,gard,ham,heim,ia,ingen,land,mark,mond,ov,rode,stad,sted,ton,ven,wijk'.split(',');

/** What a customer does: the word in its name, and nothing more. */
export const trades: readonly string[] =
  'Logistics,Foods,Pharma,Energy,Retail,Hospitals,Packaging,Ports,Rail,Breweries,Timber,Steel,Water,Textiles,Dairy,Optics,Tools,Chemicals,Airports,Universities,Ceramics,Farms'.split(
    ',',
  );

/** Legal forms by country. */
export const legalForms: Readonly<Record<string, string>> = {
  DE: 'GmbH',
  AT: 'GmbH',
  CH: 'AG',
  NL: 'BV',
  BE: 'NV',
  LU: 'SA',
  GB: 'Ltd',
  IE: 'Ltd',
  SE: 'AB',
  DK: 'ApS',
  NO: 'AS',
  FI: 'Oy',
  IT: 'SpA',
  ES: 'SL',
  PT: 'SA',
  FR: 'SAS',
  US: 'Inc',
  CA: 'Inc',
};
