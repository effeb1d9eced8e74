/** The input cannot be opened at all. The message says where, what was found and what was looked for. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** The place in the input: `line 3`, `data.items`; empty for the input as a whole. */
  readonly place: string;

  constructor(message: string, place = '', options?: ErrorOptions) {
    super(place ? `${place}: ${message}` : message, options);
    this.place = place;
  }
}
