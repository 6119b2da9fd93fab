/* A line is principals, options when there are any, the type of a key, the key,
   and whatever else.  Words end at a space outside quotation marks.  Patterns
   among principals and namespaces are not matched here. */
#include "verify/signatures/allowed_signers.h"

enum { MOST_LINES = 20000, MOST_LINE_BYTES = 32 * 1024 };

struct reading_signers {
	struct gp_arena *arena;
	const char *path;
	struct gp_err *e;
	unsigned line;
};

static bool
fail_line(const struct reading_signers *r, const char *what)
{
	return gp_fail_at(r->e, GP_SYNTAX, r->path, r->line, 0,
	                  "%s; a line is: names, options if any, type of key, "
	                  "key",
	                  what);
}

/* ---- words ---- */

/* Up to a separator that is in no quotation marks; false where they do not
   close, or nothing is left. */
static bool
take_word(struct gp_str *rest, bool at_comma, struct gp_str *word)
{
	bool quoted = false;
	size_t i;

	for (i = 0; i < rest->n; i++) {
		char c = rest->p[i];

		if (c == '"')
			quoted = !quoted;
		else if (!quoted &&
		         (at_comma ? c == ',' : c == ' ' || c == '\t'))
			break;
	}
	*word = gp_str_sub(*rest, 0, i);
	*rest = gp_str_sub(*rest, i + (i < rest->n), rest->n);
	if (!at_comma)
		*rest = gp_str_trim(*rest);
	return !quoted && word->n > 0;
}

static struct gp_str
without_quotes(struct gp_str s)
{
	if (s.n >= 2 && s.p[0] == '"' && s.p[s.n - 1] == '"')
		return gp_str_sub(s, 1, s.n - 1);
	return s;
}

/* ---- times ---- */

static int
digits(struct gp_str s, size_t at, size_t n)
{
	int value = 0;

	while (n-- > 0)
		value = value * 10 + (s.p[at++] - '0');
	return value;
}

/* YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with Z or without. */
static bool
take_time(struct gp_str s, struct gp_date *out)
{
	if (gp_str_ends(s, GP_STR("Z")))
		s = gp_str_sub(s, 0, s.n - 1);
	if ((s.n != 8 && s.n != 12 && s.n != 14) || !gp_str_all(s, gp_is_digit))
		return false;
	*out = (struct gp_date){
		.precision = GP_SECOND,
		.year = digits(s, 0, 4),
		.month = digits(s, 4, 2),
		.day = digits(s, 6, 2),
		.has_zone = true,
	};
	if (s.n > 8) {
		out->hour = digits(s, 8, 2);
		out->minute = digits(s, 10, 2);
	}
	if (s.n > 12)
		out->second = digits(s, 12, 2);
	return gp_date_valid(out);
}

/* ---- options ---- */

static bool
take_option(struct reading_signers *r, struct gp_str option,
            struct gp_allowed_signer *row)
{
	size_t equals = gp_str_find(option, GP_STR("="), 0);
	struct gp_str name = gp_str_sub(option, 0, equals);
	struct gp_str value =
		without_quotes(gp_str_sub(option, equals + 1, option.n));
	struct gp_date ignored;

	if (gp_str_eq_nocase(name, GP_STR("cert-authority")))
		return equals == option.n ||
		       fail_line(r, "`cert-authority` has no value");
	if (gp_str_eq_nocase(name, GP_STR("namespaces")))
		return value.n > 0 || fail_line(r, "`namespaces` has no value");
	if (gp_str_eq_nocase(name, GP_STR("valid-after")))
		return take_time(value, &ignored) ||
		       fail_line(r,
		                 "`valid-after` is no YYYYMMDD[HHMM[SS]][Z]");
	if (gp_str_eq_nocase(name, GP_STR("valid-before")))
		return take_time(value, &row->valid_before) ||
		       fail_line(r,
		                 "`valid-before` is no YYYYMMDD[HHMM[SS]][Z]");
	return fail_line(r, "an option is none that ssh-keygen has");
}

static bool
take_options(struct reading_signers *r, struct gp_str options,
             struct gp_allowed_signer *row)
{
	struct gp_str option;

	while (options.n > 0) {
		if (!take_word(&options, true, &option))
			return fail_line(r, "an option is empty, or quotation "
			                    "marks do not close");
		if (!take_option(r, option, row))
			return false;
	}
	return true;
}

/* ---- keys ---- */

/* How the names of all types begin (OpenSSH). */
static bool
is_key_type(struct gp_str s)
{
	return gp_str_starts(s, GP_STR("ssh-")) ||
	       gp_str_starts(s, GP_STR("ecdsa-")) ||
	       gp_str_starts(s, GP_STR("sk-"));
}

static bool
is_base64(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_alnum(s.p[i]) && s.p[i] != '+' && s.p[i] != '/' &&
		    s.p[i] != '=')
			return false;
	return s.n >= 16;
}

static bool
need_word(struct reading_signers *r, struct gp_str *rest, struct gp_str *word)
{
	return take_word(rest, false, word) ||
	       fail_line(r, word->n ? "quotation marks do not close"
	                            : "there is no key");
}

static bool
take_line(struct reading_signers *r, struct gp_str line,
          struct gp_allowed_signer *row)
{
	struct gp_str word;

	*row = (struct gp_allowed_signer){ .line = r->line };
	if (!need_word(r, &line, &word))
		return false;
	row->principals = gp_arena_str(r->arena, without_quotes(word));
	if (!need_word(r, &line, &word))
		return false;
	if (!is_key_type(word) &&
	    (!take_options(r, word, row) || !need_word(r, &line, &word)))
		return false;
	if (!is_key_type(word))
		return fail_line(r, "what should be a type of key is none");
	return (take_word(&line, false, &word) && is_base64(word)) ||
	       fail_line(r, "the key is not whole");
}

/* ---- the file ---- */

static size_t
count_lines(struct gp_str text)
{
	struct gp_str line;
	size_t n = 0;

	while (n <= MOST_LINES && gp_str_split(&text, '\n', &line))
		n++;
	return n;
}

bool
gp_allowed_signers_read(struct gp_arena *a, const char *path,
                        struct gp_str text, struct gp_allowed_signers *out,
                        struct gp_err *e)
{
	struct reading_signers r = { .arena = a, .path = path, .e = e };
	size_t most = count_lines(text);
	struct gp_str line;

	*out = (struct gp_allowed_signers){ .n = 0 };
	if (most > MOST_LINES)
		return gp_fail_at(e, GP_LIMIT, path, 0, 0,
		                  "has more than %d lines", MOST_LINES);
	out->rows = gp_arena_array(a, most + 1, sizeof *out->rows);
	while (out->rows && gp_str_split(&text, '\n', &line)) {
		r.line++;
		line = gp_str_trim(line);
		if (line.n > MOST_LINE_BYTES)
			return fail_line(&r, "the line is too long");
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (!take_line(&r, line, &out->rows[out->n++]))
			return false;
	}
	return gp_arena_ok(a, e);
}

bool
gp_allowed_signer_is_named(const struct gp_allowed_signers *s,
                           struct gp_str name)
{
	struct gp_str rest, one;
	size_t i;

	for (i = 0; i < s->n; i++) {
		rest = s->rows[i].principals;
		while (gp_str_split(&rest, ',', &one))
			if (gp_str_eq(one, name))
				return true;
	}
	return false;
}
