import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { print } from "../layout/print.js";
import { escapeCell, escapeTsdoc } from "./escape.js";
import { markdownFromHtml } from "./markdown-from-html.js";
import { firstSentence } from "./sentence.js";
import { comment, described, describedTags, sentence, tag } from "./tsdoc.js";
import { wrapMarkdown, wrapText } from "./wrap.js";

describe("markdownFromHtml", () => {
  test.each([
    ["<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["<p>Use <code>a</code> or <code>b</code>.</p>", "Use `a` or `b`."],
    ['<p>See <a href="https://a.example/b">there</a>.</p>', "See [there](https://a.example/b)."],
    ["<p>See <a>there</a>.</p>", "See there."],
    ["<p>Is <b>bold</b> and <i>not</i>.</p>", "Is **bold** and not."],
    ["<ul><li><p>One</p></li><li>Two</li></ul>", "- One\n- Two"],
    ["<ul><li>One<ul><li>Two</li></ul></li></ul>", "- One\n  - Two"],
    ["<p>a &lt; b &amp;&amp; c &#62; &#x64;</p>", "a < b && c > d"],
    ["<p>An <unknown> tag and &unknown; entity</p>", "An <unknown> tag and &unknown; entity"],
    ["<p>Back<code>tick `s`</code></p>", "Back`tick 's'`"],
    ["<fullname>Name</fullname><p>A\n   broken\n line.</p>", "Name\n\nA broken line."],
    ["<p>Cut<!-- a comment --> off<?php x ?>.</p>", "Cut off."],
    ["<p>Unclosed <code>code", "Unclosed `code"],
    ["<constructor>ish</constructor>", "<constructor>ish</constructor>"],
  ])("%j becomes %j", (html, markdown) => {
    expect(markdownFromHtml(html)).toBe(markdown);
  });

  test("leaves CommonMark alone, even where it speaks of tags", () => {
    const markdown = "Lists:\n\n- `<p>` starts a paragraph\n- a < b, <appId>";
    expect(markdownFromHtml(markdown)).toBe(markdown);
  });
});

describe("wrapMarkdown", () => {
  test("fills lines up to the width, and goes on below list items where they began", () => {
    expect(wrapMarkdown("one two three\nfour\n\n- five six seven\n  eight\n10. nine ten eleven", 12)).toEqual(
      ["one two", "three four", "", "- five six", "  seven", "  eight", "10. nine ten", "    eleven"],
    );
  });

  test("leaves code, headings and tables as they are", () => {
    const lines = [
      "# A heading that is long",
      "",
      "```ts",
      "const  a =   1; // long",
      "```",
      "| a | b |",
      "| - | - |",
    ];
    expect(wrapMarkdown(lines.join("\n"), 10)).toEqual(lines);
  });

  test("closes a fence that stays open", () => {
    expect(wrapMarkdown("```\ncode", 10)).toEqual(["```", "code", "```"]);
  });

  test("does not let a word become a list by standing at the start of a line", () => {
    expect(wrapMarkdown("three is 1 + 2 and 4 - 1", 10)).toEqual(["three is 1 +", "2 and 4 -", "1"]);
  });

  test("keeps code spans and inline tags in one piece", () => {
    expect(wrapText("see {@link Some Thing} and `a b c` now", 12)).toEqual([
      "see",
      "{@link Some Thing}",
      "and `a b c`",
      "now",
    ]);
  });

  test("loses no word and adds none", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = wrapText(text.join(" "), width);
        expect(lines.join(" ")).toBe(text.join(" "));
        for (const line of lines) if (line.includes(" ")) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

/** A placeholder as template strings have it. */
const TEMPLATE = ["$", "{x}"].join("");

describe("escapeTsdoc", () => {
  test.each([
    ["ends */ here", "ends *\\/ here"],
    ["`ends */ here`", "`ends *\\/ here`"],
    [`${TEMPLATE} {@link Y}`, "$\\{x\\} \\{@link Y\\}"],
    [`\`${TEMPLATE}\``, `\`${TEMPLATE}\``],
    ["@throws no, me@example.com", "\\@throws no, me@example.com"],
    ["a <b> <https://a.example>", "a \\<b> <https://a.example>"],
    ["a stray ` backtick", "a stray \\` backtick"],
    ["already \\{ escaped", "already \\{ escaped"],
    ["```\n@code {}\n```\n@text", "```\n@code {}\n```\n\\@text"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeTsdoc(text)).toBe(escaped);
  });
});

describe("comment", () => {
  const printed = (...sections: Parameters<typeof comment>[0]): string => {
    const fragment = comment(sections);
    return fragment === undefined ? "" : print(fragment);
  };

  test("is not there for nothing, stands on one line if it fits, and on several else", () => {
    expect(printed()).toBe("");
    expect(printed(...described({ text: "  ", links: [] }))).toBe("");
    expect(printed(sentence("Short."))).toBe("/** Short. */");
    expect(printed(sentence("One."), sentence("Two."))).toBe("/**\n * One.\n *\n * Two.\n */");
  });

  test("keeps tags together, apart from the text", () => {
    expect(printed(sentence("Text."), tag("see", "this"), tag("see", "that"))).toBe(
      "/**\n * Text.\n *\n * @see this\n * @see that\n */",
    );
  });

  test("says what is deprecated since when, and what to read", () => {
    const documentation = {
      text: "Old.",
      deprecated: { since: "2.0", message: "Use {new}." },
      links: [{ title: "Guide", url: "https://a.example" }],
    };
    expect(printed(...described(documentation), ...describedTags(documentation))).toBe(
      "/**\n * Old.\n *\n * @deprecated Since 2.0. Use \\{new\\}.\n * @see [Guide](https://a.example)\n */",
    );
    expect(printed(...describedTags({ deprecated: {}, links: [] }))).toBe(
      "/** @deprecated Do not use it in new code. */",
    );
  });

  test("is one comment, whatever the model says", () => {
    const pieces = fc.constantFrom(
      "*/",
      "/*",
      "`",
      "```",
      "\n",
      "\n\n",
      " ",
      "@a",
      "{",
      "}",
      ["$", "{"].join(""),
      "<p>",
      "<code>",
      "</code>",
      "- ",
      "\\",
      "word",
      "//",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (text) => {
        const code = printed(...described({ text: text.join(""), links: [] }), sentence("End."));
        expect(code.startsWith("/**")).toBe(true);
        expect(code.indexOf("*/")).toBe(code.length - 2);
        for (const line of code.split("\n").slice(1)) expect(line).toMatch(/^ \*(?: .*[^ ]|\/)?$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("firstSentence", () => {
  test.each([
    ["One. Two.", "One."],
    ["Is it? Yes.", "Is it?"],
    ["Takes e.g. this. And that.", "Takes e.g. this."],
    ["Version 1.2 is out. Go.", "Version 1.2 is out."],
    ["No end", "No end"],
    ["A\nbroken line. Two.", "A broken line."],
    ["<p>In <code>html</code>. Two.</p>", "In `html`."],
    ["Has a list\n\n- of. things", "Has a list"],
    ["", ""],
  ])("of %j is %j", (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});

test("cells of tables hold on to their table", () => {
  expect(escapeCell("a | b\nc <d> `<e>`")).toBe("a \\| b c &lt;d> `<e>`");
});
