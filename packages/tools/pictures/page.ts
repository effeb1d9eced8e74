import { setProjectAnnotations } from '@storybook/web-components-vite';
import { composeStory } from 'storybook/internal/preview-api';
import preview from '../../../.storybook/preview.js';

const project = setProjectAnnotations([preview]);
const files = import.meta.glob<Record<string, unknown>>('/stories/**/*.stories.ts', { eager: true });
const all = new Map(
  Object.entries(files).flatMap(([file, { default: meta, ...stories }]) =>
    Object.entries(stories).map(([name, story]) => [
      `${file.replaceAll(/.*\/|\.stories\.ts$/g, '')}/${name}`,
      { name, story, meta },
    ]),
  ),
);

window.stories = () => [...all.keys()];

window.show = async (story) => {
  const found = all.get(story);
  if (!found) throw new RangeError(`unknown story: ${story}`);
  const canvasElement = document.createElement('main');
  document.body.replaceChildren(canvasElement);
  await composeStory(found.story as never, found.meta as never, {}, project, found.name).run({
    canvasElement,
  });
};
