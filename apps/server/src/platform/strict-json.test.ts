import { describe, expect, test } from 'vitest';
import { strictJson } from './strict-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('strictJson refuses', () => {
  test.each([
    ['a key twice', '{"a":1,"a":2}', 'duplicate-key', '/a'],
    ['a key twice, once written with an escape', String.raw`{"a":1,"\u0061":2}`, 'duplicate-key', '/a'],
    ['a key twice, deep inside', '{"x":[0,{"b":{},"b":[]}]}', 'duplicate-key', '/x/1/b'],
    ['a key into the prototype', '{"__proto__":{"admin":true}}', 'forbidden-key', '/__proto__'],
    ['the same with an escape', String.raw`{"a":{"__pr\u006fto__":1}}`, 'forbidden-key', '/a/__proto__'],
    ['a constructor', '[{"constructor":{}}]', 'forbidden-key', '/0/constructor'],
    ['half a surrogate pair', String.raw`{"name":"\ud83d"}`, 'text-malformed', '/name'],
    ['half a surrogate pair in a key', String.raw`{"\udc00":1}`, 'text-malformed', '/\udc00'],
    ['nesting past the limit', `${'['.repeat(65)}${']'.repeat(65)}`, 'json-too-deep', ''],
  ])('%s', (_, text, code, pointer) => {
    expect(strictJson(bytes(text))).toMatchObject({ ok: false, problems: [{ code, pointer }] });
  });

  test.each([
    ['nothing', ''],
    ['a comma too many', '{"a":1,}'],
    ['an open bracket', '[1,2'],
    ['two values', '{} {}'],
    ['NaN', '{"a":NaN}'],
  ])('%s as malformed', (_, text) => {
    expect(strictJson(bytes(text))).toMatchObject({ ok: false, problems: [{ code: 'json-malformed' }] });
  });

  test.each([
    ['a lone continuation byte', [0x22, 0x80, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate in UTF-8', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['Latin-1 text', [0x22, 0xe9, 0x22]],
  ])('bytes that are not UTF-8: %s', (_, list) => {
    expect(strictJson(Uint8Array.from(list))).toMatchObject({ ok: false, problems: [{ code: 'text-malformed' }] });
  });
});

describe('strictJson reads', () => {
  test.each([
    '{"a":{"a":1},"b":[{"a":1},{"a":2}]}',
    String.raw`{"quote":"\"}],{\"a\":1,\"a\":2","a":"\\"}`,
    '[1,"__proto__",{"value":"constructor"}]',
    '"麗偉"',
    '{"":1," ":2}',
    `${'['.repeat(64)}${']'.repeat(64)}`,
  ])('%s', (text) => {
    expect(strictJson(bytes(text))).toEqual({ ok: true, value: JSON.parse(text) as unknown });
  });

  test('past a byte order mark', () => {
    expect(strictJson(Uint8Array.from([0xef, 0xbb, 0xbf, 0x31]))).toEqual({ ok: true, value: 1 });
  });
});
