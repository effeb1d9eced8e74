// What a script tag loads: every tag registered, and the whole kit as exports.
import './define/all.js';

export * from '@pipeline-kit/model';
export * from './index.js';
