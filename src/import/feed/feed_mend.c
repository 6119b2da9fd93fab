/*
 * A pass over the bytes with a stack of the tags that are open, and a second
 * one where something is not closed.  What is right is copied as it stands.  An
 * element that is open at the end of the file is closed there; an entry that
 * is, goes: half an article is none.
 */
#include "import/feed/feed_mend.h"

#include "base/limits.h"
#include "import/feed/feed_mend_attributes.h"
#include "import/feed/feed_mend_tags.h"
#include "import/feed/feed_mending.h"

enum {
	PROLOGUE = 4 * GP_KIB, /* bytes that may stand before "<?xml" */
};

/* ---- text ---- */

/* Up to the next mark of any kind. */
static void
mend_text(struct gp_mending *m)
{
	size_t from = m->i;
	char c = m->s.p[from];

	if (m->n == 0) {
		if (!gp_is_space(c))
			gp_mend_slip(m, "text outside of the feed");
		gp_mend_pass(m, gp_str_find(m->s, GP_STR("<"), from));
	} else if (c == '&') {
		gp_mend_reference(m);
	} else if (gp_mend_begins(m, from, GP_STR("]]>"))) {
		gp_mend_slip(m, "a \"]]>\" that ends nothing");
		gp_buf_puts(&m->out->text, "]]&gt;");
		m->i += 3;
	} else {
		do
			m->i++;
		while (m->i < m->s.n && m->s.p[m->i] != '<' &&
		       m->s.p[m->i] != '&' && m->s.p[m->i] != ']');
		gp_mend_copy(m, from, m->i);
	}
}

/* ---- marks ---- */

/* Behind the comment or instruction that begins at m->i; 0: it does not end.
   What does not come is looked for once. */
static size_t
behind(struct gp_mending *m, bool is_comment)
{
	struct gp_str what = is_comment ? GP_STR("-->") : GP_STR("?>");
	bool *no_end = &m->no_end[is_comment];
	size_t at = *no_end ? m->s.n : gp_str_find(m->s, what, m->i + 2);

	*no_end = at == m->s.n;
	return at < m->s.n ? at + what.n : 0;
}

/* A short file could stand for a long one. */
static bool
pass_doctype(struct gp_mending *m, struct gp_err *e)
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
				e, GP_INPUT, "", gp_mend_line(m), 0,
				"declares entities of its own, which a feed "
				"has no use for; take the <!DOCTYPE> out");
		}
		end = gp_str_find(m->s, GP_STR(">"), end);
	}
	gp_mend_pass(m, end < m->s.n ? end + 1 : end);
	return true;
}

/* The next "]]>", looked for once for all that begin before it. */
static size_t
cdata_end(struct gp_mending *m)
{
	if (m->cdata_end <= m->i)
		m->cdata_end = gp_str_find(m->s, GP_STR("]]>"), m->i);
	return m->cdata_end;
}

/* The end tag of the element that holds the section, when it stands before
   the next section or none ends this one; s.n otherwise. */
static size_t
holder_end(const struct gp_mending *m, size_t to)
{
	struct gp_str name = m->open[m->n - 1],
		      before = gp_str_sub(m->s, 0, to);
	size_t from = m->i + 9;
	size_t next = gp_str_find(before, GP_STR("<![CDATA["), from), i;

	if (next == to && to < m->s.n)
		return m->s.n;
	before = gp_str_sub(m->s, 0, next);
	for (i = gp_str_find(before, GP_STR("</"), from); i < next;
	     i = gp_str_find(before, GP_STR("</"), i + 2))
		if (gp_str_eq_nocase(gp_str_sub(m->s, i + 2, i + 2 + name.n),
		                     name))
			return i;
	return m->s.n;
}

/* Before the rest of an end that went wrong: "]]", "]>", "]] >". */
static size_t
without_end(struct gp_str s, size_t from, size_t to)
{
	size_t i = to, end = to;

	while (i > from && (s.p[i - 1] == ']' || s.p[i - 1] == '>' ||
	                    gp_is_space(s.p[i - 1])))
		if (s.p[--i] == ']')
			end = i;
	return end;
}

static void
put_open_cdata(struct gp_mending *m, size_t end)
{
	gp_mend_slip(m, "a CDATA section that does not end");
	gp_mend_copy(m, m->i, without_end(m->s, m->i + 9, end));
	gp_buf_puts(&m->out->text, "]]>");
	m->i = without_end(m->s, m->i + 9, end);
	gp_mend_pass(m, end);
}

