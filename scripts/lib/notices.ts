/** A package whose code is in ours, as the notices beside that code tell. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Name, version and licence, with or without punctuation between them. */
const HEAD = /^(?:=+\n)?(@?[\w.-]+(?:\/[\w.-]+)?),? (\d+\.\d+\.\d+\S*?),? \(?([\w.+-]+)\)?$/gm;

/** Reads what builds write into `THIRD-PARTY-NOTICES.txt`. */
export const readNotices = (file: string): readonly Notice[] => {
  const heads = [...file.matchAll(HEAD)];
  return heads.map((head, index) => {
    const [whole, name = "", version = "", license = ""] = head;
    const text = file.slice(head.index + whole.length, heads[index + 1]?.index).replace(/^[\s=]+/, "");
    return { name, version, license, text: text.trim() };
  });
};

/** Packages whose code may be in ours: another one is added by hand, where whoever reviews it looks at its licence. */
const INLINED = [
  "@smithy/core",
  "@smithy/signature-v4",
  "@smithy/types",
  "agent-base",
  "commander",
  "http-proxy-agent",
  "https-proxy-agent",
  "jmespath",
  "ky",
];

/** Licences that ask for nothing but to be passed on. @see https://spdx.org/licenses/ */
const LICENSES = ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

/** What every text of such a licence has. */
const LICENCE_TEXT = /licensed under|permission (?:is hereby granted|to use)|terms and conditions/i;

/**
 * What is wrong with notices.
 *
 * @param installed - versions of a package that the lock file has
 */
export const findNoticeFaults = (
  notices: readonly Notice[],
  installed: (name: string) => readonly string[],
): readonly string[] =>
  notices.flatMap(({ name, version, license, text }) => [
    ...(INLINED.includes(name) ? [] : [`${name} is inlined, and not on the list of scripts/lib/notices.ts`]),
    ...(LICENSES.includes(license) ? [] : [`${name} has the licence ${license}`]),
    ...(LICENCE_TEXT.test(text) ? [] : [`${name} comes without the text of its licence`]),
    ...(installed(name).includes(version) ? [] : [`${name} is not installed in version ${version}`]),
  ]);
