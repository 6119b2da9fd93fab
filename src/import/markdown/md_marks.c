/* Each mark by itself.  What no reader of the site would see becomes a comment
   of HTML, which is listed as hidden; which program wrote the text is not
   asked. */
#include "import/markdown/md_marks.h"

#include <string.h>

static struct gp_str
rest_of(struct gp_str s, size_t i)
{
	return gp_str_sub(s, i, s.n);
}

/* Comments end at the first "--" that one might hold. */
static void
put_comment(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	gp_buf_puts(out, "<!--");
	for (i = 0; i < s.n; i++) {
		gp_buf_putc(out, s.p[i]);
		if (s.p[i] == '-' && (i + 1 == s.n || s.p[i + 1] == '-'))
			gp_buf_putc(out, ' ');
	}
	gp_buf_puts(out, "-->");
}

/* Where `closes` begins, not far behind `from`; the line's end: nowhere. */
static size_t
find_near(struct gp_str line, struct gp_str closes, size_t from)
{
	struct gp_str near = gp_str_sub(line, 0, from + GP_MD_MOST_INSIDE);
	size_t end = gp_str_find(near, closes, from);

	return end < near.n ? end : line.n;
}

/* ---- attributes ---- */

static bool
is_attribute(struct gp_str word)
{
	return word.n >= 2 && (word.p[0] == '#' || word.p[0] == '.' ||
	                       gp_str_find(word, GP_STR("="), 0) < word.n);
}

size_t
gp_md_behind_attributes(struct gp_str line, size_t i)
{
	size_t end = find_near(line, GP_STR("}"), i);
	struct gp_str inside, word;

	if (i >= line.n || line.p[i] != '{' || end == line.n)
		return i;
	inside = gp_str_trim(gp_str_sub(line, i + 1, end));
	if (inside.n == 0)
		return i;
	while (gp_str_word(&inside, &word))
		if (!is_attribute(word))
			return i;
	return end + 1;
}

/* "{: .note }" and "{:toc}" of kramdown, which needs no sign in them. */
static size_t
behind_list_of_attributes(struct gp_str line, size_t i)
{
	size_t end = find_near(line, GP_STR("}"), i);

	if (!gp_str_starts(rest_of(line, i), GP_STR("{:")) || end == line.n)
		return i;
	return end + 1;
}

/* Behind a link, a picture, code or emphasis. */
static bool
take_attributes(struct gp_str line, size_t *at)
{
	size_t end;

	if (line.p[*at] != '{' || *at == 0 || !strchr(")]`*_", line.p[*at - 1]))
		return false;
	end = behind_list_of_attributes(line, *at);
	end = end == *at ? gp_md_behind_attributes(line, *at) : end;
	if (end == *at)
		return false;
	*at = end;
	return true;
}

/* ---- shortcodes and tags ---- */

/* The value of `name="..."`, or "". */
static struct gp_str
value_of(struct gp_str inside, struct gp_str name)
{
	size_t i = gp_str_find(inside, name, 0) + name.n, end;
	struct gp_str quote;

	if (i + 2 >= inside.n || inside.p[i] != '=' ||
	    !strchr("\"'", inside.p[i + 1]))
		return GP_STR("");
	quote = gp_str_sub(inside, i + 1, i + 2);
	end = gp_str_find(inside, quote, i + 2);
	return gp_str_sub(inside, i + 2, end);
}

/* A figure is a picture with what stands under it; of all others nothing is
   known but their words. */
static void
put_shortcode(struct gp_buf *out, struct gp_str inside)
{
	struct gp_str all = inside, kind = GP_STR("");
	struct gp_str address = value_of(inside, GP_STR(" src"));
	struct gp_str words = value_of(inside, GP_STR(" caption"));

	(void)gp_str_word(&all, &kind);
	if (words.n == 0)
		words = value_of(inside, GP_STR(" alt"));
	if (address.n == 0 || (!gp_str_eq(kind, GP_STR("figure")) &&
	                       !gp_str_eq(kind, GP_STR("img")) &&
	                       !gp_str_eq(kind, GP_STR("image")))) {
		put_comment(out, inside);
		return;
	}
	gp_buf_puts(out, "![");
	gp_buf_str(out, words);
	gp_buf_puts(out, "](<");
	gp_buf_str(out, address);
	gp_buf_puts(out, ">)");
}

static bool
take_template(struct gp_buf *out, struct gp_str line, size_t *at)
{
	static const struct {
		struct gp_str opens, closes;
	} kinds[] = {
		{ { "{{<", 3 }, { ">}}", 3 } },
		{ { "{{%", 3 }, { "%}}", 3 } },
		{ { "{%", 2 }, { "%}", 2 } },
	};
	size_t k, from, end;

	for (k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		if (!gp_str_starts(rest_of(line, *at), kinds[k].opens))
			continue;
		from = *at + kinds[k].opens.n;
		end = find_near(line, kinds[k].closes, from);
		if (end == line.n)
			return false;
		put_shortcode(out, gp_str_sub(line, from, end));
		*at = end + kinds[k].closes.n;
		return true;
	}
	return false;
}

