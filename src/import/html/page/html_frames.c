/*
 * Inner pages set into the outer one: each is parsed by itself, then all nodes
 * are laid out anew in one go.  Frames in inner pages stay closed, and what is
 * an article is not asked.
 */
#include "import/html/page/html_frames.h"

#include "base/limits.h"
#include "base/vec.h"
#include "import/html/page/html_page.h"

#include <string.h>

enum {
	PROSE_BYTES = 40, /* of a text that is more than a label */
	FEW_WORDS = 40,   /* of a page that has its text in <noframes> */
};

/* A node of the outer page and the tree that goes into it. */
struct opened {
	uint32_t node;
	struct gp_flat *inner;
};

struct frames {
	struct gp_flat *flat;
	struct gp_arena *arena;
	bool noframes;       /* what stands in <noframes> is read */
	unsigned words_else; /* of the page, but in its fields */
	struct opened *opened;
	size_t n_opened, cap_opened;
};

/* ---- which ---- */

static bool
has_prose(const struct gp_flat *d)
{
	uint32_t i;

	for (i = 0; i < d->n_nodes; i++)
		if (gp_flat_is_text(d, i) && !(d->nodes[i].is & GP_FLAT_RAW) &&
		    gp_str_trim(gp_flat_text(d, i)).n > PROSE_BYTES)
			return true;
	return false;
}

/* A field that holds more than the rest of the page is its text: as it was
   typed, line by line. */
static struct gp_str
page_of_field(const struct frames *f, struct gp_str text)
{
	struct gp_buf html = { .max = GP_MAX_HTML_BYTES };
	struct gp_str page = GP_STR("");
	unsigned words = gp_count_words(text);
	size_t i;

	if (words < FEW_WORDS || words <= f->words_else)
		return page;
	for (i = 0; i < text.n; i++) {
		if (text.p[i] == '\n')
			gp_buf_puts(&html, "<br>");
		else if (text.p[i] == '<')
			gp_buf_puts(&html, "&lt;");
		else if (text.p[i] == '&')
			gp_buf_puts(&html, "&amp;");
		else
			gp_buf_putc(&html, text.p[i]);
	}
	if (gp_buf_ok(&html, NULL))
		page = gp_arena_str(f->arena, gp_buf_view(&html));
	gp_buf_free(&html);
	return page;
}

/* The markup that stands for what node `i` shows; "" when it has none. */
static struct gp_str
page_in(const struct frames *f, uint32_t i)
{
	const struct gp_flat *d = f->flat;
	uint32_t first = gp_flat_first(d, i);

	if (gp_flat_is(d, i, GP_N_IFRAME) && first == GP_FLAT_NONE)
		return gp_flat_attr(d, i, GP_N_SRCDOC);
	if (first == GP_FLAT_NONE)
		return GP_STR("");
	if (f->noframes && gp_flat_is(d, i, GP_N_NOFRAMES))
		return gp_flat_text(d, first);
	if (gp_flat_is(d, i, GP_N_TEXTAREA))
		return page_of_field(f, gp_flat_text(d, first));
	return GP_STR("");
}

static bool
open_one(struct frames *f, uint32_t i, struct gp_str page, struct gp_err *e)
{
	static const struct gp_flat_options options = { .is_fragment = true };
	struct gp_flat *inner = NULL;
	struct opened *o;

	if (page.n <= PROSE_BYTES)
		return true;
	if (!gp_flat_parse(page, &options, f->arena, &inner, e))
		return false;
	if (!has_prose(inner) ||
	    f->flat->n_names + inner->n_names + GP_N_COUNT >= UINT16_MAX)
		return true;
	o = GP_VEC_ADD(f->arena, f->opened, f->n_opened, f->cap_opened);
	if (o)
		*o = (struct opened){ i, inner };
	return true;
}

/* ---- the new page ---- */

static uint16_t
renamed(const struct gp_flat *out, uint16_t name)
{
	return name < GP_N_COUNT ? name : (uint16_t)(name + out->n_names);
}

static void
append_nodes(struct gp_flat *out, const struct gp_flat *d, uint32_t at)
{
	uint32_t i;

	for (i = 1; i < d->n_nodes; i++) {
		struct gp_flat_node n = d->nodes[i];

		n.parent += at;
		n.end += at;
		n.at = out->nodes[at].at;
		n.line = out->nodes[at].line;
		n.name = renamed(out, n.name);
		if (n.kind != GP_FLAT_TEXT)
			n.as.first += out->n_attributes;
		out->nodes[out->n_nodes++] = n;
	}
}

