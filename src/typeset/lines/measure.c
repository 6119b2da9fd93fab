/* Text to glyphs by HarfBuzz; short pieces are kept by face and text.  Where
   a face lacks a letter another is asked, and where all do a box stands for
   it, which is still read as the letter.  Heights of stacked marks are held
   down.  It shapes what it is given and knows neither lines nor languages. */
#include "typeset/lines/measure.h"

#include "base/utf8.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>

enum {
	MOST_MARKS = 64, /* on one letter; UAX 15 thinks of 30 */
	KEY_TEXT = 128,  /* longer pieces are shaped anew each time */
	TURNED = 0x40,   /* in a key: from right to left */
	/* Hundredths of an em that a mark is moved up or down at most: two
	   accents on a capital are less, a tower of them stays in its line. */
	MOST_RISE = 60,
	MOST_FALL = 40,
};

static const struct gp_run empty_run = { .text = { "", 0 }, .units = 1000 };

bool
gp_measure_open(struct gp_measure *m, struct gp_arena *arena,
                struct gp_faces *faces, struct gp_err *e)
{
	*m = (struct gp_measure){ .arena = arena, .faces = faces };
	m->runs.arena = arena;
	m->language = hb_language_from_string("en", 2);
	m->buffer = hb_buffer_create();
	if (!hb_buffer_allocation_successful(m->buffer))
		return gp_fail(e, GP_NOMEM, "out of memory");
	hb_buffer_set_cluster_level(m->buffer,
	                            HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	return true;
}

void
gp_measure_close(struct gp_measure *m)
{
	hb_buffer_destroy(m->buffer);
	m->buffer = NULL;
}

/* ---- one run of one face ---- */

/* Named, or HarfBuzz asks the environment (HB_SHAPER_LIST). */
static const char *const shapers[] = { "ot", "fallback", NULL };

static void
shape(struct gp_measure *m, const struct gp_face *face, struct gp_str text)
{
	hb_buffer_clear_contents(m->buffer);
	if (m->turned)
		hb_buffer_set_direction(m->buffer, HB_DIRECTION_RTL);
	hb_buffer_set_language(m->buffer, m->language);
	hb_buffer_add_utf8(m->buffer, text.p, (int)text.n, 0, (int)text.n);
	hb_buffer_guess_segment_properties(m->buffer);
	(void)hb_shape_full(face->font, m->buffer, NULL, 0, shapers);
}

/* Marks higher than the next line's letters are drawn over each other. */
static bool
hold_down(struct gp_glyph *glyph, int32_t units)
{
	int32_t most = units * MOST_RISE / 100,
		least = -units * MOST_FALL / 100;

	if (glyph->advance != 0 || (glyph->dy <= most && glyph->dy >= least))
		return false;
	glyph->dy = glyph->dy > most ? most : least;
	return true;
}

static struct gp_run *
take_run(struct gp_measure *m, unsigned number, const struct gp_face *face,
         struct gp_str text)
{
	unsigned n = 0, i;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(m->buffer, &n);
	const hb_glyph_position_t *pos =
		hb_buffer_get_glyph_positions(m->buffer, NULL);
	struct gp_run *run = gp_arena_alloc(m->arena, sizeof *run);
	struct gp_glyph *glyphs =
		gp_arena_array(m->arena, n ? n : 1, sizeof *glyphs);

	if (!run || !glyphs || !hb_buffer_allocation_successful(m->buffer))
		return NULL;
	*run = (struct gp_run){ .text = text, .face = number };
	run->number = ++m->n_runs;
	run->bytes = text.n;
	run->units = face->units;
	run->backward =
		HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(m->buffer));
	run->glyphs = glyphs;
	run->n_glyphs = n;
	for (i = 0; i < n; i++) {
		glyphs[i] = (struct gp_glyph){
			.id = info[i].codepoint,
			.advance = pos[i].x_advance,
			.dx = pos[i].x_offset,
			.dy = pos[i].y_offset,
			.at = info[i].cluster,
		};
		run->stacked |= hold_down(&glyphs[i], run->units);
		run->width += pos[i].x_advance;
	}
	return run;
}

static bool
is_complete(const struct gp_run *run)
{
	size_t i;

	for (i = 0; i < run->n_glyphs; i++)
		if (run->glyphs[i].id == 0)
			return false;
	return true;
}

/* ---- text that needs more than one face ---- */

/* What a face may lack without a trace: it is never drawn. */
static bool
is_unseen(uint32_t c)
{
	return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD ||
	       (c >= 0xFE00 && c <= 0xFE0F);
}

