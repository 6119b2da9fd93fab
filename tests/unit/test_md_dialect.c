/*
 * Markdown of other programs made plain, and front matter that is no
 * YAML: text in, text out.  What becomes of the text is not asked here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/limits.h"
#include "import/markdown/md_dialect.h"
#include "import/markdown/plain_matter.h"
#include "import/markdown/toml_matter.h"

static const struct {
	const char *text, *want;
} texts[] = {
	{ "plain *text*\n", "plain *text*\n" },
	{ "see [[Quay|the quay]] and [[Quay]]\n", "see the quay and Quay\n" },
	{ "see [[Quay#Steps]]\n", "see Quay, Steps\n" },
	{ "![[pier.png]] ![[Note]]\n", "![](<pier.png>) Note\n" },
	{ "[[1]](x) and [[2]]\n", "[[1]](x) and [[2]]\n" },
	{ "`[[code]]` ``a ` [[b]]`` ` [[c]]\n",
	  "`[[code]]` ``a ` [[b]]`` ` c\n" },
	{ "is ==marked== here, a==b==c not\n",
	  "is marked here, a==b==c not\n" },
	{ "so %%said once%% and 5%% of 6%%\n",
	  "so <!--said once--> and 5%% of 6%%\n" },
	{ "%%\nsecret [[x]]\n%%\nseen [[y]]\n",
	  "<!--\nsecret [[x]]\n-->\nseen y\n" },
	{ "%%\nnever closed [[x]]\n", "%%\nnever closed x\n" },
	{ "# One {#a .b}\n", "# One\n" },
	{ "# A set {1, 2} {#a}\n", "# A set {1, 2}\n" },
	{ "# A set {1, 2}\n==\n", "# A set {1, 2}\n==\n" },
	{ "[small caps]{.sc} and [x]{y}\n", "small caps and [x]{y}\n" },
	{ "::: {.note}\nAsk.\n:::\n[[x]]\n", "\nAsk.\n\nx\n" },
	{ "::: warning Mind the gap\nAsk.\n:::\n",
	  "**Mind the gap**\\\nAsk.\n\n" },
	{ "> [!note]- Remember\n> Ask.\n", "> **Remember**\\\n> Ask.\n" },
	{ "> [!WARNING]\n> Ask.\n", "> **Warning**\\\n> Ask.\n" },
	{ "> [!\n", "> [!\n" },
	{ "```\n[[x]] ==y==\n```\n[[z]]\n", "```\n[[x]] ==y==\n```\nz\n" },
	{ "    [[x]] %%y%%\n", "    [[x]] %%y%%\n" },
	{ "a word ^intro\n10 ^6\n", "a word <!--intro-->\n10 ^6\n" },
	{ "H~2~O 10^6^ ~no~ a~~b~~ [^1]\n",
	  "H<sub>2</sub>O 10<sup>6</sup> ~no~ a~~b~~ [^1]\n" },
	{ "![x](y.png){width=5 .r} [a](b){:target=\"c\"} a {b}\n",
	  "![x](y.png) [a](b) a {b}\n" },
	{ "{: .note }\nAsk.\n", "\nAsk.\n" },
	{ "{{< figure src=\"p.png\" caption=\"Pier\" >}}\n",
	  "![Pier](<p.png>)\n" },
	{ "a {{% b %}} {% c -- d %} {{ e }}\n",
	  "a <!-- b --> <!-- c - - d --> {{ e }}\n" },
	{ "<h2>One</h2>\n</H3 >\n<h7>\n<h2o>\n  <h4\n`<h5>`\n",
	  "<div><h2>One</h2>\n<div></H3 >\n<h7>\n<h2o>\n<div>  <h4\n"
	  "`<h5>`\n" },
	{ "[TOC]\n[[_TOC_]]\n\\newpage\n",
	  "<!--[TOC]-->\n<!--[[_TOC_]]-->\n<!--\\newpage-->\n" },
	{ "*[HB]: Harbour Board\n*[x] y*\n",
	  "<!--*[HB]: Harbour Board-->\n*[x] y*\n" },
	{ "import A from './a';\nimport duty from France\n{{%\n",
	  "<!--import A from './a';-->\nimport duty from France\n{{%\n" },
	{ "export const a = [3];\nexport let no ships out.\n"
	  "export default Page\n",
	  "<!--export const a = [3];-->\nexport let no ships out.\n"
	  "<!--export default Page-->\n" },
	{ "!!! note \"Before\"\n    Ask.\n\n    [[x]]\nOn.\n",
	  "> **Before**\\\n> Ask.\n>\n> x\nOn.\n" },
	{ "??? tip\n\tAsk.\n\n    code\n", "> **Tip**\\\n> Ask.\n>\n> code\n" },
	{ "!!! What now\n??? who knows\n", "!!! What now\n??? who knows\n" },
};

static void
makes_marks_plain(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MAX_DOC_ARENA);
		struct gp_str got = gp_md_plain_marks(a, gp_str(texts[i].text));
		struct gp_buf line = { .max = 0 };

		gp_buf_str(&line, got);
		gp_buf_putc(&line, '\0');
		assert_string_equal(line.data, texts[i].want);
		gp_buf_free(&line);
		gp_arena_free(a);
	}
}

/* As "key=text;", a list as "key=[text,text,];". */
static void
put_tree(const struct gp_yaml *v, struct gp_buf *out)
{
	const struct gp_yaml *c;

	gp_buf_str(out, v->key);
	gp_buf_putc(out, '=');
	if (v->kind == GP_YAML_LIST) {
		gp_buf_putc(out, '[');
		for (c = v->first; c; c = c->next) {
			gp_buf_str(out, c->text);
			gp_buf_putc(out, ',');
		}
		gp_buf_putc(out, ']');
	}
	gp_buf_str(out, v->text);
	gp_buf_putc(out, ';');
}

