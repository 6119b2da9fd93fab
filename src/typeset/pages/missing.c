/* What cannot be drawn as it stands in a source, characters that no face has
   and towers of marks: kept for each source while its lines are set, and
   reported together, so that a page of them is one finding.  Knows no face and
   no place. */
#include "typeset/pages/missing.h"

#include <string.h>

enum { MOST_NAMED = 24 }; /* characters that a finding names */

struct named {
	uint32_t code_point;
	unsigned line;
};

struct gp_missing {
	const char *file;
	struct gp_missing *next;
	struct gp_map seen; /* by code point */
	struct named named[MOST_NAMED];
	size_t count;                  /* of different ones, named or not */
	const struct gp_para *stacked; /* the first with a tower of marks */
};

static struct gp_missing *
find_source(struct gp_layout *l, const char *file)
{
	struct gp_str key = gp_str(file);
	struct gp_missing *m = gp_map_find(&l->missing_in, key);

	if (m)
		return m;
	m = gp_arena_alloc(l->arena, sizeof *m);
	if (!m)
		return NULL;
	m->file = file;
	m->seen.arena = l->arena;
	if (l->last_missing)
		l->last_missing->next = m;
	else
		l->first_missing = m;
	l->last_missing = m;
	l->missing_in.arena = l->arena;
	gp_map_put(&l->missing_in, key, m);
	return m;
}

static void
add_named(struct gp_layout *l, struct gp_missing *m, struct gp_str key,
          const struct named *named)
{
	key = gp_arena_str(l->arena, key);
	if (key.n == 0)
		return;
	gp_map_put(&m->seen, key, m);
	if (m->count < MOST_NAMED)
		m->named[m->count] = *named;
	m->count++;
}

void
gp_missing_note(struct gp_layout *l, const struct gp_para *p,
                uint32_t code_point)
{
	struct gp_missing *m = find_source(l, p->file);
	char bytes[sizeof code_point];
	struct gp_str key = { bytes, sizeof bytes };

	if (!m)
		return;
	memcpy(bytes, &code_point, sizeof bytes);
	if (!gp_map_find(&m->seen, key))
		add_named(l, m, key, &(struct named){ code_point, p->line });
}

void
gp_missing_stack(struct gp_layout *l, const struct gp_para *p)
{
	struct gp_missing *m = find_source(l, p->file);

	if (m && !m->stacked)
		m->stacked = p;
}

/* "U+6F22, U+5B57 (line 3), U+1F600 (line 9) and 12 more" */
static void
put_names(struct gp_buf *out, const struct gp_missing *m)
{
	size_t named = m->count < MOST_NAMED ? m->count : MOST_NAMED, i;

	for (i = 0; i < named; i++) {
		unsigned line = m->named[i].line;

		gp_buf_printf(out, "%sU+%04X", i ? ", " : "",
		              (unsigned)m->named[i].code_point);
		if (line && (i + 1 == named || m->named[i + 1].line != line))
			gp_buf_printf(out, " (line %u)", line);
	}
	if (m->count > named)
		gp_buf_printf(out, " and %zu more", m->count - named);
}

static void
report_missing(struct gp_layout *l, const struct gp_missing *m)
{
	struct gp_buf out = { .max = 0 };
	struct gp_str names;
	unsigned line = 0;
	size_t i;

	if (m->stacked)
		gp_diag_add(l->diag, GP_WARNING, "stacked-marks", m->file,
		            m->stacked->line,
		            "more marks stand on a letter than its line has "
		            "room for; they are drawn over each other");
	if (m->count == 0)
		return;
	for (i = 0; i < m->count && i < MOST_NAMED && !line; i++)
		line = m->named[i].line;
	put_names(&out, m);
	names = gp_arena_buf(l->arena, &out);
	gp_diag_add(l->diag, GP_WARNING, "missing-glyph", m->file, line,
	            "no font has a glyph for %.*s; a box is drawn in place of "
	            "each",
	            GP_ARG(names));
}

void
gp_missing_report(struct gp_layout *l)
{
	const struct gp_missing *m;

	for (m = l->first_missing; m; m = m->next)
		report_missing(l, m);
}