/* All but the first node of `d`, which is node `at` of the new page. */
static void
append(struct gp_flat *out, const struct gp_flat *d, uint32_t at)
{
	size_t i;

	append_nodes(out, d, at);
	for (i = 0; i < d->n_attributes; i++) {
		struct gp_flat_attr a = d->attributes[i];

		a.name = renamed(out, a.name);
		out->attributes[out->n_attributes++] = a;
	}
	for (i = 0; i < d->n_names; i++)
		out->names[out->n_names++] = d->names[i];
}

/* number[i]: what node `i` is called in the new page.  What was in a frame
   goes, and what it shows comes. */
static void
number_nodes(const struct frames *f, uint32_t *number)
{
	const struct opened *o = f->opened, *end = o + f->n_opened;
	uint32_t i, now = 0;

	for (i = 0; i <= f->flat->n_nodes; i++) {
		number[i] = now++;
		if (o == end || o->node != i)
			continue;
		now += o->inner->n_nodes - 1;
		i = f->flat->nodes[i].end - 1;
		o++;
	}
}

static void
lay_out(const struct frames *f, struct gp_flat *out, const uint32_t *number)
{
	const struct opened *o = f->opened, *end = o + f->n_opened;
	uint32_t i;

	for (i = 0; i < f->flat->n_nodes; i++) {
		struct gp_flat_node *n = &out->nodes[out->n_nodes++];

		*n = f->flat->nodes[i];
		n->end = number[n->end];
		if (n->parent != GP_FLAT_NONE)
			n->parent = number[n->parent];
		if (o == end || o->node != i)
			continue;
		n->name = GP_N_DIV;
		append(out, o->inner, number[i]);
		i = f->flat->nodes[i].end - 1;
		o++;
	}
}

/* Room for all, with what the outer page brings but its nodes. */
static bool
make_room(const struct frames *f, struct gp_flat *out)
{
	size_t nodes = f->flat->n_nodes, names = f->flat->n_names;
	size_t attributes = f->flat->n_attributes, k;

	for (k = 0; k < f->n_opened; k++) {
		nodes += f->opened[k].inner->n_nodes;
		names += f->opened[k].inner->n_names;
		attributes += f->opened[k].inner->n_attributes;
	}
	out->nodes = gp_arena_array(f->arena, nodes, sizeof *out->nodes);
	out->names = gp_arena_array(f->arena, names + 1, sizeof *out->names);
	out->attributes =
		gp_arena_array(f->arena, attributes, sizeof *out->attributes);
	if (!out->nodes || !out->names || !out->attributes)
		return false;
	for (k = 0; k < f->flat->n_names; k++)
		out->names[out->n_names++] = f->flat->names[k];
	for (k = 0; k < f->flat->n_attributes; k++)
		out->attributes[out->n_attributes++] = f->flat->attributes[k];
	return true;
}

static void
set_in(const struct frames *f)
{
	struct gp_flat out = { .is_quirky = f->flat->is_quirky };
	uint32_t *number =
		gp_arena_array(f->arena, f->flat->n_nodes + 1, sizeof *number);

	if (!number || !make_room(f, &out))
		return;
	number_nodes(f, number);
	lay_out(f, &out, number);
	*f->flat = out;
}

/* ---- the whole ---- */

/* The words of all texts that a reader may see, but those in `but`. */
static unsigned
words_in(const struct gp_flat *d, enum gp_name but)
{
	unsigned words = 0;
	uint32_t i;

	for (i = 1; i < d->n_nodes; i++)
		if (gp_flat_is_text(d, i) && !(d->nodes[i].is & GP_FLAT_RAW) &&
		    !gp_flat_is(d, d->nodes[i].parent, but) &&
		    !gp_flat_is(d, d->nodes[i].parent, GP_N_TITLE))
			words += gp_count_words(gp_flat_text(d, i));
	return words;
}

static bool
has_text_in_noframes(const struct gp_flat *d)
{
	return gp_flat_find(d, 0, GP_N_NOFRAMES) != GP_FLAT_NONE &&
	       words_in(d, GP_N_NOFRAMES) < FEW_WORDS;
}

bool
gp_html_open_frames(struct gp_flat *flat, struct gp_arena *arena,
                    bool *has_noframes, struct gp_err *e)
{
	struct frames f = { .flat = flat, .arena = arena };
	size_t n;
	uint32_t i;

	f.noframes = has_text_in_noframes(flat);
	if (gp_flat_find(flat, 0, GP_N_TEXTAREA) != GP_FLAT_NONE)
		f.words_else = words_in(flat, GP_N_TEXTAREA);
	for (i = 0; i < flat->n_nodes; i++) {
		n = f.n_opened;
		if (!open_one(&f, i, page_in(&f, i), e))
			return false;
		if (f.n_opened > n && gp_flat_is(flat, i, GP_N_NOFRAMES))
			*has_noframes = true;
	}
	if (f.n_opened > 0)
		set_in(&f);
	return gp_arena_ok(arena, e);
}
