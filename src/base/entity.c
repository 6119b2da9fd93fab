/* The names of the table as rows that carry their text, found by halving;
   what the bytes mean that stand behind an ampersand, the longest name first
   where a semicolon may be missing.  A number becomes what windows-1252
   means by it where the standard says so.  What is no reference is not
   touched. */
#include "base/entity.h"

#include "base/hex.h"
#include "base/utf8.h"

#include <string.h>

enum {
	LONGEST_NAME = 31, /* CounterClockwiseContourIntegral */
	LONGEST_BARE = 6,  /* of those that need no semicolon */
	REPLACEMENT = 0xFFFD,
};

/* Each row: a name and its NUL, whether it may stand bare, its text. */
#define GP_NAMED(name, text) name "\0;" text,
#define GP_BARE(name, text) name "\0+" text,
static const char *const rows[] = {
#include "base/entity.inc"
};
#undef GP_NAMED
#undef GP_BARE

enum { ROWS = sizeof rows / sizeof *rows };

/* Windows-1252 where a number means it: 13.2.5.80.  0: the number itself. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
	0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* ---- names ---- */

static int
compare_name(struct gp_str name, const char *row)
{
	int order = strncmp(name.p, row, name.n);

	return order ? order : -(row[name.n] != '\0');
}

static const char *
find_entity_row(struct gp_str name)
{
	size_t from = 0, to = ROWS, middle;
	int order;

	if (name.n == 0 || name.n > LONGEST_NAME || memchr(name.p, 0, name.n))
		return NULL;
	while (from < to) {
		middle = from + (to - from) / 2;
		order = compare_name(name, rows[middle]);
		if (order == 0)
			return rows[middle];
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return NULL;
}

static const char *
text_of(const char *row)
{
	return row + strlen(row) + 2;
}

static bool
is_bare(const char *row)
{
	return row[strlen(row) + 1] == '+';
}

struct gp_str
gp_ref_named(struct gp_str name)
{
	const char *row = find_entity_row(name);

	return gp_str(row ? text_of(row) : NULL);
}

static bool
is_name_char(char c)
{
	return gp_is_alnum(c);
}

/* The longest start of `run` that needs no semicolon. */
static const char *
find_bare(struct gp_str run, size_t *n)
{
	const char *row;

	for (*n = run.n < LONGEST_BARE ? run.n : LONGEST_BARE; *n > 1; --*n) {
		row = find_entity_row(gp_str_sub(run, 0, *n));
		if (row && is_bare(row))
			return row;
	}
	return NULL;
}

static bool
take_named(struct gp_str s, bool in_attribute, struct gp_ref *out)
{
	size_t end = 1, n;
	const char *row = NULL;

	while (end < s.n && end <= LONGEST_NAME && is_name_char(s.p[end]))
		end++;
	n = end - 1;
	if (end < s.n && s.p[end] == ';')
		row = find_entity_row(gp_str_sub(s, 1, end));
	out->size = end + 1;
	if (!row) {
		row = find_bare(gp_str_sub(s, 1, end), &n);
		out->size = n + 1;
		if (in_attribute && n + 1 < s.n &&
		    (s.p[n + 1] == '=' || is_name_char(s.p[n + 1])))
			return false;
	}
	if (!row)
		return false;
	out->n = strlen(text_of(row));
	memcpy(out->text, text_of(row), out->n + 1);
	return true;
}

/* ---- numbers ---- */

/* 16 and more for what is no digit. */
static unsigned
digit_value(char c)
{
	return (unsigned)gp_hex_value(c);
}

static uint32_t
meant_by(uint32_t code)
{
	if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		return REPLACEMENT;
	if (code >= 0x80 && code < 0xA0 && windows_1252[code - 0x80])
		return windows_1252[code - 0x80];
	return code;
}

static bool
take_number(struct gp_str s, struct gp_ref *out)
{
	bool hex = s.n > 2 && gp_to_lower(s.p[2]) == 'x';
	unsigned base = hex ? 16 : 10;
	size_t i = hex ? 3 : 2, from = i;
	uint32_t code = 0;

	for (; i < s.n && digit_value(s.p[i]) < base; i++)
		if (code <= 0x10FFFF)
			code = code * base + digit_value(s.p[i]);
	if (i == from)
		return false;
	out->size = i + (i < s.n && s.p[i] == ';');
	out->n = gp_utf8_put(out->text, meant_by(code));
	out->text[out->n] = '\0';
	return true;
}

bool
gp_ref_at(struct gp_str s, size_t at, bool in_attribute, struct gp_ref *out)
{
	s = gp_str_sub(s, at, s.n);
	if (s.n > 1 && s.p[1] == '#')
		return take_number(s, out);
	return s.n > 1 && gp_is_alpha(s.p[1]) &&
	       take_named(s, in_attribute, out);
}

/* ---- the other way ---- */

void
gp_ref_escape(struct gp_str plain, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < plain.n; i++) {
		if (plain.p[i] == '<')
			gp_buf_puts(out, "&lt;");
		else if (plain.p[i] == '&')
			gp_buf_puts(out, "&amp;");
		else
			gp_buf_putc(out, plain.p[i]);
	}
}
