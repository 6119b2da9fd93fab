/* A file of small pages read: see samples.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "samples.h"

#include "base/file.h"
#include "base/limits.h"

static struct gp_str
unescaped(struct gp_arena *a, struct gp_str s)
{
	static const char from[] = "nr0tf", to[] = "\n\r\0\t\f";
	struct gp_buf out = { .max = 0 };
	const char *at;
	size_t i;

	for (i = 0; i < s.n; i++) {
		at = s.p[i] == '\\' && i + 1 < s.n ? strchr(from, s.p[i + 1])
		                                   : NULL;
		if (at && *at)
			i++;
		gp_buf_putc(&out, at && *at ? to[at - from] : s.p[i]);
	}
	return gp_arena_buf(a, &out);
}

/* The next case; `rest` moves past it. */
static bool
next_case(struct gp_arena *a, struct gp_str *rest, unsigned *line,
          struct sample *c)
{
	struct gp_str row = GP_STR("");
	const char *from;

	do {
		++*line;
		if (!gp_str_split(rest, '\n', &row))
			return false;
	} while (!gp_str_starts(row, GP_STR(">")));
	c->line = *line;
	c->is_cut = gp_str_starts(row, GP_STR(">! "));
	c->source = unescaped(a, gp_str_sub(row, c->is_cut ? 3 : 2, row.n));
	from = rest->p;
	while (gp_str_split(rest, '\n', &row) && row.n)
		++*line;
	++*line;
	c->tree = (struct gp_str){ from, (size_t)(row.p - from) };
	return true;
}

void
samples_each(void (*check)(struct gp_arena *, const struct sample *))
{
	struct gp_err e = { 0 };
	struct gp_bytes file = { NULL, 0 };
	struct gp_arena *a = gp_arena_new(64 * GP_MIB);
	struct gp_str rest;
	struct sample c;
	unsigned line = 0, n = 0;

	assert_true(gp_read(SAMPLES, GP_MIB, &file, &e));
	rest = (struct gp_str){ (char *)file.data, file.size };
	for (; next_case(a, &rest, &line, &c); n++)
		check(a, &c);
	assert_true(n >= 600);
	gp_arena_free(a);
	gp_bytes_free(&file);
}