static void
mend_cdata(struct gp_mending *m)
{
	size_t at = cdata_end(m), end = at < m->s.n ? at + 3 : at;
	size_t holder = m->n > 0 ? holder_end(m, at) : m->s.n;

	if (holder < m->s.n) {
		put_open_cdata(m, holder);
	} else if (m->n > 0 && at < m->s.n) {
		gp_mend_copy(m, m->i, end);
		m->i = end;
	} else {
		gp_mend_pass(m, end);
	}
}

/* "<!" and "<?". */
static bool
mend_declaration(struct gp_mending *m, struct gp_err *e)
{
	bool is_comment = gp_mend_begins(m, m->i, GP_STR("<!--"));
	size_t end = 0;

	if (gp_mend_begins(m, m->i, GP_STR("<![CDATA["))) {
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
		gp_mend_pass(m, end);
	else if (m->n > 0)
		gp_mend_angle(m);
	else
		gp_mend_pass(m, m->i + 1);
	return true;
}

static bool
mend_mark(struct gp_mending *m, struct gp_err *e)
{
	char next = m->i + 1 < m->s.n ? m->s.p[m->i + 1] : 0;
	size_t end;

	if (next == '!' || next == '?')
		return mend_declaration(m, e);
	if (next == '/') {
		gp_mend_end(m);
		return true;
	}
	end = gp_mend_begins_name(next) ? gp_mend_tag_end(m->s, m->i) : m->i;
	if (end == m->s.n)
		m->i = end;
	else if (end > m->i)
		gp_mend_start(m, end);
	else if (m->n > 0)
		gp_mend_angle(m);
	else
		gp_mend_pass(m, m->i + 1);
	return true;
}

/* ---- the file ---- */

static void
close_all(struct gp_mending *m)
{
	if (m->n == 0)
		return;
	gp_mend_slip(m, "the file ends too early");
	m->is_unbalanced = m->out->ends_early = true;
	if (m->entry > 0) {
		m->out->cut = m->entry_line;
		m->out->text.len = m->entry_at;
		m->n = m->entry - 1;
	}
	while (m->n > 0)
		gp_mend_put_end(m);
}

/* What a server says before the feed is none of it. */
static void
pass_complaint(struct gp_mending *m)
{
	struct gp_str start = gp_str_sub(m->s, 0, PROLOGUE);
	size_t at = gp_str_find(start, GP_STR("<?xml "), 0);

	if (at == start.n || gp_str_trim(gp_str_sub(m->s, 0, at)).n == 0)
		return;
	gp_mend_slip(m, "text outside of the feed");
	gp_mend_pass(m, at);
}

static bool
mend_all(struct gp_mending *m, struct gp_err *e)
{
	pass_complaint(m);
	while (m->i < m->s.n && m->n < GP_MEND_OPEN) {
		if (m->s.p[m->i] != '<')
			mend_text(m);
		else if (!m->has_root || m->n > 0)
			(void)mend_mark(m, e);
		else if (gp_mend_begins(m, m->i, GP_STR("<!--")) ||
		         gp_mend_begins(m, m->i, GP_STR("<?")))
			(void)mend_declaration(m, e);
		else
			break;
		if (e->code != GP_OK)
			return false;
	}
	if (m->n == GP_MEND_OPEN) {
		gp_mend_copy(m, m->i, m->s.n);
		return true;
	}
	if (m->i < m->s.n)
		gp_mend_slip(m, "text outside of the feed");
	close_all(m);
	return true;
}

static bool
mend_once(struct gp_mending *m, struct gp_err *e)
{
	*m->out =
		(struct gp_feed_mended){ .text.max = 4 * GP_MAX_SOURCE_BYTES };
	return mend_all(m, e) && gp_buf_ok(&m->out->text, e);
}

bool
gp_feed_mend(struct gp_str text, struct gp_feed_mended *out, struct gp_err *e)
{
	struct gp_mending m = { .s = text, .out = out, .line = 1 };

	if (!mend_once(&m, e))
		return false;
	if (!m.is_unbalanced)
		return true;
	gp_buf_free(&out->text);
	m = (struct gp_mending){
		.s = text, .out = out, .line = 1, .guesses = true
	};
	return mend_once(&m, e);
}
