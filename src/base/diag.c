/* A growing list of findings, their texts in an arena of their own that has
   room for as many as the limit allows.  Names and texts are cleaned as
   messages of errors are.  It does not know who reads them: no order, no
   colour, no judgement but the level that it was given. */
#include "base/diag.h"

#include "base/arena.h"
#include "base/file_name.h"
#include "base/limits.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 1024 };

struct gp_diag {
	struct gp_arena *arena;
	struct gp_finding *rows;
	size_t count, cap;
	bool full;
};

static const struct gp_finding more_left_out = {
	.level = GP_WARNING,
	.file = "",
	.place = "",
	.code = "findings-cut",
	.text = "there are more findings; mend these first and run again",
};

struct gp_diag *
gp_diag_new(void)
{
	struct gp_diag *d = calloc(1, sizeof *d);

	if (!d)
		return NULL;
	d->arena = gp_arena_new(GP_MAX_FINDINGS * TEXT_SIZE);
	if (d->arena)
		return d;
	free(d);
	return NULL;
}

void
gp_diag_free(struct gp_diag *d)
{
	if (!d)
		return;
	gp_arena_free(d->arena);
	free(d->rows);
	free(d);
}

static const char *
kept(struct gp_diag *d, const char *name)
{
	return name && *name ? gp_name_shown(d->arena, gp_str(name)).p : "";
}

/* A finding whose text is clean already. */
static void
keep(struct gp_diag *d, const struct gp_finding *f)
{
	struct gp_err ignored = { 0 };

	if (!d || d->full)
		return;
	if (d->count == GP_MAX_FINDINGS ||
	    !GP_VEC_FIT(NULL, d->rows, d->count + 1, d->cap)) {
		d->full = true;
		return;
	}
	d->rows[d->count] = (struct gp_finding){
		.level = f->level,
		.line = f->line,
		.file = kept(d, f->file),
		.place = kept(d, f->place),
		.code = f->code,
		.text = gp_arena_cstr(d->arena, f->text).p,
	};
	if (gp_arena_ok(d->arena, &ignored))
		d->count++;
	else
		d->full = true;
}

void
gp_diag_vadd(struct gp_diag *d, enum gp_level level, const char *code,
             const char *file, const char *place, unsigned line,
             const char *fmt, va_list args)
{
	char text[TEXT_SIZE];
	struct gp_finding f = { .level = level,
		                .line = line,
		                .file = file,
		                .place = place,
		                .code = code,
		                .text = text };

	if (!d || d->full)
		return;
	gp_vformat(text, sizeof text, fmt, args);
	keep(d, &f);
}

void
gp_diag_add(struct gp_diag *d, enum gp_level level, const char *code,
            const char *file, unsigned line, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	gp_diag_vadd(d, level, code, file, NULL, line, fmt, args);
	va_end(args);
}

size_t
gp_diag_count(const struct gp_diag *d, enum gp_level level)
{
	size_t i, count = d->full;

	for (i = 0; i < d->count; i++)
		count += d->rows[i].level >= level;
	return count;
}

size_t
gp_diag_count_code(const struct gp_diag *d, const char *code)
{
	size_t i, count = 0;

	for (i = 0; d && i < d->count; i++)
		count += strcmp(d->rows[i].code, code) == 0;
	return count;
}

void
gp_diag_take_out(struct gp_diag *d, const char *code)
{
	size_t i, stay = 0;

	for (i = 0; d && i < d->count; i++)
		if (strcmp(d->rows[i].code, code) != 0)
			d->rows[stay++] = d->rows[i];
	if (d)
		d->count = stay;
}

void
gp_diag_append(struct gp_diag *to, const struct gp_diag *from)
{
	const struct gp_finding *f;
	size_t i;

	for (i = 0; (f = gp_diag_at(from, i)) != NULL; i++)
		keep(to, f);
}

const struct gp_finding *
gp_diag_at(const struct gp_diag *d, size_t i)
{
	if (i < d->count)
		return &d->rows[i];
	return i == d->count && d->full ? &more_left_out : NULL;
}
