/* Names and attributes of tags: HTML Living Standard, 13.2.5.8 and 13.2.5.32
   to 13.2.5.40.  The first of a name counts, the others go.  Which names
   mean something is not known here. */
#include "import/html/parse/parse_scan.h"

#include "base/limits.h"

static bool
ends_name(char c, bool is_attribute)
{
	return gp_char_in(c, GP_CHAR_NAME) || (is_attribute && c == '=');
}

/* The same with capitals and NUL in it. */
static unsigned
changed_name(struct gp_scan *s, struct gp_str raw)
{
	uint32_t hash = GP_NAME_SEED;
	size_t i;

	gp_buf_clear(&s->text);
	for (i = 0; i < raw.n; i++) {
		if (raw.p[i])
			gp_buf_putc(&s->text, gp_to_lower(raw.p[i]));
		else
			gp_buf_puts(&s->text, "\xEF\xBF\xBD");
	}
	for (i = 0; i < s->text.len; i++)
		hash = gp_name_mix(hash, s->text.data[i]);
	return gp_names_number(&s->names, gp_buf_view(&s->text), hash, false);
}

unsigned
gp_scan_name(struct gp_scan *s, bool is_attribute)
{
	uint32_t hash = GP_NAME_SEED, from = s->at, at = from;
	bool is_changed = false;
	struct gp_str raw;

	/* An attribute's name may begin with '='. */
	do {
		char c = s->p[at++];

		is_changed |= gp_is_upper(c) || c == '\0';
		hash = gp_name_mix(hash, c);
	} while (at < s->n && !ends_name(s->p[at], is_attribute));
	s->at = at;
	raw = (struct gp_str){ s->p + from, at - from };
	if (is_changed)
		return changed_name(s, raw);
	return gp_names_number(&s->names, raw, hash, true);
}

static void
skip_space(struct gp_scan *s)
{
	while (s->at < s->n && gp_char_in(s->p[s->at], GP_CHAR_SPACE))
		s->at++;
}

/* Behind '='; false when the file ends in it. */
static bool
take_value(struct gp_scan *s, struct gp_str *value)
{
	char c = s->at < s->n ? s->p[s->at] : '\0';
	bool is_quoted = c == '"' || c == '\'';
	unsigned mask = c == '"'    ? GP_CHAR_DOUBLE
	                : is_quoted ? GP_CHAR_SINGLE
	                            : GP_CHAR_UNQUOTED;

	s->at += is_quoted;
	if (gp_scan_run(s, s->n, mask, value))
		*value = gp_arena_str(s->arena, *value);
	if (s->at >= s->n)
		return false;
	s->at += is_quoted;
	return true;
}

static void
add_attribute(struct gp_scan *s, struct gp_html_token *t, unsigned name,
              struct gp_str value)
{
	/* The first of a name counts. */
	if (s->names.rows[name].seen == s->tags ||
	    t->n >= GP_MAX_HTML_ATTRIBUTES || !gp_scan_reserve(s, 1))
		return;
	s->names.rows[name].seen = s->tags;
	s->attributes[s->n_attributes++] =
		(struct gp_flat_attr){ .value = value.p,
		                       .size = (uint32_t)value.n,
		                       .name = (uint16_t)name };
	t->n++;
}

/* One attribute; false when the file ends in it. */
static bool
take_attribute(struct gp_scan *s, struct gp_html_token *t)
{
	unsigned name = gp_scan_name(s, true);
	struct gp_str value = GP_STR("");

	skip_space(s);
	if (s->at < s->n && s->p[s->at] == '=') {
		s->at++;
		skip_space(s);
		/* "a=>" has no value, and ends the tag. */
		if (!take_value(s, &value))
			return false;
	}
	if (t->kind == GP_TOKEN_START)
		add_attribute(s, t, name, value);
	return true;
}

bool
gp_scan_attributes(struct gp_scan *s, struct gp_html_token *t)
{
	s->tags++;
	for (;;) {
		skip_space(s);
		if (s->at >= s->n)
			return false;
		if (s->p[s->at] == '>') {
			s->at++;
			return true;
		}
		if (s->p[s->at] != '/') {
			if (!take_attribute(s, t))
				return false;
			continue;
		}
		s->at++;
		t->is_self_closing = s->at < s->n && s->p[s->at] == '>';
	}
}