static const struct {
	const char *toml, *want;
	unsigned told; /* findings */
} matters[] = {
	{ "", "", 0 },
	{ "title = \"A \\\"b\\\" caf\\u00e9\" # c\n",
	  "title=A \"b\" caf\xC3\xA9;", 0 },
	{ "date = 2021-06-08T10:00:00Z\ndraft = true\n",
	  "date=2021-06-08T10:00:00Z;draft=true;", 0 },
	{ "# c\n\na = 'x \\ y'\n\"b c\" = 1\n", "a=x \\ y;b c=1;", 0 },
	{ "a = [\"x\", 'y',\n  # c\n  \"z\"]\nb = 1\n", "a=[x,y,z,];b=1;", 0 },
	{ "a = \"x\nb = \"y\"\n", "b=y;", 1 },
	{ "a = \"x\" y\nb\n= 1\nc = \"\\uD800\"\n", "c=\xEF\xBF\xBD;", 3 },
	{ "a = 1\n[params]\nb = 2\n[[c]]\n", "a=1;", 2 },
	{ "a = [1, 2\n", "", 1 },
};

static void
reads_toml(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof matters / sizeof matters[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MAX_DOC_ARENA);
		struct gp_diag *d = gp_diag_new();
		struct gp_yaml *root =
			gp_toml_read(a, "a.md", gp_str(matters[i].toml), 2, d);
		struct gp_buf got = { .max = 0 };
		const struct gp_yaml *v;

		for (v = root->first; v; v = v->next)
			put_tree(v, &got);
		gp_buf_putc(&got, '\0');
		assert_string_equal(got.data, matters[i].want);
		assert_int_equal(gp_diag_count(d, GP_WARNING), matters[i].told);
		gp_buf_free(&got);
		gp_diag_free(d);
		gp_arena_free(a);
	}
}

static const struct {
	const char *text, *want;
	size_t lines;
} plain[] = {
	{ "% A title\n  of two lines\n% Ida Moor; Tom Reed\n% 8 June 2021\n\nx\n",
	  "title=A title of two lines;author=[Ida Moor,Tom Reed,];"
	  "date=8 June 2021;",
	  4 },
	{ "% A title\nText.\n", "title=A title;", 1 },
	{ "Title: A title\nAuthor:  Ida Moor\n    and others\n\nText.\n",
	  "Title=A title;Author=Ida Moor and others;", 3 },
	{ "Note: a word.\nTitle of it\n\nText.\n", "", 0 },
	{ "Note: a word.\n\nText.\n", "", 0 },
	{ "Title: never ends\n", "", 0 },
	{ "", "", 0 },
};

static void
reads_plain_keys(void **state)
{
	size_t i, lines;

	(void)state;
	for (i = 0; i < sizeof plain / sizeof plain[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MAX_DOC_ARENA);
		struct gp_yaml *root =
			gp_plain_matter(a, gp_str(plain[i].text), &lines);
		struct gp_buf got = { .max = 0 };
		const struct gp_yaml *v;

		for (v = root ? root->first : NULL; v; v = v->next)
			put_tree(v, &got);
		gp_buf_putc(&got, '\0');
		assert_string_equal(got.data, plain[i].want);
		assert_int_equal(lines, plain[i].lines);
		gp_buf_free(&got);
		gp_arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(makes_marks_plain),
		cmocka_unit_test(reads_toml),
		cmocka_unit_test(reads_plain_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
