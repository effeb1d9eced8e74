import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import { setProjectAnnotations } from '@storybook/web-components-vite';
import { composeStory } from 'storybook/internal/preview-api';
import preview from '../.storybook/preview.js';
import { normalSvg } from './support/normal-svg.js';
import { updatesSnapshots } from './support/page.js';

const project = setProjectAnnotations([preview]);
const files = import.meta.glob<Record<string, unknown>>('../stories/**/*.stories.ts', { eager: true });

before(() => emulateMedia({ reducedMotion: 'reduce' }));

it('stories/ has stories', () => {
  expect(Object.keys(files).length).to.be.greaterThan(0);
});

it('test/snapshots/ holds pictures of stories that are there, and no other', async () => {
  const { names } = await executeServerCommand<{ names: string[] }, undefined>('list-snapshots');
  const known = new Set(
    Object.entries(files).flatMap(([file, module]) =>
      Object.keys(module).map((name) => `${subjectOf(file)}-${name}`),
    ),
  );
  const others = names.filter((name) => !known.has(name));
  if (updatesSnapshots)
    for (const name of others) await executeServerCommand('write-snapshot', { name, text: '' });
  else expect(others).to.deep.equal([]);
});

for (const [file, { default: meta, ...stories }] of Object.entries(files)) {
  const subject = subjectOf(file);
  describe(`stories of ${subject}`, () => {
    for (const [name, annotations] of Object.entries(stories)) {
      it(`${name} renders, plays, is accessible and looks as it did`, async () => {
        const canvasElement = document.createElement('div');
        canvasElement.style.width = '640px';
        document.body.append(canvasElement);
        const story = composeStory(annotations as never, meta as never, {}, project, name);
        await story.run({ canvasElement });
        const picture = await settledPicture(canvasElement);
        await expect(canvasElement).to.be.accessible();
        await matchesSnapshot(picture, `${subject}-${name}`);
        canvasElement.remove();
      });
    }
  });
}

/** `funnel` of `../stories/funnel.stories.ts`. */
function subjectOf(file: string): string {
  return file.replaceAll(/.*\/|\.stories\.ts$/g, '');
}

/** The picture once it has stayed the same for some frames, so that what loads and measures has done so. */
async function settledPicture(canvas: HTMLElement): Promise<string> {
  let picture = normalSvg(canvas);
  for (let same = 0, frames = 0; same < 6 && frames < 300; frames += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    const next = normalSvg(canvas);
    same = next === picture ? same + 1 : 0;
    picture = next;
  }
  return picture;
}

/** A story without a picture has no snapshot. */
async function matchesSnapshot(picture: string, name: string): Promise<void> {
  const text = picture === '' ? '' : `${picture}\n`;
  const kept = await executeServerCommand<{ text: string }, object>('read-snapshot', { name });
  if (text === kept.text) return;
  if (updatesSnapshots) {
    await executeServerCommand('write-snapshot', { name, text });
    return;
  }
  const hint = `other than test/snapshots/${name}.svg; where that is meant: npm test -- --update-snapshots`;
  expect(text, hint).to.equal(kept.text);
}
