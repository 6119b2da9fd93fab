/* Where a value ends is a guess once its mark of the end is missing: before
   what looks like the next attribute, or the end of the tag.  What the names
   and values mean is not known. */
#include "import/feed/feed_mend_attributes.h"

enum { MOST_NAMES = 32 }; /* of a tag, that are looked for again */

/* What stands behind an '='. */
struct attribute_value {
	size_t from, to, end; /* `end`: behind its mark */
	bool is_quoted, is_open;
};

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

size_t
gp_mend_name_end(struct gp_str s, size_t i)
{
	while (i < s.n && is_of_name(s.p[i]))
		i++;
	return i;
}

/* ---- values ---- */

static size_t
skip_blanks(struct gp_str s, size_t i)
{
	while (i < s.n && gp_is_space(s.p[i]))
		i++;
	return i;
}

static size_t
find_byte(struct gp_str s, size_t i, char c)
{
	while (i < s.n && s.p[i] != c)
		i++;
	return i;
}

/* "x rel=": what stands before the mark that begins the next value. */
static bool
ends_in_name(struct gp_str s)
{
	size_t i = s.n;

	if (i == 0 || s.p[i - 1] != '=')
		return false;
	for (i--; i > 0 && is_of_name(s.p[i - 1]);)
		i--;
	return i + 1 < s.n && i > 0 && gp_is_space(s.p[i - 1]);
}

/* True when the mark at `to` cannot be the one that ends what begins at
   `from`: it begins another value, or a tag ends and one begins between. */
static bool
is_open(struct gp_str s, size_t from, size_t to)
{
	struct gp_str value = gp_str_sub(s, from, to);
	size_t angle = find_byte(value, 0, '<');
	size_t tag = find_byte(value, 0, '>');
	char next = to + 1 < s.n ? s.p[to + 1] : ' ';

	if (to == s.n || (tag < angle && angle < value.n &&
	                  skip_blanks(value, tag + 1) == angle))
		return true;
	if (gp_is_space(next) || next == '>' || next == '/' || next == '?')
		return false;
	return angle < value.n || ends_in_name(value);
}

/* The end of a value that nothing ends. */
static size_t
open_end(struct gp_str s, size_t i)
{
	size_t name;

	for (; i < s.n && s.p[i] != '<' && s.p[i] != '>'; i++) {
		if (s.p[i] == '/' && i + 1 < s.n && s.p[i + 1] == '>')
			break;
		if (!gp_is_space(s.p[i]))
			continue;
		name = skip_blanks(s, i);
		i = gp_mend_name_end(s, name);
		if (i > name && i < s.n && s.p[i] == '=')
			return name - 1;
		i = name - 1;
	}
	return i;
}

/* The value, or the blanks before it, that begin at `i`. */
static struct attribute_value
value_at(struct gp_str s, size_t i)
{
	struct attribute_value v = { .from = skip_blanks(s, i) };
	char quote = v.from < s.n ? s.p[v.from] : 0;

	v.is_quoted = quote == '"' || quote == '\'';
	if (!v.is_quoted) {
		for (v.to = v.from; v.to < s.n && !gp_is_space(s.p[v.to]) &&
		                    s.p[v.to] != '>' && s.p[v.to] != '<';)
			v.to++;
		v.end = v.to;
		return v;
	}
	v.to = find_byte(s, ++v.from, quote);
	v.is_open = is_open(s, v.from, v.to);
	if (v.is_open)
		v.to = open_end(s, v.from);
	v.end = v.to + !v.is_open;
	return v;
}

size_t
gp_mend_tag_end(struct gp_str s, size_t i)
{
	size_t from = i++;
	bool has_value = false;

	while (i < s.n && s.p[i] != '>') {
		if (s.p[i] == '=') {
			i = value_at(s, i + 1).end;
			has_value = true;
		} else if (is_of_name(s.p[i]) || gp_is_space(s.p[i]) ||
		           s.p[i] == '/') {
			i++;
		} else if (has_value && (s.p[i] == '"' || s.p[i] == '\'')) {
			i++; /* a mark too many */
		} else {
			return from;
		}
	}
	return i;
}

/* ---- attributes ---- */

static void
put_value(struct gp_mending *m, const struct attribute_value *v)
{
	char quote = v->is_quoted ? m->s.p[v->from - 1] : '"';

	gp_buf_putc(&m->out->text, quote);
	m->i = v->from;
	while (m->i < v->to) {
		if (m->s.p[m->i] == '&') {
			gp_mend_reference(m);
		} else if (m->s.p[m->i] == '<') {
			gp_mend_angle(m);
		} else if (m->s.p[m->i] == quote) {
			gp_buf_puts(&m->out->text, "&quot;");
			m->i++;
		} else {
			gp_mend_copy(m, m->i, m->i + 1);
			m->i++;
		}
	}
	gp_buf_putc(&m->out->text, quote);
	m->i = v->end;
}

/* The '=' that is next, and its value. */
static void
mend_value(struct gp_mending *m)
{
	struct attribute_value v = value_at(m->s, m->i + 1);

	if (!v.is_quoted)
		gp_mend_slip(m, "a value without quotation marks");
	else if (v.is_open)
		gp_mend_slip(m, "a value whose quotation mark is not closed");
	gp_buf_putc(&m->out->text, '=');
	gp_mend_pass(m, v.is_quoted ? v.from - 1 : v.from);
	put_value(m, &v);
}

static void
skip_space(struct gp_mending *m, size_t end)
{
	size_t to = skip_blanks(m->s, m->i);

	gp_mend_pass(m, to < end ? to : end);
}

static bool
is_again(const struct gp_str *names, size_t n, struct gp_str name)
{
	size_t i = 0;

	while (i < n && !gp_str_eq(names[i], name))
		i++;
	return i < n;
}

/* The first of two is it. */
static void
pass_again(struct gp_mending *m, size_t to, size_t end)
{
	size_t next = skip_blanks(m->s, to);

	gp_mend_slip(m, "an attribute that is given twice");
	if (next < end && m->s.p[next] == '=')
		to = value_at(m->s, next + 1).end;
	gp_mend_pass(m, to);
}

static void
put_attribute(struct gp_mending *m, size_t to, size_t end)
{
	gp_buf_putc(&m->out->text, ' ');
	gp_mend_copy(m, m->i, to);
	m->i = to;
	skip_space(m, end);
	if (m->i < end && m->s.p[m->i] == '=') {
		mend_value(m);
	} else {
		gp_mend_slip(m, "an attribute without a value");
		gp_buf_puts(&m->out->text, "=\"\"");
	}
}

/* Or bytes that have no business in a tag. */
void
gp_mend_attributes(struct gp_mending *m, size_t end)
{
	struct gp_str names[MOST_NAMES], name;
	size_t n = 0, to;

	while (skip_space(m, end), m->i < end) {
		to = gp_mend_name_end(m->s, m->i);
		to = to < end ? to : end;
		name = gp_str_sub(m->s, m->i, to);
		if (!gp_mend_begins_name(m->s.p[m->i])) {
			gp_mend_slip(m, "a tag that is none of XML's");
			m->i++;
		} else if (is_again(names, n, name)) {
			pass_again(m, to, end);
		} else {
			put_attribute(m, to, end);
			if (n < MOST_NAMES)
				names[n++] = name;
		}
	}
}
