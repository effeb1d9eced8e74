/** What the page of one story offers to packages/tools/pictures.mjs. */
interface Window {
  /** Every story, as `funnel/Basic`. */
  stories(): string[];
  /** Renders one story and nothing else. */
  show(story: string): Promise<void>;
}