/* The first code point of `cluster` that the face lacks; 0: none. */
static uint32_t
lacks(const struct gp_face *face, struct gp_str cluster)
{
	size_t i = 0;

	while (i < cluster.n) {
		uint32_t c = gp_utf8_next(cluster, &i);

		if (!is_unseen(c) && !gp_face_has(face, c))
			return c;
	}
	return 0;
}

static bool
serves(struct gp_measure *m, unsigned number, struct gp_str cluster)
{
	const struct gp_face *face = gp_faces_find(m->faces, number);

	return face && !lacks(face, cluster);
}

/* One that only lends; a bold one before the same that is not. */
static unsigned
lender_for(struct gp_measure *m, bool bold, struct gp_str cluster)
{
	unsigned i;

	for (i = 0; i < GP_MAX_FALLBACKS; i++) {
		if (bold && serves(m, GP_FACE_BOLD + i, cluster))
			return GP_FACE_BOLD + i;
		if (serves(m, GP_FACE_OWN + i, cluster))
			return GP_FACE_OWN + i;
	}
	return GP_FACE_COUNT;
}

/* The face that has all of `cluster`: its own, else the same variant of the
   other families, else their regular face, else one that only lends;
   GP_FACE_COUNT: none has. */
static unsigned
face_for(struct gp_measure *m, unsigned own, struct gp_str cluster)
{
	unsigned variant = own % GP_VARIANT_COUNT, family, i;

	if (serves(m, own, cluster))
		return own;
	for (i = 0; own < GP_FACE_OWN && i < 2 * GP_FAMILY_COUNT; i++) {
		family = i % GP_FAMILY_COUNT * GP_VARIANT_COUNT;
		if (i < GP_FAMILY_COUNT)
			family += variant;
		if (serves(m, family, cluster))
			return family;
	}
	return lender_for(m, gp_face_is_bold(own), cluster);
}

/* A code point that means nothing without an agreement; PDF/A forbids it to
   stand for itself. */