/* ---- raised and lowered words ---- */

/* "H~2~O" and "10^6^", where a letter or a digit stands before: elsewhere a
   tilde strikes out. */
static bool
take_raised(struct gp_buf *out, struct gp_str line, size_t *at)
{
	char c = line.p[*at];
	size_t i = *at + 1;
	const char *name = c == '^' ? "sup" : "sub";

	if ((c != '^' && c != '~') || *at == 0 || !gp_is_alnum(line.p[*at - 1]))
		return false;
	while (i < line.n && i < *at + GP_MD_MOST_INSIDE &&
	       (gp_is_alnum(line.p[i]) || strchr("+-.,()", line.p[i])))
		i++;
	if (i == *at + 1 || i >= line.n || line.p[i] != c ||
	    (i + 1 < line.n && line.p[i + 1] == c))
		return false;
	gp_buf_putc(out, '<');
	gp_buf_puts(out, name);
	gp_buf_putc(out, '>');
	gp_buf_str(out, gp_str_sub(line, *at + 1, i));
	gp_buf_puts(out, "</");
	gp_buf_puts(out, name);
	gp_buf_putc(out, '>');
	*at = i + 1;
	return true;
}

/* ---- names of blocks ---- */

static bool
is_id_char(char c)
{
	return gp_is_alnum(c) || c == '-';
}

/* " ^intro" at a line's end, as Obsidian links to it (its help, Link to a block
   in a note); "10 ^6" is none. */
static bool
take_block_id(struct gp_buf *out, struct gp_str line, size_t *at)
{
	struct gp_str id = gp_str_trim(rest_of(line, *at));

	if (line.p[*at] != '^' || *at == 0 || line.p[*at - 1] != ' ' ||
	    id.n < 2 || id.n > GP_MD_MOST_INSIDE)
		return false;
	id = gp_str_sub(id, 1, id.n);
	if (!gp_str_all(id, is_id_char) || gp_str_all(id, gp_is_digit))
		return false;
	put_comment(out, id);
	*at = line.n;
	return true;
}

bool
gp_md_take_mark(struct gp_buf *out, struct gp_str line, size_t *at)
{
	switch (line.p[*at]) {
	case '{':
		return take_attributes(line, at) ||
		       take_template(out, line, at);
	case '~':
		return take_raised(out, line, at);
	case '^':
		return take_raised(out, line, at) ||
		       take_block_id(out, line, at);
	default:
		return false;
	}
}

/* ---- lines ---- */

/* "*[HTML]: what it is short for". */
static bool
is_abbreviation(struct gp_str s)
{
	size_t end = gp_str_find(s, GP_STR("]:"), 2);

	return gp_str_starts(s, GP_STR("*[")) && end > 2 && end < s.n;
}

static bool
is_request(struct gp_str s)
{
	static const struct gp_str lines[] = {
		{ "[TOC]", 5 },     { "[[_TOC_]]", 9 },    { "[[TOC]]", 7 },
		{ "\\newpage", 8 }, { "\\pagebreak", 10 }, { "${toc}", 6 },
	};
	size_t i;

	for (i = 0; i < sizeof lines / sizeof *lines; i++)
		if (gp_str_eq_nocase(s, lines[i]))
			return true;
	return false;
}

/* "import Chart from './chart'", of texts with components. */
static bool
is_import(struct gp_str s)
{
	size_t end = s.n;

	if (!gp_str_starts(s, GP_STR("import ")))
		return false;
	if (s.p[end - 1] == ';')
		end--;
	return gp_str_find(s, GP_STR(" from "), 0) < s.n &&
	       strchr("\"'", s.p[end - 1]);
}

/* "export const rates = [3, 5]", of the same. */
static bool
is_export(struct gp_str s)
{
	static const char *const opens[] = {
		"export const ",    "export let ", "export default ",
		"export function ", "export {",    NULL
	};
	size_t i;

	for (i = 0; opens[i]; i++)
		if (gp_str_starts(s, gp_str(opens[i])))
			return s.p[s.n - 1] != '.';
	return false;
}

bool
gp_md_take_line(struct gp_buf *out, struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);

	if (s.n && s.p[0] == '{' && behind_list_of_attributes(s, 0) == s.n)
		return true;
	if (!is_request(s) && !is_abbreviation(s) && !is_import(s) &&
	    !is_export(s))
		return false;
	put_comment(out, s);
	return true;
}

bool
gp_md_may_have_marks(struct gp_str text)
{
	static const char *const marks[] = {
		"{{", "{%",  "{:",      "){",      "`{",  "*{",     "_{",
		"*[", "oc]", "OC]",     "OC_]",    "oc}", "\\newp", "\\pageb",
		"~",  "^",   "import ", "export ", NULL,
	};
	size_t i;

	for (i = 0; marks[i]; i++)
		if (gp_str_find(text, gp_str(marks[i]), 0) < text.n)
			return true;
	return false;
}
