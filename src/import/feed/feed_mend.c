/*
 * One pass over the bytes with a stack of the tags that are open.  What is
 * right is copied as it stands.  An element that is open at the end of the file
 * is closed there; an entry that is, goes: half an article is none.
 */
#include "import/feed/feed_mend.h"

#include "base/entity.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/decode.h"

enum {
	MOST_OPEN = 300,       /* libxml2 takes 256 */
	PROLOGUE = 4 * GP_KIB, /* bytes that may stand before "<?xml" */
};

struct mending {
	struct gp_str s;
	size_t i;
	struct gp_feed_mended *out;
	struct gp_str open[MOST_OPEN]; /* names of tags */
	size_t n;
	size_t counted; /* byte up to which `line` has counted */
	unsigned line;  /* at that byte */
	bool has_root;  /* its tag has been seen */
	bool has_doctype;
	bool no_end[2];  /* of a comment, of an instruction: none comes */
	size_t entry;    /* of the open ones it is the last; 0: none */
	size_t entry_at; /* byte of the output where it begins */
	unsigned entry_line;
};

/* ---- slips ---- */

static unsigned
line_here(struct mending *m)
{
	for (; m->counted < m->i && m->counted < m->s.n; m->counted++)
		m->line += m->s.p[m->counted] == '\n';
	return m->line;
}

static void
slip(struct mending *m, const char *what)
{
	if (m->out->slips++ > 0)
		return;
	m->out->first = what;
	m->out->line = line_here(m);
}

/* ---- what is copied ---- */

static bool
begins(const struct mending *m, size_t i, struct gp_str what)
{
	return gp_str_starts(gp_str_sub(m->s, i, i + what.n), what);
}

static void
copy(struct mending *m, size_t from, size_t end)
{
	gp_buf_str(&m->out->text, gp_str_sub(m->s, from, end));
}

/* Goes to `end` without a word, but no line shall move. */
static void
pass(struct mending *m, size_t end)
{
	for (; m->i < end && m->i < m->s.n; m->i++)
		if (m->s.p[m->i] == '\n')
			gp_buf_putc(&m->out->text, '\n');
}

/* ---- references ---- */

static bool
is_of_xml(struct gp_str name)
{
	static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;",
		                             "&apos;" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (gp_str_eq(name, gp_str(names[i])))
			return true;
	return false;
}

/* XML has fewer characters than numbers. */
static void
put_number(struct mending *m, const struct gp_ref *ref)
{
	unsigned char first = (unsigned char)ref->text[0];
	struct gp_str text = { ref->text, ref->n };
	size_t at = 0;

	if (ref->n == 1 &&
	    (first >= 0x20 || first == '\t' || first == '\n' || first == '\r'))
		copy(m, m->i, m->i + ref->size);
	else if (ref->n < 2 || gp_is_noncharacter(gp_utf8_next(text, &at)))
		slip(m, "a number of no character");
	else
		gp_buf_str(&m->out->text, text);
}

static void
mend_reference(struct mending *m)
{
	struct gp_ref ref;
	struct gp_str name;

	if (!gp_ref_at(m->s, m->i, false, &ref) ||
	    m->s.p[m->i + ref.size - 1] != ';') {
		slip(m, "an '&' that begins no reference");
		gp_buf_puts(&m->out->text, "&amp;");
		m->i++;
		return;
	}
	name = gp_str_sub(m->s, m->i, m->i + ref.size);
	if (name.p[1] == '#') {
		put_number(m, &ref);
	} else if (is_of_xml(name)) {
		copy(m, m->i, m->i + ref.size);
	} else {
		slip(m, "a name that is HTML's");
		gp_ref_escape((struct gp_str){ ref.text, ref.n },
		              &m->out->text);
	}
	m->i += ref.size;
}

/* ---- text ---- */

static void
mend_angle(struct mending *m)
{
	slip(m, "a '<' that begins no tag");
	gp_buf_puts(&m->out->text, "&lt;");
	m->i++;
}

