/* A map of pieces.  Whose link a piece stands on is told by others; here it is
   only held against what titles, numbers and words look like. */
#include "import/personal/link_marks.h"

#include "base/limits.h"
#include "base/text/uri.h"
#include "import/personal/link_value.h"
#include "import/personal/link_words.h"

enum {
	LEAST_SHARED = 3, /* links that share a piece, of all a half */
	LEAST_PART = 6,   /* of a piece, between signs */
};

/* A piece that is known. */
struct link_mark {
	bool of_reader;
};

static void
remember(struct gp_link_marks *m, struct gp_str piece, bool of_reader)
{
	struct link_mark *mark = gp_map_find(&m->known, piece);

	if (!mark) {
		mark = gp_arena_alloc(m->arena, sizeof *mark);
		piece = gp_arena_str(m->arena, piece);
		if (!mark || piece.n == 0)
			return;
		m->known.arena = m->arena;
		gp_map_put(&m->known, piece, mark);
		m->count++;
	}
	mark->of_reader |= of_reader;
}

/* ---- parts of a piece ---- */

static bool
parts_piece(char c)
{
	return !gp_is_alnum(c) && (unsigned char)c < 0x80;
}

/* The next run of letters and digits in `s`, from *i on. */
static bool
next_part(struct gp_str s, size_t *i, struct gp_str *part)
{
	size_t from;

	while (*i < s.n && parts_piece(s.p[*i]))
		++*i;
	from = *i;
	while (*i < s.n && !parts_piece(s.p[*i]))
		++*i;
	*part = gp_str_sub(s, from, *i);
	return part->n > 0;
}

/* "r-l-tjdkhijd-ykwtlyiiu-r": letters alone among the parts tell that none of
   them is a word. */
static bool
is_coded(struct gp_str piece)
{
	struct gp_str part;
	size_t i = 0, single = 0;

	while (next_part(piece, &i, &part))
		single += part.n == 1;
	return single >= 2 && !gp_is_slug(piece);
}

/* Parts of a piece that are met in one letter only. */
struct odd_parts {
	struct gp_str piece;
	size_t i;
	bool is_slug, is_coded;
};

static struct odd_parts
odd_parts(struct gp_str piece)
{
	return (struct odd_parts){ .piece = piece,
		                   .is_slug = gp_is_slug(piece),
		                   .is_coded = is_coded(piece) };
}

static bool
next_odd_part(struct odd_parts *o, struct gp_str *part)
{
	while (next_part(o->piece, &o->i, part))
		if (part->n >= LEAST_PART &&
		    ((!o->is_slug && gp_is_rare(*part)) ||
		     (o->is_coded && !gp_str_has_digit(*part))))
			return true;
	return false;
}

/* ---- of one reader ---- */

static void
remember_piece(struct gp_link_marks *m, struct gp_str piece)
{
	struct gp_str part;
	size_t i = 0;

	if (!gp_is_mark(piece))
		return;
	remember(m, piece, true);
	while (next_part(piece, &i, &part))
		if (part.n >= LEAST_PART && gp_is_rare(part))
			remember(m, part, true);
}

void
gp_link_marks_add(struct gp_link_marks *m, struct gp_str url)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;

	while (gp_link_next(&pieces, &v))
		if (!gp_uri_is_tracking(v.name))
			remember_piece(m, v.text);
}

/* ---- of the letter ---- */

struct shared_piece {
	size_t count, last;
};

static void
count_part(struct gp_link_marks *m, struct gp_map *seen, struct gp_str part,
           size_t link)
{
	struct shared_piece *s = gp_map_find(seen, part);

	if (s && s->last == link)
		return;
	if (!s) {
		s = gp_arena_alloc(m->arena, sizeof *s);
		gp_map_put(seen, part, s);
	}
	if (s)
		*s = (struct shared_piece){ s->count + 1, link };
}

static void
count_parts(struct gp_link_marks *m, struct gp_map *seen, struct gp_str url,
            size_t link)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;
	struct gp_str part;

	while (gp_link_next(&pieces, &v)) {
		struct odd_parts odd = odd_parts(v.text);

		while (next_odd_part(&odd, &part))
			count_part(m, seen, part, link);
	}
}

static void
remember_shared(struct gp_link_marks *m, const struct gp_map *seen,
                struct gp_str url, size_t least)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	const struct shared_piece *s;
	struct gp_link_value v;
	struct gp_str part;
	size_t i;

	while (gp_link_next(&pieces, &v))
		for (i = 0; next_part(v.text, &i, &part);) {
			s = gp_map_find(seen, part);
			if (s && s->count >= least)
				remember(m, part, false);
		}
}

void
gp_link_marks_share(struct gp_link_marks *m, const struct gp_found_links *all)
{
	struct gp_map seen = { .arena = m->arena };
	size_t k, links = 0, least;

	for (k = 0; k < all->count; k++) {
		if (!all->rows[k].is_link)
			continue;
		links++;
		count_parts(m, &seen, all->rows[k].address, k);
	}
	least = links / 2 > LEAST_SHARED ? links / 2 : LEAST_SHARED;
	for (k = 0; k < all->count; k++)
		remember_shared(m, &seen, all->rows[k].address, least);
}

/* ---- what is known ---- */

/* The piece as a mark, or a part of it once its escapes are undone; NULL when
   none is known. */
static const struct link_mark *
find_mark(const struct gp_link_marks *m, struct gp_str piece)
{
	struct gp_buf plain = { .max = GP_MAX_SOURCE_BYTES };
	const struct link_mark *mark = gp_map_find(&m->known, piece);
	struct gp_str part;
	size_t i = 0;

	if (!mark && m->count)
		gp_uri_unescape(piece, &plain);
	while (!mark && next_part(gp_buf_view(&plain), &i, &part))
		if (part.n >= GP_LEAST_MARK)
			mark = gp_map_find(&m->known, part);
	gp_buf_free(&plain);
	return mark;
}

enum gp_mark_of
gp_link_marks_find(const struct gp_link_marks *m, struct gp_str piece)
{
	const struct link_mark *mark = find_mark(m, piece);

	if (!mark)
		return GP_MARK_OF_NOBODY;
	return mark->of_reader ? GP_MARK_OF_READER : GP_MARK_OF_LETTER;
}

bool
gp_link_marks_tell(const struct gp_link_marks *m, struct gp_str word)
{
	const struct link_mark *mark =
		word.n >= LEAST_PART ? gp_map_find(&m->known, word) : NULL;

	return mark && mark->of_reader && gp_is_rare(word);
}

bool
gp_link_marks_odd(struct gp_str piece)
{
	struct gp_str part;
	size_t i = 0;

	while (next_part(piece, &i, &part))
		if (gp_is_rare(part))
			return true;
	return false;
}
