import type { Clause, Selection } from '@pipeline-kit/model';
import type { PictureMark, WidgetView } from './view.js';

/** A mark as its question is asked: what is in `params` goes before the view's own parameters. */
export type AskedMark = Pick<PictureMark, 'mark' | 'params'>;

/** What the metric is asked with for a mark. */
export function paramsOf({ params }: AskedMark, view: WidgetView): object {
  return params ? { ...view.params, ...params } : view.params;
}

/** What the others filter by when a mark is chosen, in the name of `source`; none where no filter can name it. */
export function clausesOf(asked: AskedMark, view: WidgetView, source?: string): Selection {
  const found = view.clause(asked.mark, paramsOf(asked, view));
  const clauses = found === null ? [] : isList(found) ? found : [found];
  return source === undefined
    ? clauses
    : clauses.map((clause): Clause => Object.assign({}, clause, { source }));
}

function isList(found: Clause | Selection): found is Selection {
  return Array.isArray(found);
}
