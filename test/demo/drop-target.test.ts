import { expect, fixture, html } from '@open-wc/testing';
import { dropTarget } from '../../demo/drop-target.js';

interface Target {
  readonly sign: HTMLElement;
  readonly input: HTMLInputElement;
  readonly taken: string[];
}

async function target(): Promise<Target> {
  const part = await fixture<HTMLElement>(
    html`<div>
      <p hidden>Drop it</p>
      <input type="file" />
    </div>`,
  );
  const sign = part.querySelector('p')!;
  const input = part.querySelector('input')!;
  const taken: string[] = [];
  dropTarget(document, sign, input, (file) => taken.push(file.name));
  return { sign, input, taken };
}

function drag(type: string, file: File | null): DragEvent {
  const dataTransfer = new DataTransfer();
  if (file) dataTransfer.items.add(file);
  else dataTransfer.setData('text/plain', 'words');
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

const csv = new File(['Stage,Amount\nOpen,1\n'], 'export.csv');

describe('dropTarget', () => {
  it('dropTarget(page, sign, input, take) takes a file that is dropped, instead of the browser', async () => {
    const { taken } = await target();
    expect(drag('dragover', csv).defaultPrevented).to.equal(true);
    expect(drag('drop', csv).defaultPrevented).to.equal(true);
    expect(taken).to.deep.equal(['export.csv']);
  });

  it('dropTarget(…) shows its sign while a file is over the page, also over its children', async () => {
    const { sign } = await target();
    drag('dragenter', csv);
    drag('dragenter', csv);
    drag('dragleave', csv);
    expect(sign.hidden).to.equal(false);
    drag('dragleave', csv);
    expect(sign.hidden).to.equal(true);
  });

  it('dropTarget(…) leaves dragged text to the browser', async () => {
    const { sign, taken } = await target();
    drag('dragenter', null);
    expect(sign.hidden).to.equal(true);
    expect(drag('drop', null).defaultPrevented).to.equal(false);
    expect(taken).to.deep.equal([]);
  });

  it('dropTarget(…) takes a file that is chosen, and can take the same again', async () => {
    const { input, taken } = await target();
    for (let turn = 0; turn < 2; turn += 1) {
      const chosen = new DataTransfer();
      chosen.items.add(csv);
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
    }
    expect(taken).to.deep.equal(['export.csv', 'export.csv']);
    expect(input.value).to.equal('');
  });
});
