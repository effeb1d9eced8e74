/** One import or re-export of a source file. */
export interface ImportLine {
  /** What is named after `from`. */
  readonly from: string;
  /** `type`: erased by the compiler. `effect`: only for what the module does when it is loaded. */
  readonly kind: 'value' | 'type' | 'effect' | 'dynamic';
}

/** A source file read far enough to judge it by its words. */
export interface SourceText {
  readonly imports: readonly ImportLine[];
  /** The code, with comments and the insides of strings and regular expressions blanked. */
  readonly code: string;
}

/**
 * Reads TypeScript without a parser: takes comments and strings out, then looks for import lines. Names
 * inside `${…}` of a template stay code.
 */
export function sourceText(source: string): SourceText {
  const strings: string[] = [];
  const code = blanked(source, strings);
  return { code: code.replaceAll(STRING, "''"), imports: importLines(code, strings) };
}

const STRING = /'§\d+'/g;
const FROM = /\b(?:import|export)\s+(type\s)?([\w$*{},\s]*?)\s*\bfrom\s*'§(\d+)'/g;
const EFFECT = /\bimport\s*'§(\d+)'/g;
const CALL = /(\btypeof\s+)?\bimport\s*\(\s*(?:'§(\d+)')?/g;

function importLines(code: string, strings: readonly string[]): ImportLine[] {
  const text = (index: string | undefined) => strings[Number(index)] ?? '';
  const found: ImportLine[] = [];
  for (const [, type, , index] of code.matchAll(FROM))
    found.push({ from: text(index), kind: type ? 'type' : 'value' });
  for (const [, index] of code.matchAll(EFFECT)) found.push({ from: text(index), kind: 'effect' });
  for (const [, isType, index] of code.matchAll(CALL))
    found.push({ from: text(index), kind: isType ? 'type' : 'dynamic' });
  return found;
}

/** What may stand before a `/` that begins a regular expression, not a division. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else))\s*$/;

function blanked(source: string, strings: string[]): string {
  let code = '';
  let at = 0;
  /** The depth of braces at which each open template goes on. */
  const templates: number[] = [];
  let depth = 0;

  const readTemplate = () => {
    while (at < source.length) {
      if (source[at] === '\\') at += 2;
      else if (source[at] === '`') {
        at += 1;
        code += ')';
        return;
      } else if (source.startsWith('${', at)) {
        at += 2;
        templates.push(depth);
        code += '+(';
        return;
      } else at += 1;
    }
  };

  while (at < source.length) {
    const char = source[at] ?? '';
    const rest = source.slice(at, at + 2);
    if (rest === '//') {
      at = endOf('\n', at);
    } else if (rest === '/*') {
      at = endOf('*/', at + 2) + 2;
      code += ' ';
    } else if (char === "'" || char === '"') {
      const end = closing(char, at + 1);
      code += `'§${strings.push(source.slice(at + 1, end)) - 1}'`;
      at = end + 1;
    } else if (char === '`') {
      at += 1;
      code += '(';
      readTemplate();
    } else if (char === '}' && templates.at(-1) === depth) {
      templates.pop();
      at += 1;
      code += ')';
      readTemplate();
    } else if (char === '/' && BEFORE_REGEX.test(code)) {
      at = regexEnd(at + 1);
      code += ' /§/ ';
    } else {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      code += char;
      at += 1;
    }
  }
  return code;

  function endOf(mark: string, from: number): number {
    const end = source.indexOf(mark, from);
    return end === -1 ? source.length : end;
  }

  function closing(quote: string, from: number): number {
    let end = from;
    while (end < source.length && source[end] !== quote) end += source[end] === '\\' ? 2 : 1;
    return end;
  }

  function regexEnd(from: number): number {
    let end = from;
    for (let inClass = false; end < source.length; end += 1) {
      const char = source[end];
      if (char === '\\') end += 1;
      else if (char === '[') inClass = true;
      else if (char === ']') inClass = false;
      else if (char === '/' && !inClass) break;
    }
    end += 1;
    while (/[a-z]/.test(source[end] ?? '')) end += 1;
    return end;
  }
}