/* Up to the next mark of any kind. */
static void
mend_text(struct mending *m)
{
	size_t from = m->i;
	char c = m->s.p[from];

	if (m->n == 0) {
		if (!gp_is_space(c))
			slip(m, "text outside of the feed");
		pass(m, gp_str_find(m->s, GP_STR("<"), from));
	} else if (c == '&') {
		mend_reference(m);
	} else if (begins(m, from, GP_STR("]]>"))) {
		slip(m, "a \"]]>\" that ends nothing");
		gp_buf_puts(&m->out->text, "]]&gt;");
		m->i += 3;
	} else {
		do
			m->i++;
		while (m->i < m->s.n && m->s.p[m->i] != '<' &&
		       m->s.p[m->i] != '&' && m->s.p[m->i] != ']');
		copy(m, from, m->i);
	}
}

/* ---- tags ---- */

static bool
begins_name(char c)
{
	return gp_is_alpha(c) || c == '_' || c == ':' ||
	       (unsigned char)c >= 0x80;
}

static bool
is_of_name(char c)
{
	return begins_name(c) || gp_is_digit(c) || c == '-' || c == '.';
}

static size_t
name_end(struct gp_str s, size_t i)
{
	while (i < s.n && is_of_name(s.p[i]))
		i++;
	return i;
}

static struct gp_str
local_name(struct gp_str name)
{
	size_t colon = gp_str_find(name, GP_STR(":"), 0);

	return colon < name.n ? gp_str_sub(name, colon + 1, name.n) : name;
}

static bool
is_entry(struct gp_str name)
{
	name = local_name(name);
	return gp_str_eq(name, GP_STR("item")) ||
	       gp_str_eq(name, GP_STR("entry"));
}

static void
close_last(struct mending *m)
{
	m->n--;
	if (m->entry > m->n)
		m->entry = 0;
}

static void
put_end(struct mending *m)
{
	gp_buf_puts(&m->out->text, "</");
	gp_buf_str(&m->out->text, m->open[m->n - 1]);
	gp_buf_putc(&m->out->text, '>');
	close_last(m);
}

/* Closes what has been left open in the element of that name; an end of what
   never began goes. */
static void
mend_end(struct mending *m)
{
	size_t from = m->i + 2, end = name_end(m->s, from), at = m->n;
	struct gp_str name = gp_str_sub(m->s, from, end);

	while (at > 0 && !gp_str_eq(m->open[at - 1], name))
		at--;
	if (at == 0)
		slip(m, "the end of an element that has not begun");
	else if (at < m->n)
		slip(m, "an element that does not end");
	while (at > 0 && m->n >= at)
		put_end(m);
	for (from = end; from < m->s.n && gp_is_space(m->s.p[from]);)
		from++;
	if (begins(m, from, GP_STR(">"))) {
		pass(m, from + 1);
		return;
	}
	/* Words of the text stand in the place of its '>'. */
	slip(m, "an end tag that does not end");
	pass(m, end);
}

/* Behind the value, or the blanks before it, that begin at `i`. */
static size_t
value_end(struct gp_str s, size_t i)
{
	char quote;

	while (i < s.n && gp_is_space(s.p[i]))
		i++;
	quote = i < s.n ? s.p[i] : 0;
	if (quote == '"' || quote == '\'') {
		for (i++; i < s.n && s.p[i] != quote;)
			i++;
		return i < s.n ? i + 1 : i;
	}
	while (i < s.n && !gp_is_space(s.p[i]) && s.p[i] != '>' &&
	       s.p[i] != '<')
		i++;
	return i;
}

/* The '>' of the tag at `i`; s.n when the file ends in it, `i` when it is
   none: "a <b & c" has an angle among its words. */
static size_t
tag_end(struct gp_str s, size_t i)
{
	size_t from = i++;

	while (i < s.n && s.p[i] != '>') {
		if (s.p[i] == '=')
			i = value_end(s, i + 1);
		else if (is_of_name(s.p[i]) || gp_is_space(s.p[i]) ||
		         s.p[i] == '/')
			i++;
		else
			return from;
	}
	return i;
}

