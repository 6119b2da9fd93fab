/* Messages made safe to show: cut between characters, never inside one, and
   without what a terminal would obey.  The exit status of a
   code and its name stand in errors.def.  Knows no file formats and prints
   nothing. */
#include "base/err.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

struct code_row {
	int status;
	const char *name;
};

static const struct code_row codes[] = {
#define GP_ERROR(code, status, name) [code] = { (status), (name) },
#include "base/errors.def"
#undef GP_ERROR
};

/* The length without a character that was cut at the end of `s`. */
static size_t
whole_length(struct gp_str s)
{
	size_t at = s.n, i;

	while (at > 0 && s.n - at < 3 &&
	       ((unsigned char)s.p[at - 1] & 0xC0) == 0x80)
		at--;
	if (at == 0)
		return s.n;
	i = --at;
	return gp_utf8_next(s, &i) != GP_UTF8_BAD && i == s.n ? s.n : at;
}

static void
clean(char *s)
{
	struct gp_str all = gp_str(s);
	size_t i = 0, at;
	uint32_t c;

	while (i < all.n) {
		at = i;
		c = gp_utf8_next(all, &i);
		if (gp_is_space(s[at]))
			s[at] = ' ';
		else if (c == GP_UTF8_BAD || gp_utf8_unseen(c))
			memset(s + at, '?', i - at);
	}
}

void
gp_vformat(char *out, size_t size, const char *fmt, va_list args)
{
	int n = vsnprintf(out, size, fmt, args);

	if (n < 0)
		out[0] = '\0';
	else if ((size_t)n >= size)
		out[whole_length((struct gp_str){ out, size - 1 })] = '\0';
	clean(out);
}

void
gp_format(char *out, size_t size, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	gp_vformat(out, size, fmt, args);
	va_end(args);
}

/* A name too long is cut at its end: its start says more. */
static void
set_file(struct gp_err *e, const char *file)
{
	gp_format(e->file, sizeof e->file, "%s", file ? file : "");
}

bool
gp_fail(struct gp_err *e, enum gp_code code, const char *fmt, ...)
{
	va_list args;

	if (e->code != GP_OK)
		return false;
	e->code = code;
	va_start(args, fmt);
	gp_vformat(e->msg, sizeof e->msg, fmt, args);
	va_end(args);
	return false;
}

bool
gp_fail_at(struct gp_err *e, enum gp_code code, const char *file, unsigned line,
           unsigned column, const char *fmt, ...)
{
	va_list args;

	if (e->code != GP_OK)
		return false;
	e->code = code;
	e->line = line;
	e->column = column;
	set_file(e, file);
	va_start(args, fmt);
	gp_vformat(e->msg, sizeof e->msg, fmt, args);
	va_end(args);
	return false;
}

bool
gp_fail_in(struct gp_err *e, const char *file)
{
	if (e->code != GP_OK && e->file[0] == '\0')
		set_file(e, file);
	return false;
}

int
gp_exit_status(enum gp_code code)
{
	return codes[code].status;
}

const char *
gp_code_name(enum gp_code code)
{
	return codes[code].name;
}
