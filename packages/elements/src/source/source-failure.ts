/** Why a source has no data, as a code; the sentence is the catalogue's. */
export type FailureCode =
  | 'network' // no answer, or the page forbids the request
  | 'http' // an answer that says no
  | 'timeout'
  | 'cut' // fewer bytes than announced
  | 'page' // HTML where data was asked for
  | 'emptyBody'
  | 'content' // data, but no pipeline
  | 'address' // not an address
  | 'stopped'; // by the reader

/** The input cannot be loaded. The message is for a programmer; it holds no header and no token. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly code: FailureCode;
  /** The host that was asked, or what stands for it. */
  readonly place: string;
  /** The status of an answer, or the seconds waited. */
  readonly number: number;

  constructor(
    code: FailureCode,
    place: string,
    details: { readonly number?: number; readonly reason?: string } = {},
  ) {
    const { number = 0, reason = '' } = details;
    super(reason || `${code}: ${place}`);
    this.code = code;
    this.place = place;
    this.number = number;
  }
}
