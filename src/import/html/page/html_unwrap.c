/* Lines are looked at in one piece, however many texts and marks they stand
   in; each line end is then kept or joined where it stands: see
   html_unwrap.h.  Which line a program broke is not decided here. */
#include "import/html/page/html_unwrap.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/text/wrap.h"

enum {
	FEW_BREAKS = 5,   /* of one element, which may be an address */
	OUTER = 1 << 30,  /* breaks of what holds such an element */
	LINE_WORDS = 6,   /* of prose, on average */
	WHOLE_WORDS = 20, /* of lines that are paragraphs */
	LEAST_STOPS = 2,  /* words of prose that end in one */
	MOST_SIGNS = 8,   /* percent of what is not blank: code has more */
};

enum line_end {
	END_JOINS, /* a program broke the line */
	END_GLUES, /* ...behind a hyphen */
	END_STAYS, /* as in an address */
	END_PARTS, /* paragraphs, of which one at least was broken */
};

/* One element and its lines. */
struct lines {
	struct gp_flat *flat;
	uint32_t outer;
	bool is_pre; /* else its line ends are <br> */
	struct gp_buf text;
	struct gp_arena *arena;
	unsigned char *ends; /* enum line_end each, of all that is prose */
	size_t n_ends, cap_ends;
};

/* ---- the words ---- */

static bool
is_end(const struct lines *l, uint32_t i)
{
	return gp_flat_is(l->flat, i, GP_N_BR) &&
	       (l->is_pre || l->flat->nodes[i].parent == l->outer);
}

static void
gather_text(struct lines *l, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		bool at_start = l->text.len == 0 ||
		                l->text.data[l->text.len - 1] == '\n';

		if (l->is_pre || !gp_is_space(s.p[i]))
			gp_buf_putc(&l->text, s.p[i]);
		else if (!at_start)
			gp_buf_putc(&l->text, ' ');
	}
}

static void
gather(struct lines *l)
{
	uint32_t i;

	gp_buf_clear(&l->text);
	for (i = l->outer + 1; i < l->flat->nodes[l->outer].end; i++) {
		if (is_end(l, i))
			gp_buf_putc(&l->text, '\n');
		else if (!(l->flat->nodes[i].is & GP_FLAT_RAW))
			gather_text(l, gp_flat_text(l->flat, i));
	}
}

/* ---- prose or not ---- */

static bool
is_sign(char c)
{
	return strchr("{}[]()<>=|\\/_*#@$%^&+~`;", c) != NULL;
}

/* Words that end a sentence, as far as their last sign tells. */
static size_t
stops_in(struct gp_str line)
{
	struct gp_str word;
	size_t n = 0;

	while (gp_str_word(&line, &word))
		n += word.n > 2 && strchr(".!?\"", word.p[word.n - 1]) != NULL;
	return n;
}

/* Where hardly a sign is one of code, and sentences end. */
static bool
is_prose(struct gp_str text, const struct gp_wrap *w)
{
	size_t i, seen = 0, signs = 0, lines = 0, words = 0, stops = 0;
	struct gp_str rest = text, line;

	for (i = 0; i < text.n; i++) {
		seen += !gp_is_space(text.p[i]);
		signs += text.p[i] && is_sign(text.p[i]);
	}
	while (rest.n && gp_str_split(&rest, '\n', &line)) {
		line = gp_str_trim(line);
		if (line.n == 0)
			continue;
		lines++;
		words += gp_str_words(line);
		stops += stops_in(line);
	}
	return stops >= LEAST_STOPS && signs * 100 <= seen * MOST_SIGNS &&
	       words >= lines * (w->width ? LINE_WORDS : WHOLE_WORDS);
}

/* ---- the line ends ---- */

static void
put_end(struct lines *l, enum line_end end)
{
	unsigned char *row =
		GP_VEC_ADD(l->arena, l->ends, l->n_ends, l->cap_ends);

	if (row)
		*row = (unsigned char)end;
}

/* Of two blank lines the second is nothing new. */
static bool
is_on(const struct gp_wrap *w, const struct gp_wrap_line *last,
      struct gp_str line)
{
	return gp_utf8_blank(line) ? gp_utf8_blank(last->line)
	                           : gp_wrap_goes_on(w, last, line);
}

