/* Names, attributes and which element holds which.  What stands between tags is
   not looked at. */
#include "import/feed/feed_mend_tags.h"

/* ---- names ---- */

bool
gp_mend_begins_name(char c)
{
	return gp_is_alpha(c) || c == '_' || c == ':' ||
	       (unsigned char)c >= 0x80;
}

static bool
is_of_name(char c)
{
	return gp_mend_begins_name(c) || gp_is_digit(c) || c == '-' || c == '.';
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

void
gp_mend_end(struct gp_mending *m)
{
	size_t from = m->i + 2, end = name_end(m->s, from), at = m->n;
	struct gp_str name = gp_str_sub(m->s, from, end);

	while (at > 0 && !gp_str_eq(m->open[at - 1], name))
		at--;
	if (at == 0)
		gp_mend_slip(m, "the end of an element that has not begun");
	else if (at < m->n)
		gp_mend_slip(m, "an element that does not end");
	while (at > 0 && m->n >= at)
		gp_mend_put_end(m);
	for (from = end; from < m->s.n && gp_is_space(m->s.p[from]);)
		from++;
	if (gp_mend_begins(m, from, GP_STR(">"))) {
		gp_mend_pass(m, from + 1);
		return;
	}
	/* Words of the text stand in the place of its '>'. */
	gp_mend_slip(m, "an end tag that does not end");
	gp_mend_pass(m, end);
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

size_t
gp_mend_tag_end(struct gp_str s, size_t i)
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
mend_value(struct gp_mending *m, size_t end)
{
	char quote = m->i < end ? m->s.p[m->i] : 0;
	bool quoted = quote == '"' || quote == '\'';
	size_t from;

	if (!quoted)
		gp_mend_slip(m, "a value without quotation marks");
	gp_buf_putc(&m->out->text, quoted ? quote : '"');
	m->i += quoted;
	while (m->i < end &&
	       (quoted ? m->s.p[m->i] != quote : !gp_is_space(m->s.p[m->i]))) {
		from = m->i;
		if (m->s.p[from] == '&') {
			gp_mend_reference(m);
		} else if (m->s.p[from] == '<') {
			gp_mend_angle(m);
		} else {
			gp_mend_copy(m, from, from + 1);
			m->i++;
		}
	}
	m->i += quoted;
	gp_buf_putc(&m->out->text, quoted ? quote : '"');
}

static void
skip_space(struct gp_mending *m, size_t end)
{
	size_t to = m->i;

	while (to < end && gp_is_space(m->s.p[to]))
		to++;
	gp_mend_pass(m, to);
}

/* One attribute, or a byte that has no business in a tag. */
static void
mend_attribute(struct gp_mending *m, size_t end)
{
	size_t from = m->i, to = name_end(m->s, from);

	to = to < end ? to : end;
	if (!gp_mend_begins_name(m->s.p[from]) || to == from) {
		gp_mend_slip(m, "a tag that is none of XML's");
		m->i++;
		return;
	}
	gp_buf_putc(&m->out->text, ' ');
	gp_mend_copy(m, from, to);
	m->i = to;
	skip_space(m, end);
	if (m->i < end && m->s.p[m->i] == '=') {
		gp_buf_putc(&m->out->text, '=');
		m->i++;
		skip_space(m, end);
		mend_value(m, end);
	} else {
		gp_mend_slip(m, "an attribute without a value");
		gp_buf_puts(&m->out->text, "=\"\"");
	}
}

/* Tags that HTML does not close, and nothing in a feed is called. */
static bool
is_void(const struct gp_mending *m, struct gp_str name, size_t behind)
{
	static const char *const names[] = { "br", "hr", "img", "wbr" };
	size_t i;

	if (gp_mend_begins(m, behind, GP_STR("</")) &&
	    gp_mend_begins(m, behind + 2, name))
		return false;
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (gp_str_eq_nocase(name, gp_str(names[i])))
			return true;
	return false;
}

/* What opens an entry: in another one's place it ends that. */
static void
note_entry(struct gp_mending *m, struct gp_str name)
{
	if (!is_entry(name))
		return;
	if (m->entry > 0 && m->entry == m->n &&
	    gp_str_eq(m->open[m->n - 1], name)) {
		gp_mend_slip(m, "an entry that does not end");
		gp_mend_put_end(m);
	}
	if (m->entry == 0) {
		m->entry = m->n + 1;
		m->entry_at = m->out->text.len;
		m->entry_line = gp_mend_line(m);
	}
}

void
gp_mend_start(struct gp_mending *m, size_t end)
{
	size_t from = m->i + 1, to = name_end(m->s, from);
	struct gp_str name = gp_str_sub(m->s, from, to);
	bool is_empty = m->s.p[end - 1] == '/' && end > to;

	note_entry(m, name);
	gp_mend_copy(m, m->i, to);
	m->i = to;
	while (skip_space(m, end), m->i < end - is_empty)
		mend_attribute(m, end - is_empty);
	if (!is_empty && is_void(m, name, end + 1)) {
		gp_mend_slip(m, "an element that does not end");
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
