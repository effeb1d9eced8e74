// A source first: widgets that are upgraded after it find it at once.
import './pipeline-source.js';
import './pipeline-funnel.js';
import './pipeline-range.js';
import './pipeline-filters.js';
import './pipeline-summary.js';
import './pipeline-velocity.js';
import './pipeline-forecast.js';
