/** ISO 4217 codes in use, and those withdrawn since 1999 that old records still carry. */
const CODES = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF ' +
    'CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG ' +
    'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA ' +
    'MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD ' +
    'RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX ' +
    'USD UYU UYI UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ' +
    'ANG CYP EEK HRK LTL LVL MTL SIT SKK ROL TRL BYR GHC MRO SLL STD VEF ZMK ZWL'
  ).split(' '),
);

/** Signs and names with one meaning; `$`, `¥` and `kr` have several and are missing here. */
const SIGNS = new Map([
  ['€', 'EUR'],
  ['EURO', 'EUR'],
  ['EUROS', 'EUR'],
  ['£', 'GBP'],
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['R$', 'BRL'],
  ['HK$', 'HKD'],
  ['NZ$', 'NZD'],
  ['S$', 'SGD'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['FR.', 'CHF'],
  ['SFR.', 'CHF'],
  ['円', 'JPY'],
  ['元', 'CNY'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
]);

/** The ISO 4217 code that a code, sign or name means (`EUR`, `€`, `Euro`); null when none or several. */
export function currencyCode(text: string): string | null {
  const word = text.normalize('NFKC').trim().toUpperCase();
  return SIGNS.get(word) ?? (CODES.has(word) ? word : null);
}

/** Whether the text marks money without saying of which country. */
export function isSharedSign(text: string): boolean {
  return /^(?:\$|¥|kr\.?)$/i.test(text.normalize('NFKC').trim());
}