static void
judge(struct lines *l, const struct gp_wrap *w)
{
	struct gp_str rest = gp_buf_view(&l->text), line;
	struct gp_wrap_line last = { .line = GP_STR("") };
	size_t before = SIZE_MAX; /* the end before the paragraph at hand */
	bool begun = false, broken = false, on;

	while (gp_str_split(&rest, '\n', &line)) {
		on = is_on(w, &last, line);
		if (on && before < l->n_ends)
			l->ends[before] = END_PARTS;
		if (!on)
			before = begun ? l->n_ends : SIZE_MAX;
		if (begun && on)
			put_end(l, gp_wrap_glues(last.line) ? END_GLUES
			                                    : END_JOINS);
		else if (begun)
			put_end(l, broken ? END_PARTS : END_STAYS);
		broken = on;
		if (!on)
			last.in_item = gp_wrap_begins_item(line);
		last.line = line;
		begun = true;
	}
}

/* True when the lines of an element are prose; they are judged then. */
static bool
judge_prose(struct lines *l)
{
	struct gp_wrap w;

	gather(l);
	w = gp_wrap_measure(gp_buf_view(&l->text));
	if ((w.width == 0 && !l->is_pre) ||
	    !is_prose(gp_buf_view(&l->text), &w))
		return false;
	judge(l, &w);
	return gp_arena_ok(l->arena, NULL);
}

/* ---- which elements ---- */

/* How many <br> stand in each element itself; in what holds an element with
   some, none count, so that no text is looked at twice. */
static void
count_breaks(const struct gp_flat *flat, uint32_t *breaks)
{
	uint32_t i;

	for (i = 1; i < flat->n_nodes; i++)
		breaks[flat->nodes[i].parent] += gp_flat_is(flat, i, GP_N_BR);
	for (i = flat->n_nodes; i-- > 1;)
		if (breaks[i] >= FEW_BREAKS)
			breaks[flat->nodes[i].parent] = OUTER;
}

/* Text, and marks within a line that are not those of code. */
static bool
holds_text_alone(const struct gp_flat *flat, uint32_t pre)
{
	static const enum gp_name others[] = { GP_N_CODE, GP_N_SAMP, GP_N_KBD,
		                               GP_N_TABLE, GP_N_PRE };
	uint32_t i;
	size_t k;

	for (i = pre + 1; i < flat->nodes[pre].end; i++)
		for (k = 0; k < sizeof others / sizeof others[0]; k++)
			if (gp_flat_is(flat, i, others[k]))
				return false;
	return true;
}

static bool
has_lines(struct lines *l, const uint32_t *breaks)
{
	uint32_t n = breaks[l->outer];

	return l->is_pre ? holds_text_alone(l->flat, l->outer)
	                 : n >= FEW_BREAKS && n < OUTER;
}

/* Marks each element whose lines are prose; NULL: none is. */
static bool *
find_prose(struct lines *l)
{
	uint32_t n = l->flat->n_nodes;
	uint32_t *breaks = gp_arena_array(l->arena, n, sizeof *breaks);
	bool *is_prose_of = NULL;

	if (!breaks)
		return NULL;
	count_breaks(l->flat, breaks);
	for (l->outer = 1; l->outer < n; l->outer++) {
		l->is_pre = gp_flat_is(l->flat, l->outer, GP_N_PRE);
		if (!has_lines(l, breaks) || !judge_prose(l))
			continue;
		if (!is_prose_of)
			is_prose_of = gp_arena_array(l->arena, n,
			                             sizeof *is_prose_of);
		if (!is_prose_of)
			return NULL;
		is_prose_of[l->outer] = true;
		l->outer = l->flat->nodes[l->outer].end - 1;
	}
	return is_prose_of;
}

/* ---- the nodes anew ---- */

/* The nodes of a page, with more of them where a text is cut. */
struct recut {
	struct gp_flat_node *nodes;
	uint32_t n, *now; /* where each old one is now */
	bool glues;       /* the next text goes on with the last word */
};

static void
put_break(struct recut *c, const struct gp_flat_node *text)
{
	c->nodes[c->n++] = (struct gp_flat_node){ .parent = text->parent,
		                                  .end = GP_FLAT_NONE,
		                                  .at = text->at,
		                                  .line = text->line,
		                                  .name = GP_N_BR,
		                                  .kind = GP_FLAT_HTML };
}

static void
put_piece(struct recut *c, const struct gp_flat_node *text, size_t from,
          size_t to)
{
	struct gp_flat_node *n;

	if (from == to)
		return;
	n = &c->nodes[c->n++];
	*n = *text;
	n->as.bytes = text->as.bytes + from;
	n->size = (uint32_t)(to - from);
	n->end = GP_FLAT_NONE;
}

static void
put_end_of_line(struct recut *c, const struct gp_flat_node *at,
                enum line_end end)
{
	put_break(c, at);
	if (end == END_PARTS)
		put_break(c, at);
}

