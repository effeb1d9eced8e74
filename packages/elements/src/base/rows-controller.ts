import type { OpportunityRow } from '@pipeline-kit/model';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { label } from '../strict/label.js';
import { panel } from './panel.js';
import { ROWS_SHOWN, rowsTable } from './rows-panel.js';
import { tableTemplate } from './table-template.js';
import type { ViewContext } from './view.js';

/** The opportunities behind a mark, opened in the card. The newest question wins. */
export class RowsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #name: string | null = null;
  #rows: readonly OpportunityRow[] | null = null;
  #error: Error | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.#name !== null;
  }

  open(name: string, read: () => Promise<readonly OpportunityRow[]>): void {
    this.close();
    this.#name = name;
    void this.#read(name, read);
    this.#host.requestUpdate();
  }

  async #read(name: string, read: () => Promise<readonly OpportunityRow[]>): Promise<void> {
    const isCurrent = (): boolean => this.#name === name;
    try {
      const rows = await read();
      if (isCurrent()) this.#rows = rows;
    } catch (error) {
      if (isCurrent()) this.#error = error instanceof Error ? error : new Error(String(error));
    }
    this.#host.requestUpdate();
  }

  close(): void {
    this.#name = null;
    this.#rows = null;
    this.#error = null;
  }

  panel({ texts, pipeline }: ViewContext): TemplateResult {
    const { card } = texts;
    const rows = this.#rows;
    const name = this.#name ?? '';
    const title = rows ? card.rowsTitle(name, rows.length) : name;
    const nameOf = {
      stage: (id: string) => label(pipeline.document.stages.find((stage) => stage.id === id)?.name ?? id),
      partner: (id: string) =>
        label(pipeline.document.partners.find((partner) => partner.id === id)?.name ?? id),
    };
    const content = this.#error
      ? html`<p>${card.queryFailed(this.#error.message)}</p>`
      : rows
        ? html`
            ${tableTemplate(rowsTable(rows, nameOf, texts), title)}
            ${rows.length > ROWS_SHOWN ? html`<p>${card.rowsCut(ROWS_SHOWN, rows.length)}</p>` : nothing}
          `
        : html`<p>${card.loading(name)}</p>`;
    return panel(title, card.close, content, () => {
      this.close();
      this.#host.requestUpdate();
    });
  }
}
