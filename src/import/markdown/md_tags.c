/*
 * Raw HTML in running Markdown: the few tags that mean something to the model
 * open and close nodes, the others go and their words stay, but for what no
 * reader sees.  It does not know blocks: those go to the HTML reader whole.
 */
#include "import/markdown/md_tree.h"

#include "base/entity.h"
#include "base/text/decode.h"
#include "base/utf8.h"
#include "import/quote_marks.h"

#include <string.h>

enum { TAG_MAX = 16, REPLACEMENT = 0xFFFD };

struct tag {
	const char *name;
	enum gp_kind kind;
};

static const struct tag tags[23];
static const char *const unseen[7];
static const char *const blocks[28];

/* ---- character references ---- */

/* What XML forbids never comes back by a side door. */
static bool
is_forbidden(struct gp_str text)
{
	size_t i = 0;
	uint32_t c = gp_utf8_next(text, &i);

	return (c < 0x20 && c != '\n' && c != '\t') ||
	       (c >= 0x7F && c < 0xA0) || gp_is_noncharacter(c);
}

static void
put_reference(struct gp_buf *out, const struct gp_ref *ref)
{
	struct gp_str text = { ref->text, ref->n };

	if (is_forbidden(text))
		gp_buf_utf8(out, REPLACEMENT);
	else
		gp_buf_str(out, text);
}

void
gp_md_entity(struct gp_buf *out, struct gp_str entity)
{
	struct gp_ref ref;

	if (gp_ref_at(entity, 0, false, &ref) && ref.size == entity.n)
		put_reference(out, &ref);
	else
		gp_buf_str(out, entity);
}

/* ---- tags ---- */

/* The name of a tag in small letters; "" for a comment and the like. */
static void
name_of(struct gp_str tag, char name[TAG_MAX])
{
	size_t i = tag.n > 1 && tag.p[1] == '/' ? 2 : 1, n = 0;

	for (; i < tag.n && n + 1 < TAG_MAX; i++) {
		if (!gp_is_alnum(tag.p[i]))
			break;
		name[n++] = gp_to_lower(tag.p[i]);
	}
	name[n] = '\0';
}

static size_t
skip_space(struct gp_str s, size_t i)
{
	while (i < s.n && (gp_is_space(s.p[i]) || s.p[i] == '/'))
		i++;
	return i;
}

static bool
ends_name(char c)
{
	return gp_is_space(c) || c == '=' || c == '>' || c == '/';
}

/* What stands behind '=', with or without quotation marks. */
static size_t
read_value(struct gp_str s, size_t i, struct gp_str *value)
{
	size_t from;
	char quote;

	while (i < s.n && gp_is_space(s.p[i]))
		i++;
	quote = i < s.n ? s.p[i] : '\0';
	if (quote == '"' || quote == '\'') {
		from = ++i;
		while (i < s.n && s.p[i] != quote)
			i++;
		*value = gp_str_sub(s, from, i);
		return i + 1;
	}
	from = i;
	while (i < s.n && !gp_is_space(s.p[i]) && s.p[i] != '>')
		i++;
	*value = gp_str_sub(s, from, i);
	return i;
}

/* The attribute at *i, which moves past it; false at the end of the tag. */
static bool
next_attribute(struct gp_str s, size_t *i, struct gp_str *name,
               struct gp_str *value)
{
	size_t from = *i = skip_space(s, *i), at;

	while (*i < s.n && !ends_name(s.p[*i]))
		++*i;
	*name = gp_str_sub(s, from, *i);
	*value = GP_STR("");
	at = skip_space(s, *i);
	if (name->n && at < s.n && s.p[at] == '=')
		*i = read_value(s, at + 1, value);
	return name->n > 0;
}

static struct gp_str
unescaped(struct gp_md *m, struct gp_str s)
{
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_ref ref;
	size_t i = 0;

	while (i < s.n) {
		if (s.p[i] == '&' && gp_ref_at(s, i, true, &ref)) {
			put_reference(&out, &ref);
			i += ref.size;
		} else {
			gp_buf_putc(&out, s.p[i++]);
		}
	}
	return gp_arena_buf(m->arena, &out);
}

static struct gp_str
value_of(struct gp_md *m, struct gp_str tag, const char *attribute)
{
	struct gp_str name, value;
	size_t i = 1;

	while (i < tag.n && !ends_name(tag.p[i]))
		i++;
	while (next_attribute(tag, &i, &name, &value))
		if (gp_str_eq_nocase(name, gp_str(attribute)))
			return unescaped(m, value);
	return GP_STR("");
}

static struct gp_str
lang_of(struct gp_md *m, struct gp_str tag)
{
	struct gp_str lang = gp_str_trim(value_of(m, tag, "lang"));

	return lang.n ? lang : gp_str_trim(value_of(m, tag, "xml:lang"));
}

static const struct tag *
find_tag(const char *name)
{
	const struct tag *t;

	for (t = tags; t->name; t++)
		if (strcmp(t->name, name) == 0)
			return t;
	return NULL;
}

static bool
is_unseen(const char *name)
{
	const char *const *u;

	for (u = unseen; *u; u++)
		if (strcmp(*u, name) == 0)
			return true;
	return false;
}

static bool
is_inside(const struct gp_md *m, enum gp_kind kind)
{
	const struct gp_node *n;

	for (n = m->open; n; n = n->parent)
		if (n->kind == kind)
			return true;
	return false;
}