static bool
is_private(uint32_t c)
{
	return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

/* A box in place of `cluster`, which it is still read as. */
static struct gp_run *
box(struct gp_measure *m, unsigned own, struct gp_str cluster)
{
	static const char *const shapes[] = { "\xE2\x96\xA1", "\xEF\xBF\xBD",
		                              "?" };
	size_t count = sizeof shapes / sizeof *shapes, i;
	const struct gp_face *face = gp_faces_find(m->faces, own);
	unsigned number = GP_FACE_COUNT;
	struct gp_run *run;
	uint32_t missing;

	if (!face)
		return NULL;
	missing = lacks(face, cluster);
	for (i = 0; i < count && number == GP_FACE_COUNT; i++)
		number = face_for(m, own, gp_str(shapes[i]));
	if (number == GP_FACE_COUNT)
		number = own;
	face = gp_faces_find(m->faces, number);
	if (!face)
		return NULL;
	shape(m, face, gp_str(shapes[i - 1]));
	run = take_run(m, number, face,
	               is_private(missing) ? GP_STR("\xEF\xBF\xBD") : cluster);
	if (!run)
		return NULL;
	run->bytes = cluster.n;
	run->missing = missing;
	return run;
}

static struct gp_run *
part_run(struct gp_measure *m, unsigned own, unsigned number,
         struct gp_str part)
{
	const struct gp_face *face;
	struct gp_run *run;

	if (number == GP_FACE_COUNT)
		return box(m, own, part);
	face = gp_faces_find(m->faces, number);
	if (!face)
		return NULL;
	shape(m, face, part);
	run = take_run(m, number, face, part);
	if (run && !is_complete(run))
		run->missing = gp_utf8_next(part, &(size_t){ 0 });
	return run;
}

static size_t
cluster_end(struct gp_str text, size_t from)
{
	const uint8_t *s = (const uint8_t *)text.p;
	const uint8_t *next = u8_grapheme_next(s + from, s + text.n);

	return next ? (size_t)(next - s) : text.n;
}

/* The end of the part from `from` that one face can draw, a single cluster
   where none can: each box stands for one. */
static size_t
part_end(struct gp_measure *m, unsigned own, struct gp_str text, size_t from,
         unsigned *number)
{
	size_t to = cluster_end(text, from), end;

	*number = face_for(m, own, gp_str_sub(text, from, to));
	while (*number < GP_FACE_COUNT && to < text.n) {
		end = cluster_end(text, to);
		if (face_for(m, own, gp_str_sub(text, to, end)) != *number)
			break;
		to = end;
	}
	return to;
}

static struct gp_run *
mixed(struct gp_measure *m, unsigned own, struct gp_str text)
{
	struct gp_run *first = NULL, *last = NULL;
	size_t from = 0, to;
	unsigned number;

	while (from < text.n) {
		struct gp_run *run;

		to = part_end(m, own, text, from, &number);
		run = part_run(m, own, number, gp_str_sub(text, from, to));
		if (!run)
			break;
		if (last)
			last->more = run;
		else
			first = run;
		last = run;
		from = to;
	}
	return first;
}

/* ---- the store ---- */

static struct gp_run *
shaped_together(struct gp_measure *m, unsigned number, struct gp_str text)
{
	const struct gp_face *face = gp_faces_find(m->faces, number);
	struct gp_run *run;

	if (!face || text.n == 0)
		return NULL;
	shape(m, face, text);
	run = take_run(m, number, face, text);
	if (!run || is_complete(run))
		return run;
	return mixed(m, number, text);
}

/* Up to where no more than MOST_MARKS marks stand on one letter. */
static size_t
marks_end(struct gp_str text, size_t from)
{
	size_t i = from, marks = 0, at;

	while (i < text.n) {
		at = i;
		marks = uc_combining_class(gp_utf8_next(text, &i)) ? marks + 1
		                                                   : 0;
		if (marks > MOST_MARKS)
			return at;
	}
	return text.n;
}

/* Marks beyond any script's stand apart, as each looks for its letter through
   all that are before it. */
static struct gp_run *
shaped(struct gp_measure *m, unsigned number, struct gp_str text)
{
	size_t from = 0, to;
	struct gp_run *first = NULL, **last = &first;

	if (text.n <= MOST_MARKS)
		return shaped_together(m, number, text);
	for (; from < text.n; from = to) {
		to = marks_end(text, from);
		*last = shaped_together(m, number, gp_str_sub(text, from, to));
		if (!*last)
			break;
		while (*last)
			last = &(*last)->more;
	}
	return first;
}

const struct gp_run *
gp_measure_run(struct gp_measure *m, unsigned face, struct gp_str text)
{
	char room[KEY_TEXT + 1];
	struct gp_str key = { room, text.n + 1 };
	struct gp_run *run;

	if (text.n == 0)
		return &empty_run;
	if (text.n > KEY_TEXT) {
		run = shaped(m, face, text);
		return run ? run : &empty_run;
	}
	room[0] = (char)(m->turned ? face | TURNED : face);
	memcpy(room + 1, text.p, text.n);
	run = gp_map_find(&m->runs, key);
	if (run)
		return run;
	key = gp_arena_str(m->arena, key);
	if (key.n == 0)
		return &empty_run;
	run = shaped(m, face, gp_str_sub(key, 1, key.n));
	if (!run)
		return &empty_run;
	gp_map_put(&m->runs, key, run);
	return run;
}

const struct gp_run *
gp_measure_turned(struct gp_measure *m, unsigned face, struct gp_str text)
{
	const struct gp_run *run;

	m->turned = true;
	run = gp_measure_run(m, face, text);
	m->turned = false;
	return run;
}

const struct gp_run *
gp_measure_hyphen(struct gp_measure *m, unsigned face)
{
	const struct gp_face *row = gp_faces_find(m->faces, face);
	struct gp_glyph *glyph;
	struct gp_run *run;

	if (!row || row->hyphen == 0)
		return NULL;
	if (m->hyphens[face])
		return m->hyphens[face];
	run = gp_arena_alloc(m->arena, sizeof *run);
	glyph = gp_arena_alloc(m->arena, sizeof *glyph);
	if (!run || !glyph)
		return NULL;
	glyph->id = row->hyphen;
	glyph->advance = hb_font_get_glyph_h_advance(row->font, row->hyphen);
	*run = (struct gp_run){ .text = GP_STR("\xC2\xAD"), .face = face };
	run->number = ++m->n_runs;
	run->units = row->units;
	run->width = glyph->advance;
	run->n_glyphs = 1;
	run->glyphs = glyph;
	m->hyphens[face] = run;
	return run;
}

gp_len
gp_run_width(const struct gp_run *run, gp_len size)
{
	int64_t width = 0;

	for (; run; run = run->more)
		width += (int64_t)run->width * size / run->units;
	return width > INT32_MAX ? INT32_MAX : (gp_len)width;
}
