/* The signs of every page gathered, run by run, each run looked at once; and
   the pages told apart: those that can be set from signs, those that cairo
   has to paint.  How a sign is written in a file is not known here. */
#include "write/pdf/type/type_case.h"

#include "base/vec.h"

#include <string.h>

/* ---- signs ---- */

static void
make_key(char key[5], unsigned face, uint32_t glyph)
{
	key[0] = (char)face;
	memcpy(key + 1, &glyph, sizeof glyph);
}

static struct gp_case_sign *
add_sign(struct gp_case *c, const char key[5],
         const struct gp_specimen_sign *shown)
{
	struct gp_case_sign *sign = gp_arena_alloc(c->arena, sizeof *sign);
	struct gp_case_sign **row =
		GP_VEC_ADD(c->arena, c->signs, c->n_signs, c->cap_signs);

	if (!sign || !row)
		return NULL;
	sign->shown = *shown;
	memcpy(sign->key, key, sizeof sign->key);
	if (c->n_signs > 1)
		c->signs[c->n_signs - 2]->shown.next = &sign->shown;
	*row = sign;
	gp_map_put(&c->by_key, (struct gp_str){ sign->key, sizeof sign->key },
	           sign);
	return sign;
}

/* A glyph is in a font once, and read there as the first text that it stood
   for. */
static const struct gp_case_sign *
sign_for(struct gp_case *c, const struct gp_specimen_sign *shown)
{
	const struct gp_case_sign *sign;
	char key[5];

	make_key(key, shown->face, shown->glyph);
	sign = gp_map_find(&c->by_key, (struct gp_str){ key, sizeof key });
	return sign ? sign : add_sign(c, key, shown);
}

/* ---- runs ---- */

struct gp_str
gp_case_text(const struct gp_run *run, size_t i)
{
	size_t from = run->glyphs[i].at, to = run->text.n;

	if (run->backward && i > 0)
		to = run->glyphs[i - 1].at;
	if (!run->backward && i + 1 < run->n_glyphs)
		to = run->glyphs[i + 1].at;
	return gp_str_sub(run->text, from, to > from ? to : from);
}

/* The signs of a run; false when it has a glyph that is none: moved up or
   down, or one of several for a text. */
static bool
take_signs(struct gp_case *c, const struct gp_run *run, struct gp_case_run *r)
{
	size_t n = run->n_glyphs, i;

	for (i = 0; i < n; i++) {
		const struct gp_specimen_sign shown = {
			.text = gp_case_text(run, i),
			.glyph = run->glyphs[i].id,
			.face = run->face,
		};

		if (run->glyphs[i].dy != 0 || shown.text.n == 0)
			return false;
		r->signs[i] = sign_for(c, &shown);
		if (!r->signs[i])
			return false;
		if (!gp_str_eq(r->signs[i]->shown.text, shown.text))
			r->reread = true;
	}
	return n == 0 || run->glyphs[run->backward ? n - 1 : 0].at == 0;
}

static void
look_at_run(struct gp_case *c, const struct gp_run *run, struct gp_case_run *r)
{
	r->seen = true;
	r->signs = gp_arena_array(c->arena, run->n_glyphs, sizeof *r->signs);
	r->strange = !r->signs || !take_signs(c, run, r);
}

static bool
is_typed_run(struct gp_case *c, const struct gp_run *run)
{
	for (; run; run = run->more) {
		struct gp_case_run *r = &c->runs[run->number];

		if (run->n_glyphs == 0)
			continue;
		if (!r->seen)
			look_at_run(c, run, r);
		if (r->strange)
			return false;
	}
	return true;
}

/* ---- pages ---- */

static bool
is_typed_piece(struct gp_case *c, const struct gp_piece *piece)
{
	size_t end = piece->first + piece->count, i;

	if (piece->picture != GP_NONE)
		return false;
	for (i = piece->first; i < end; i++)
		if (!is_typed_run(c, c->layout->words[i].run))
			return false;
	return is_typed_run(c, c->spaces[piece->face]);
}

static bool
is_typed_page(struct gp_case *c, const struct gp_page *page)
{
	size_t end = page->first_piece + page->n_pieces, i;

	for (i = page->first_piece; i < end; i++)
		if (!is_typed_piece(c, &c->layout->pieces[i]))
			return false;
	return true;
}

/* The space of each face that is used: shaped, if it was not, before runs are
   counted. */
static void
find_spaces(struct gp_case *c)
{
	const struct gp_layout *l = c->layout;
	size_t i;

	for (i = 0; i < l->n_pieces; i++) {
		const struct gp_piece *piece = &l->pieces[i];

		if (piece->picture == GP_NONE && !c->spaces[piece->face])
			c->spaces[piece->face] = gp_measure_run(
				l->measure, piece->face, GP_STR(" "));
	}
}

void
gp_case_fill(struct gp_case *c, struct gp_layout *l)
{
	size_t i;

	*c = (struct gp_case){ .arena = l->arena, .layout = l };
	c->by_key.arena = l->arena;
	find_spaces(c);
	c->runs = gp_arena_array(l->arena, (size_t)l->measure->n_runs + 1,
	                         sizeof *c->runs);
	c->painted = gp_arena_array(l->arena, l->n_pages, sizeof *c->painted);
	if (!c->runs || !c->painted)
		return;
	for (i = 0; i < l->n_pages; i++)
		c->painted[i] = !is_typed_page(c, &l->pages[i]);
	c->specimen.painted = c->painted;
	c->specimen.first = c->n_signs ? &c->signs[0]->shown : NULL;
}