static void
fill_link(struct gp_md *m, struct gp_node *n, struct gp_str tag)
{
	n->as.link.target = gp_md_address(m, value_of(m, tag, "href"));
	if (gp_str_eq(value_of(m, tag, "role"), GP_STR("doc-noteref")))
		n->as.link.jump = GP_JUMP_TO_NOTE;
}

static void
open_tag(struct gp_md *m, const struct tag *t, struct gp_str tag)
{
	struct gp_node *n;

	if (m->n_tags == sizeof m->tags / sizeof *m->tags ||
	    (t->kind == GP_LINK && is_inside(m, GP_LINK)))
		return;
	n = gp_node_new(m->arena, t->kind,
	                (struct gp_span){ m->line, m->line });
	if (!n || !gp_md_open(m, n))
		return;
	m->tags[m->n_tags++] = n;
	n->lang = lang_of(m, tag);
	if (t->kind == GP_LINK)
		fill_link(m, n, tag);
	else if (t->kind == GP_ABBREVIATION)
		n->as.abbreviation.expansion =
			gp_clean_line(m->arena, value_of(m, tag, "title"));
}

/* Only the tag that was opened last, as trees have it. */
static void
close_tag(struct gp_md *m, const struct tag *t)
{
	if (m->n_tags == 0 || m->tags[m->n_tags - 1] != m->open ||
	    m->open->kind != t->kind)
		return;
	gp_md_flush(m);
	m->open = m->open->parent;
	m->n_tags--;
}

/* A <span> has no node: the texts in it say their language. */
static void
span(struct gp_md *m, struct gp_str tag, bool closing)
{
	struct gp_str lang;

	gp_md_flush(m);
	if (closing) {
		m->n_langs -= m->n_langs > 0;
		return;
	}
	lang = lang_of(m, tag);
	if (lang.n == 0)
		lang = gp_md_lang(m);
	if (m->n_langs < sizeof m->langs / sizeof *m->langs)
		m->langs[m->n_langs] = lang;
	m->n_langs++;
}

/* The marks of <q> are those of the language round it, outer and inner ones by
   turns. */
static void
quote(struct gp_md *m, bool closing)
{
	struct gp_str lang = gp_md_lang(m);

	if (closing && m->quotes == 0)
		return;
	m->quotes -= closing;
	if (lang.n == 0)
		lang = m->draft->lang;
	gp_buf_puts(&m->words, closing ? gp_quote_marks(lang, m->quotes).close
	                               : gp_quote_marks(lang, m->quotes).open);
	m->quotes += !closing;
}

static void
hide(struct gp_md *m, bool closing)
{
	m->hidden = !closing;
	if (closing || m->left_script)
		return;
	m->left_script = true;
	gp_diag_add(m->diag, GP_WARNING, "script", m->name, m->line,
	            "a script or style in the text is left out");
}

void
gp_md_tag(struct gp_md *m, struct gp_str tag)
{
	bool closing = tag.n > 1 && tag.p[1] == '/';
	char name[TAG_MAX];
	const struct tag *t;

	name_of(tag, name);
	t = find_tag(name);
	if (is_unseen(name)) {
		hide(m, closing);
	} else if (m->hidden || m->in_alt) {
		return;
	} else if (strcmp(name, "br") == 0) {
		gp_md_flush(m);
		(void)gp_node_append(
			m->open,
			gp_node_new(m->arena, GP_BREAK,
		                    (struct gp_span){ m->line, m->line }));
	} else if (strcmp(name, "span") == 0) {
		span(m, tag, closing);
	} else if (strcmp(name, "q") == 0) {
		quote(m, closing);
	} else if (strcmp(name, "img") == 0) {
		gp_md_picture(m, value_of(m, tag, "src"),
		              value_of(m, tag, "alt"), GP_STR(""));
	} else if (t && closing) {
		close_tag(m, t);
	} else if (t) {
		open_tag(m, t, tag);
	} else if (gp_str_among_nocase(gp_str(name), blocks)) {
		gp_buf_putc(&m->words, ' ');
	}
}

/* ---- which there are ---- */

static const struct tag tags[] = {
	{ "a", GP_LINK },
	{ "abbr", GP_ABBREVIATION },
	{ "acronym", GP_ABBREVIATION },
	{ "b", GP_STRONG },
	{ "cite", GP_EMPHASIS },
	{ "code", GP_CODE },
	{ "del", GP_DELETED },
	{ "dfn", GP_EMPHASIS },
	{ "em", GP_EMPHASIS },
	{ "i", GP_EMPHASIS },
	{ "ins", GP_INSERTED },
	{ "kbd", GP_CODE },
	{ "rt", GP_READING },
	{ "ruby", GP_RUBY },
	{ "s", GP_DELETED },
	{ "samp", GP_CODE },
	{ "strike", GP_DELETED },
	{ "strong", GP_STRONG },
	{ "sub", GP_SUBSCRIPT },
	{ "sup", GP_SUPERSCRIPT },
	{ "tt", GP_CODE },
	{ "var", GP_EMPHASIS },
	{ NULL, GP_TEXT },
};

static const char *const unseen[] = { "script",   "style",  "template",
	                              "noscript", "iframe", "object",
	                              NULL };

/* What parts words, wherever it stands. */
static const char *const blocks[] = {
	"p",  "div", "h1",     "h2",      "h3",      "h4",         "h5",
	"h6", "li",  "ul",     "ol",      "dl",      "dt",         "dd",
	"td", "th",  "tr",     "table",   "section", "article",    "aside",
	"hr", "pre", "figure", "details", "summary", "blockquote", NULL
};