/* Cuts a text of a <pre> at the line ends that stay; *k counts them. */
static void
put_cut(struct recut *c, struct lines *l, const struct gp_flat_node *text,
        size_t *k)
{
	struct gp_flat_node piece = *text;
	size_t i, from = 0;
	enum line_end end;

	for (i = 0; i < text->size; i++) {
		if (text->as.bytes[i] != '\n')
			continue;
		end = (enum line_end)l->ends[(*k)++];
		if (end == END_JOINS)
			continue;
		put_piece(c, &piece, from, i);
		if (end != END_GLUES)
			put_end_of_line(c, &piece, end);
		from = i + 1;
		piece.line++;
	}
	put_piece(c, &piece, from, text->size);
}

/* A space in place of what was broken. */
static void
put_space(struct recut *c, const struct gp_flat_node *br)
{
	struct gp_flat_node *n = &c->nodes[c->n++];

	*n = *br;
	n->kind = GP_FLAT_TEXT;
	n->name = GP_N_NONE;
	n->as.bytes = " ";
	n->size = 1;
	n->end = GP_FLAT_NONE;
}

/* Parents and ends by the new numbers; a piece ends where it stands. */
static void
renumber(struct recut *c)
{
	uint32_t i;

	for (i = 0; i < c->n; i++) {
		struct gp_flat_node *n = &c->nodes[i];

		if (n->parent != GP_FLAT_NONE)
			n->parent = c->now[n->parent];
		n->end = n->end == GP_FLAT_NONE ? i + 1 : c->now[n->end];
	}
}

/* A page's own line end behind its <br> is no space then. */
static size_t
spaces_before(const struct gp_flat_node *text)
{
	size_t i = 0;

	while (i < text->size && gp_is_space(text->as.bytes[i]))
		i++;
	return i;
}

/* A node of prose whose line ends were judged; *k counts them. */
static void
put_inner(struct recut *c, struct lines *l, uint32_t i, size_t *k)
{
	const struct gp_flat_node *n = &l->flat->nodes[i];

	if (is_end(l, i)) {
		enum line_end end = (enum line_end)l->ends[(*k)++];

		c->glues = end == END_GLUES;
		if (end == END_JOINS)
			put_space(c, n);
		else if (end != END_GLUES)
			put_end_of_line(c, n, end);
	} else if (l->is_pre && n->kind == GP_FLAT_TEXT &&
	           !(n->is & GP_FLAT_RAW)) {
		put_cut(c, l, n, k);
	} else if (c->glues && n->kind == GP_FLAT_TEXT) {
		put_piece(c, n, spaces_before(n), n->size);
		c->glues = false;
	} else {
		c->nodes[c->n++] = *n;
	}
}

static void
copy_nodes(struct recut *c, struct lines *l, const bool *is_prose_of)
{
	struct gp_flat *flat = l->flat;
	uint32_t i, end = 0;
	size_t k = 0;

	for (i = 0; i < flat->n_nodes; i++) {
		c->now[i] = c->n;
		if (i < end) {
			put_inner(c, l, i, &k);
			continue;
		}
		c->nodes[c->n++] = flat->nodes[i];
		if (!is_prose_of[i])
			continue;
		l->outer = i;
		l->is_pre = gp_flat_is(flat, i, GP_N_PRE);
		if (l->is_pre)
			c->nodes[c->n - 1].name = GP_N_DIV;
		end = flat->nodes[i].end;
	}
	c->now[flat->n_nodes] = c->n;
}

static bool
cut_all(struct lines *l, const bool *is_prose_of, struct gp_err *e)
{
	struct gp_flat *flat = l->flat;
	size_t most = (size_t)flat->n_nodes + 3 * l->n_ends + 1;
	struct recut c = { .n = 0 };

	if (most >= GP_FLAT_NONE)
		return gp_fail(e, GP_LIMIT, "has too many lines");
	c.nodes = gp_arena_array(l->arena, most, sizeof *c.nodes);
	c.now = gp_arena_array(l->arena, (size_t)flat->n_nodes + 1,
	                       sizeof *c.now);
	if (!c.nodes || !c.now)
		return gp_arena_ok(l->arena, e);
	copy_nodes(&c, l, is_prose_of);
	renumber(&c);
	flat->nodes = c.nodes;
	flat->n_nodes = c.n;
	return true;
}

/* ---- the whole ---- */

bool
gp_html_unwrap(struct gp_flat *flat, struct gp_arena *arena, struct gp_err *e)
{
	struct lines l = { .flat = flat,
		           .arena = arena,
		           .text = { .max = GP_MAX_HTML_BYTES } };
	const bool *is_prose_of = find_prose(&l);
	bool ok = gp_arena_ok(arena, e) && gp_buf_ok(&l.text, e) &&
	          (!is_prose_of || cut_all(&l, is_prose_of, e));

	gp_buf_free(&l.text);
	return ok;
}
