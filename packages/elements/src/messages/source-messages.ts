/** What went wrong between a page and its data. */
export interface SourceMessages {
  readonly failed: string;
  readonly noSourceTitle: string;
  readonly noSource: (tag: string) => string;
  readonly wrongSourceTitle: (id: string) => string;
  readonly wrongSource: (id: string) => string;
  /** `place` is the host name that was asked, or the name of a file. */
  readonly network: (place: string) => string;
  readonly http: (place: string, status: number) => string;
  readonly timeout: (place: string, seconds: number) => string;
  readonly cut: (place: string) => string;
  readonly page: (place: string) => string;
  readonly emptyBody: (place: string) => string;
  readonly content: (place: string, reason: string) => string;
  readonly address: (address: string) => string;
  readonly stopped: string;
  readonly builtIns: string;
}
