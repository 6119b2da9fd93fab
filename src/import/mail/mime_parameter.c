/* Parameters of a field, found one behind the other: with quotation marks or
   without, cut into pieces and encoded or not.  It does not know what any of
   them means. */
#include "import/mail/mime_parameter.h"

#include "base/buf.h"
#include "base/hex.h"
#include "base/limits.h"
#include "import/mail/mime_field.h"

struct gp_str
gp_mime_token(struct gp_str s)
{
	size_t i = 0;

	s = gp_str_trim(s);
	while (i < s.n && !gp_is_space(s.p[i]) && s.p[i] != '(' &&
	       s.p[i] != ';')
		i++;
	return gp_str_sub(s, 0, i);
}

/* The value behind '=', with or without quotation marks; *i moves past it. */
static struct gp_str
parameter_value(struct gp_str s, size_t *i)
{
	size_t from;

	if (*i < s.n && s.p[*i] == '"') {
		from = ++*i;
		while (*i < s.n && s.p[*i] != '"')
			*i += s.p[*i] == '\\' ? 2 : 1;
		return gp_str_sub(s, from, *i < s.n ? *i : s.n);
	}
	from = *i;
	while (*i < s.n && s.p[*i] != ';')
		++*i;
	return gp_str_trim(gp_str_sub(s, from, *i));
}

/* The next "key=value" of a field from *i on; false at its end. */
static bool
next_parameter(struct gp_str field, size_t *i, struct gp_str *key,
               struct gp_str *value)
{
	size_t from;

	while ((*i = gp_str_find(field, GP_STR(";"), *i)) < field.n) {
		from = ++*i;
		while (*i < field.n && field.p[*i] != '=' && field.p[*i] != ';')
			++*i;
		*key = gp_str_trim(gp_str_sub(field, from, *i));
		if (*i >= field.n || field.p[*i] == ';')
			continue;
		++*i;
		while (*i < field.n && gp_is_space(field.p[*i]))
			++*i;
		*value = parameter_value(field, i);
		return true;
	}
	return false;
}

struct gp_str
gp_mime_parameter(struct gp_str field, const char *name)
{
	struct gp_str key, value;
	size_t i = 0;

	while (next_parameter(field, &i, &key, &value))
		if (gp_str_eq_nocase(key, gp_str(name)))
			return value;
	return GP_STR("");
}

/* "name", "name*", "name*0" or "name*0*" (RFC 2231, sections 3 and 4). */
static bool
is_piece_of(struct gp_str key, const char *name, bool *encoded)
{
	size_t n = gp_str(name).n;
	struct gp_str rest = gp_str_sub(key, n, key.n);

	if (!gp_str_eq_nocase(gp_str_sub(key, 0, n), gp_str(name)))
		return false;
	*encoded = gp_str_ends(rest, GP_STR("*"));
	return rest.n == 0 || rest.p[0] == '*';
}

static void
put_decoded(struct gp_buf *out, struct gp_str value)
{
	size_t i;

	for (i = 0; i < value.n; i++) {
		int byte = value.p[i] == '%' ? gp_hex_byte(value, i + 1) : -1;

		gp_buf_putc(out, byte < 0 ? value.p[i] : (char)byte);
		i += byte < 0 ? 0 : 2;
	}
}

/* Appends a piece; what stands before its text names its charset, which goes
   to *charset. */
static void
put_piece(struct gp_buf *out, struct gp_str value, bool encoded,
          struct gp_str *charset)
{
	size_t mark = gp_str_find(value, GP_STR("'"), 0);
	size_t next = gp_str_find(value, GP_STR("'"), mark + 1);

	if (encoded && charset->n == 0 && next < value.n) {
		*charset = gp_str_sub(value, 0, mark);
		value = gp_str_sub(value, next + 1, value.n);
	}
	if (encoded)
		put_decoded(out, value);
	else
		gp_buf_str(out, value);
}

struct gp_str
gp_mime_text_parameter(struct gp_arena *a, struct gp_str field,
                       const char *name, struct gp_str raw)
{
	struct gp_buf bytes = { .max = GP_MAX_HEADER_BYTES };
	struct gp_str key, value, charset = GP_STR(""), whole;
	size_t i = 0;
	bool encoded;

	while (next_parameter(field, &i, &key, &value))
		if (is_piece_of(key, name, &encoded))
			put_piece(&bytes, value, encoded, &charset);
	whole = gp_arena_buf(a, &bytes);
	return gp_mime_words(a, whole, charset.n ? charset : raw);
}
