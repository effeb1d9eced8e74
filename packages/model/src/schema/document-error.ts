/** The input is no pipeline document; the message names the first place that shows it. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  /** The place, `settings.reportTimeZone`; empty for the document as a whole. */
  readonly path: string;
  /** What is wrong there: `expected an array, got null`. */
  readonly reason: string;

  constructor(path: string, reason: string) {
    super(`invalid document${path === '' ? '' : ` at ${path}`}: ${reason}`);
    this.path = path;
    this.reason = reason;
  }
}
