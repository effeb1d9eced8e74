export type ExportFormat = 'csv' | 'svg' | 'png';

/** The reader wants a file. Cancel it to do with the file what you like, else it is downloaded. */
export class PipelineExportEvent extends Event {
  readonly format: ExportFormat;
  /** A name for the file, with its ending. */
  readonly fileName: string;
  readonly #file: () => Promise<Blob>;

  constructor(format: ExportFormat, fileName: string, file: () => Promise<Blob>) {
    super('pipeline-export', { bubbles: true, composed: true, cancelable: true });
    this.format = format;
    this.fileName = fileName;
    this.#file = file;
  }

  /** The file, made when asked for. */
  file(): Promise<Blob> {
    return this.#file();
  }
}

declare global {
  interface HTMLElementEventMap {
    'pipeline-export': PipelineExportEvent;
  }
}