/* The value of an attribute from m->i on, which then is behind it. */
static void
mend_value(struct mending *m, size_t end)
{
	char quote = m->i < end ? m->s.p[m->i] : 0;
	bool quoted = quote == '"' || quote == '\'';
	size_t from;

	if (!quoted)
		slip(m, "a value without quotation marks");
	gp_buf_putc(&m->out->text, quoted ? quote : '"');
	m->i += quoted;
	while (m->i < end &&
	       (quoted ? m->s.p[m->i] != quote : !gp_is_space(m->s.p[m->i]))) {
		from = m->i;
		if (m->s.p[from] == '&') {
			mend_reference(m);
		} else if (m->s.p[from] == '<') {
			mend_angle(m);
		} else {
			copy(m, from, from + 1);
			m->i++;
		}
	}
	m->i += quoted;
	gp_buf_putc(&m->out->text, quoted ? quote : '"');
}

static void
skip_space(struct mending *m, size_t end)
{
	size_t to = m->i;

	while (to < end && gp_is_space(m->s.p[to]))
		to++;
	pass(m, to);
}

/* One attribute, or a byte that has no business in a tag. */
static void
mend_attribute(struct mending *m, size_t end)
{
	size_t from = m->i, to = name_end(m->s, from);

	to = to < end ? to : end;
	if (!begins_name(m->s.p[from]) || to == from) {
		slip(m, "a tag that is none of XML's");
		m->i++;
		return;
	}
	gp_buf_putc(&m->out->text, ' ');
	copy(m, from, to);
	m->i = to;
	skip_space(m, end);
	if (m->i < end && m->s.p[m->i] == '=') {
		gp_buf_putc(&m->out->text, '=');
		m->i++;
		skip_space(m, end);
		mend_value(m, end);
	} else {
		slip(m, "an attribute without a value");
		gp_buf_puts(&m->out->text, "=\"\"");
	}
}

/* Tags that HTML does not close, and nothing in a feed is called. */
static bool
is_void(const struct mending *m, struct gp_str name, size_t behind)
{
	static const char *const names[] = { "br", "hr", "img", "wbr" };
	size_t i;

	if (begins(m, behind, GP_STR("</")) && begins(m, behind + 2, name))
		return false;
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (gp_str_eq_nocase(name, gp_str(names[i])))
			return true;
	return false;
}

/* What opens an entry: in another one's place it ends that. */
static void
note_entry(struct mending *m, struct gp_str name)
{
	if (!is_entry(name))
		return;
	if (m->entry > 0 && m->entry == m->n &&
	    gp_str_eq(m->open[m->n - 1], name)) {
		slip(m, "an entry that does not end");
		put_end(m);
	}
	if (m->entry == 0) {
		m->entry = m->n + 1;
		m->entry_at = m->out->text.len;
		m->entry_line = line_here(m);
	}
}

static void
mend_start(struct mending *m, size_t end)
{
	size_t from = m->i + 1, to = name_end(m->s, from);
	struct gp_str name = gp_str_sub(m->s, from, to);
	bool is_empty = m->s.p[end - 1] == '/' && end > to;

	note_entry(m, name);
	copy(m, m->i, to);
	m->i = to;
	while (skip_space(m, end), m->i < end - is_empty)
		mend_attribute(m, end - is_empty);
	if (!is_empty && is_void(m, name, end + 1)) {
		slip(m, "an element that does not end");
		is_empty = true;
	}
	gp_buf_puts(&m->out->text, is_empty ? "/>" : ">");
	m->i = end + 1;
	m->has_root = true;
	if (!is_empty)
		m->open[m->n++] = name;
	else if (m->entry > m->n)
		m->entry = 0;
}

/* ---- marks ---- */

/* Behind the comment or instruction that begins at m->i; 0: it does not end.
   What does not come is looked for once. */
static size_t
behind(struct mending *m, bool is_comment)
{
	struct gp_str what = is_comment ? GP_STR("-->") : GP_STR("?>");
	bool *no_end = &m->no_end[is_comment];
	size_t at = *no_end ? m->s.n : gp_str_find(m->s, what, m->i + 2);

	*no_end = at == m->s.n;
	return at < m->s.n ? at + what.n : 0;
}

