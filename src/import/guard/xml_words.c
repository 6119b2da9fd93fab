/* No namespaces and no well-formedness: whoever reads the feed has seen to
   that.  Entries are looked for where feed_xml.c does. */
#include "import/guard/xml_words.h"

#include "base/entity.h"
#include "base/limits.h"
#include "import/guard/html_words.h"

/* What html_words.c tells of a text is told with the byte of that text. */
struct entry_words {
	struct gp_listener listener;
	struct gp_listener *l;
	size_t at;
};

struct xml_mark {
	struct gp_str name; /* of a tag, without its prefix; "" of none */
	size_t end;
	bool ends, is_empty, is_cdata;
};

/* ---- marks ---- */

static size_t
behind(struct gp_str s, size_t from, struct gp_str what)
{
	size_t at = gp_str_find(s, what, from);

	return at < s.n ? at + what.n : s.n;
}

static bool
begins(struct gp_str s, size_t i, struct gp_str what)
{
	return gp_str_starts(gp_str_sub(s, i, i + what.n), what);
}

/* An attribute may hold a '>'. */
static size_t
tag_end(struct gp_str s, size_t i)
{
	char quote = 0;

	for (; i < s.n; i++) {
		if (quote)
			quote = s.p[i] == quote ? 0 : quote;
		else if (s.p[i] == '"' || s.p[i] == '\'')
			quote = s.p[i];
		else if (s.p[i] == '>')
			return i + 1;
	}
	return s.n;
}

static struct gp_str
local_name(struct gp_str s, size_t i)
{
	size_t from = i;

	for (;
	     i < s.n && !gp_is_space(s.p[i]) && s.p[i] != '>' && s.p[i] != '/';
	     i++)
		if (s.p[i] == ':')
			from = i + 1;
	return gp_str_sub(s, from, i);
}

/* What begins with the '<' at `i`. */
static struct xml_mark
mark_at(struct gp_str s, size_t i)
{
	struct xml_mark m = { .ends = i + 1 < s.n && s.p[i + 1] == '/' };

	if (begins(s, i, GP_STR("<!--"))) {
		m.end = behind(s, i + 4, GP_STR("-->"));
	} else if (begins(s, i, GP_STR("<![CDATA["))) {
		m.is_cdata = true;
		m.end = behind(s, i + 9, GP_STR("]]>"));
	} else if (begins(s, i, GP_STR("<?"))) {
		m.end = behind(s, i, GP_STR("?>"));
	} else {
		m.name = local_name(s, i + 1 + m.ends);
		m.end = tag_end(s, i + 1);
		m.is_empty = s.p[m.end - 1] == '>' && s.p[m.end - 2] == '/';
	}
	return m;
}

/* ---- entries ---- */

static bool
is_entry(const struct xml_mark *m)
{
	return gp_str_eq(m->name, GP_STR("entry")) ||
	       gp_str_eq(m->name, GP_STR("item"));
}

static bool
is_tag(const struct xml_mark *m)
{
	return m->name.n > 0 && m->name.p[0] != '!';
}

/* The tag that closes the element that `*m` opens, which then is its mark;
   s.n when there is none. */
static size_t
closing(struct gp_str s, struct xml_mark *m)
{
	size_t depth = 1, i = gp_str_find(s, GP_STR("<"), m->end);

	for (; i < s.n; i = gp_str_find(s, GP_STR("<"), m->end)) {
		*m = mark_at(s, i);
		if (!is_tag(m) || m->is_empty)
			continue;
		depth = m->ends ? depth - 1 : depth + 1;
		if (depth == 0)
			break;
	}
	return i;
}

/* Like the reader: the root and channels are looked into, an entry is taken
   whole, and so is passed over what is neither. */
bool
gp_xml_entry(struct gp_str xml, size_t *at, struct gp_str *entry)
{
	size_t i = gp_str_find(xml, GP_STR("<"), *at), from;
	bool in_root = *at > 0, found = false;
	struct xml_mark m;

	for (; i < xml.n && !found; i = gp_str_find(xml, GP_STR("<"), m.end)) {
		m = mark_at(xml, i);
		if (!is_tag(&m) || m.ends)
			continue;
		if ((!in_root && !is_entry(&m)) ||
		    gp_str_eq(m.name, GP_STR("channel"))) {
			in_root = true;
			continue;
		}
		found = is_entry(&m);
		from = m.end;
		i = m.is_empty ? from : closing(xml, &m);
		if (i == xml.n)
			return false;
		*entry = gp_str_sub(xml, from, i);
		*at = m.end;
	}
	return found;
}

/* ---- words ---- */

static void
pass_text(struct gp_listener *l, struct gp_str piece, size_t at)
{
	struct entry_words *w = (struct entry_words *)(void *)l;

	(void)at;
	w->l->text(w->l, piece, w->at);
	l->is_done = w->l->is_done;
}

static void
pass_part(struct gp_listener *l)
{
	struct entry_words *w = (struct entry_words *)(void *)l;

	w->l->part(w->l);
}

static void
pass_seam(struct gp_listener *l)
{
	struct entry_words *w = (struct entry_words *)(void *)l;

	if (w->l->may_part)
		w->l->may_part(w->l);
}

static void
decode(struct gp_str s, struct gp_buf *out)
{
	size_t at = gp_str_find(s, GP_STR("&"), 0), from = 0;
	struct gp_ref ref;

	for (; at < s.n; at = gp_str_find(s, GP_STR("&"), at + 1)) {
		if (!gp_ref_at(s, at, false, &ref))
			continue;
		gp_buf_str(out, gp_str_sub(s, from, at));
		gp_buf_put(out, ref.text, ref.n);
		from = at + ref.size;
		at = from - 1;
	}
	gp_buf_str(out, gp_str_sub(s, from, s.n));
}

/* In content that is markup: nothing to read. */
static bool
is_code(const struct xml_mark *m)
{
	return !m->ends && !m->is_empty &&
	       (gp_str_eq(m->name, GP_STR("script")) ||
	        gp_str_eq(m->name, GP_STR("style")));
}

/* The text of an element so far, which may be HTML. */
static void
tell_text(struct gp_buf *text, size_t at, struct gp_listener *l)
{
	struct entry_words w = { .listener = { .text = pass_text,
		                               .part = pass_part,
		                               .may_part = pass_seam },
		                 .l = l,
		                 .at = at };

	gp_html_words(gp_buf_view(text), &w.listener);
	gp_buf_clear(text);
}

void
gp_xml_words(struct gp_str entry, struct gp_listener *l)
{
	struct gp_buf text = { .max = GP_MAX_DOC_ARENA };
	size_t from = 0, i, begun = 0;
	struct xml_mark m;

	while (from < entry.n && !l->is_done) {
		i = gp_str_find(entry, GP_STR("<"), from);
		if (text.len == 0)
			begun = from;
		decode(gp_str_sub(entry, from, i), &text);
		if (i == entry.n)
			break;
		m = mark_at(entry, i);
		if (m.is_cdata)
			gp_buf_str(&text, gp_str_sub(entry, i + 9, m.end - 3));
		else if (m.name.n)
			tell_text(&text, begun, l);
		from = is_code(&m) ? gp_str_find(entry, GP_STR("</"), m.end)
		                   : m.end;
	}
	tell_text(&text, begun, l);
	if (text.failed)
		l->failed = text.failed;
	gp_buf_free(&text);
}