/* A short file could stand for a long one. */
static bool
pass_doctype(struct mending *m, struct gp_err *e)
{
	size_t end = gp_str_find(m->s, GP_STR(">"), m->i);
	size_t subset = gp_str_find(m->s, GP_STR("["), m->i), entity;

	m->has_doctype = true;
	if (subset < end) {
		end = gp_str_find(m->s, GP_STR("]"), subset);
		entity = gp_str_find(m->s, GP_STR("<!ENTITY"), subset);
		if (entity < end) {
			m->i = entity;
			return gp_fail_at(
				e, GP_INPUT, "", line_here(m), 0,
				"declares entities of its own, which a feed "
				"has no use for; take the <!DOCTYPE> out");
		}
		end = gp_str_find(m->s, GP_STR(">"), end);
	}
	pass(m, end < m->s.n ? end + 1 : end);
	return true;
}

static void
mend_cdata(struct mending *m)
{
	size_t at = gp_str_find(m->s, GP_STR("]]>"), m->i);
	size_t end = at < m->s.n ? at + 3 : at;

	if (m->n > 0 && at < m->s.n) {
		copy(m, m->i, end);
		m->i = end;
	} else {
		pass(m, end);
	}
}

/* "<!" and "<?". */
static bool
mend_declaration(struct mending *m, struct gp_err *e)
{
	bool is_comment = begins(m, m->i, GP_STR("<!--"));
	size_t end = 0;

	if (begins(m, m->i, GP_STR("<![CDATA["))) {
		mend_cdata(m);
		return true;
	}
	if (!m->has_root && !m->has_doctype &&
	    gp_str_eq_nocase(gp_str_sub(m->s, m->i, m->i + 9),
	                     GP_STR("<!DOCTYPE")))
		return pass_doctype(m, e);
	if (is_comment || m->s.p[m->i + 1] == '?')
		end = behind(m, is_comment);
	if (end > 0)
		pass(m, end);
	else if (m->n > 0)
		mend_angle(m);
	else
		pass(m, m->i + 1);
	return true;
}

static bool
mend_mark(struct mending *m, struct gp_err *e)
{
	char next = m->i + 1 < m->s.n ? m->s.p[m->i + 1] : 0;
	size_t end;

	if (next == '!' || next == '?')
		return mend_declaration(m, e);
	if (next == '/') {
		mend_end(m);
		return true;
	}
	end = begins_name(next) ? tag_end(m->s, m->i) : m->i;
	if (end == m->s.n)
		m->i = end;
	else if (end > m->i)
		mend_start(m, end);
	else if (m->n > 0)
		mend_angle(m);
	else
		pass(m, m->i + 1);
	return true;
}

/* ---- the file ---- */

static void
close_all(struct mending *m)
{
	if (m->n == 0)
		return;
	slip(m, "the file ends too early");
	if (m->entry > 0) {
		m->out->cut = m->entry_line;
		m->out->text.len = m->entry_at;
		m->n = m->entry - 1;
	}
	while (m->n > 0)
		put_end(m);
}

/* What a server says before the feed is none of it. */
static void
pass_complaint(struct mending *m)
{
	struct gp_str start = gp_str_sub(m->s, 0, PROLOGUE);
	size_t at = gp_str_find(start, GP_STR("<?xml "), 0);

	if (at == start.n || gp_str_trim(gp_str_sub(m->s, 0, at)).n == 0)
		return;
	slip(m, "text outside of the feed");
	pass(m, at);
}

static bool
mend_all(struct mending *m, struct gp_err *e)
{
	pass_complaint(m);
	while (m->i < m->s.n && m->n < MOST_OPEN) {
		if (m->s.p[m->i] != '<')
			mend_text(m);
		else if (!m->has_root || m->n > 0)
			(void)mend_mark(m, e);
		else if (begins(m, m->i, GP_STR("<!--")) ||
		         begins(m, m->i, GP_STR("<?")))
			(void)mend_declaration(m, e);
		else
			break;
		if (e->code != GP_OK)
			return false;
	}
	if (m->n == MOST_OPEN) {
		copy(m, m->i, m->s.n);
		return true;
	}
	if (m->i < m->s.n)
		slip(m, "text outside of the feed");
	close_all(m);
	return true;
}

bool
gp_feed_mend(struct gp_str text, struct gp_feed_mended *out, struct gp_err *e)
{
	struct mending m = { .s = text, .out = out, .line = 1 };

	*out = (struct gp_feed_mended){ .text.max = 4 * GP_MAX_SOURCE_BYTES };
	return mend_all(&m, e) && gp_buf_ok(&out->text, e);
}
