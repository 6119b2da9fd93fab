/* The line of days of the cover under its label: when the articles appeared.
   A figure with words of its own for those who do not see it; nothing when
   there are fewer than two days to show. */
#include "typeset/compose/compose_parts.h"

#include "base/vec.h"
#include "wording/day_words.h"

#include <stdlib.h>

enum {
	LINES = 3,        /* labels above, the line, labels below */
	TICK = 6 * GP_PT, /* height of a tick */
	WIDE = 825,       /* room for "23 Sep 2015", hundredths of an em */
	NARROW = 525,     /* room for "23 Sep" */
	CLOSEST = GP_PT,  /* ticks that are nearer are one */
	MOST_WORDS = 40,  /* days that the words list one by one */
	DAY_SECONDS = 86400,
};

struct day {
	int64_t number; /* since 1970 */
	struct gp_date date;
	size_t articles;
};

struct timeline {
	struct gp_flow *flow;
	uint32_t figure;
	struct day *days; /* in order, each once */
	size_t n_days, dated;
	gp_len width;        /* of the line */
	gp_len leading;      /* of the labels */
	gp_len wide, narrow; /* room for one, with its year and without */
	bool years;          /* every label has its year */
	gp_len above, below; /* where the next label may begin */
	gp_len last;         /* where the last label, below, begins */
	struct gp_cell *cells;
	size_t n_cells;
	struct gp_filled_box *marks;
	size_t n_marks;
};

static int
by_date(const void *a, const void *b)
{
	const struct day *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

/* The days of the articles whose day is known. */
static bool
take_days(struct timeline *t, const struct gp_pack *pack)
{
	struct gp_arena *a = t->flow->arena;
	size_t n = 0, i;

	t->days = gp_arena_array(a, pack->n_entries + 1, sizeof *t->days);
	for (i = 0; t->days && i < pack->n_entries; i++) {
		struct gp_date d = pack->entries[i].doc->date.date;

		if (d.precision < GP_DAY)
			continue;
		d = (struct gp_date){ .precision = GP_DAY,
			              .year = d.year,
			              .month = d.month,
			              .day = d.day };
		t->days[n++] =
			(struct day){ gp_date_seconds(&d) / DAY_SECONDS, d, 1 };
	}
	t->dated = n;
	if (n < 2)
		return false;
	qsort(t->days, n, sizeof *t->days, by_date);
	for (i = 1, t->n_days = 1; i < n; i++)
		if (t->days[i].number == t->days[t->n_days - 1].number)
			t->days[t->n_days - 1].articles++;
		else
			t->days[t->n_days++] = t->days[i];
	return t->n_days >= 2;
}

/* ---- words ---- */

static void
put_articles(const struct timeline *t, struct gp_buf *out, size_t n)
{
	gp_word_count(t->flow->labels, GP_W_ARTICLES, n, out);
}

/* "When the articles appeared: 23 September 2015; 9 November 2015 (2
   articles)"; of very many only the first and the last day. */
static struct gp_str
describe(const struct timeline *t)
{
	size_t step = t->n_days > MOST_WORDS ? t->n_days - 1 : 1, i;
	const struct gp_labels *l = t->flow->labels;
	struct gp_buf out = { .max = 0 };

	gp_buf_str(&out, gp_word(l, GP_W_TIMELINE));
	gp_buf_str(&out, gp_word(l, GP_W_COLON));
	if (step > 1) {
		put_articles(t, &out, t->dated);
		gp_buf_str(&out, gp_word(l, GP_W_COMMA));
	}
	for (i = 0; i < t->n_days; i += step) {
		if (i > 0 && step > 1)
			gp_buf_puts(&out, " \xE2\x80\x93 ");
		else if (i > 0)
			gp_buf_str(&out, gp_word(l, GP_W_SEMICOLON));
		gp_day_put(l, &t->days[i].date, &out);
		if (step == 1 && t->days[i].articles > 1) {
			gp_buf_puts(&out, " (");
			put_articles(t, &out, t->days[i].articles);
			gp_buf_putc(&out, ')');
		}
	}
	return gp_arena_buf(t->flow->arena, &out);
}

/* ---- the drawing ---- */

static gp_len
x_of(const struct timeline *t, const struct day *day)
{
	int64_t first = t->days[0].number;
	int64_t all = t->days[t->n_days - 1].number - first;

	return (gp_len)((day->number - first) * t->width / all);
}

/* The first and the last label end where the measure does. */
static enum gp_align
align_at(const struct timeline *t, gp_len x)
{
	if (x == 0)
		return GP_ALIGN_LEFT;
	return x == t->last ? GP_ALIGN_RIGHT : GP_ALIGN_CENTRE;
}

static void
add_label(struct timeline *t, const struct day *day, gp_len x, gp_len width,
          bool above)
{
	struct gp_flow *f = t->flow;
	struct gp_voice voice =
		gp_voice_of(&f->style->roles[GP_ROLE_RUNNING_HEAD], t->figure);
	struct gp_cell *cell = &t->cells[t->n_cells++];

	gp_flow_begin(f, GP_ROLE_RUNNING_HEAD, 0);
	if (f->text.para)
		f->text.para->align = align_at(t, x);
	gp_para_add(&f->text, &voice,
	            gp_day_brief(f->labels, &day->date, width == t->wide,
	                         f->arena));
	*cell = gp_flow_cell(f, x);
	cell->width = width;
	cell->down = above ? 0 : (LINES - 1) * t->leading;
}

/* A label in the middle goes below the line, or above it, or, when it would
   stand in another, nowhere: the words tell it. */
static void
add_middle(struct timeline *t, const struct day *day)
{
	gp_len width = t->years ? t->wide : t->narrow;
	gp_len x = x_of(t, day) - width / 2;

	if (x >= t->below && x + width <= t->last) {
		add_label(t, day, x, width, false);
		t->below = x + width;
	} else if (x >= t->above && x + width <= t->width) {
		add_label(t, day, x > 0 ? x : 0, width, true);
		t->above = x + width;
	}
}

static void
add_mark(struct timeline *t, gp_len x, gp_len y, gp_len width, gp_len height)
{
	t->marks[t->n_marks++] = (struct gp_filled_box){ x, y, width, height };
}

static void
draw(struct timeline *t)
{
	gp_len rule = t->flow->style->rule, middle = LINES * t->leading / 2;
	gp_len last = -2 * CLOSEST;
	size_t i;

	add_mark(t, 0, middle - rule / 2, t->width, rule);
	add_label(t, &t->days[0], 0, t->wide, false);
	t->below = t->wide;
	/* The label above the first tick would stand over the edge. */
	t->above = -t->narrow / 2;
	for (i = 0; i < t->n_days; i++) {
		gp_len x = x_of(t, &t->days[i]);

		if (x - last >= CLOSEST || i + 1 == t->n_days) {
			add_mark(t, x, middle - TICK / 2, 2 * rule, TICK);
			last = x;
		}
		if (i > 0 && i + 1 < t->n_days)
			add_middle(t, &t->days[i]);
	}
	add_label(t, &t->days[t->n_days - 1], t->last, t->wide, false);
}

static void
add_figure(struct timeline *t)
{
	struct gp_flow *f = t->flow;
	struct gp_block block = gp_flow_block(f, GP_ROLE_COVER_FACTS);

	t->cells = gp_arena_array(f->arena, t->n_days, sizeof *t->cells);
	t->marks = gp_arena_array(f->arena, t->n_days + 1, sizeof *t->marks);
	if (!t->cells || !t->marks || t->figure == GP_NONE)
		return;
	f->tree.elements[t->figure].alt = describe(t);
	draw(t);
	block.cells = t->cells;
	block.n_cells = t->n_cells;
	block.marks = t->marks;
	block.n_marks = t->n_marks;
	block.mark_owner = t->figure;
	block.n_lines = LINES;
	block.leading = t->leading;
	block.before = t->leading / 2;
	block.after = t->leading / 2;
	block.colour = f->style->accent;
	block.whole = true;
	(void)gp_flow_add(f, &block);
}

static void
size_labels(struct timeline *t, const struct gp_role_style *role)
{
	t->leading = role->leading + role->leading / 5;
	t->wide = role->size / 100 * WIDE;
	t->narrow = role->size / 100 * NARROW;
}

void
gp_compose_timeline(struct gp_composer *c, uint32_t parent)
{
	struct gp_flow *f = c->flow;
	struct timeline t = { .flow = f };
	uint32_t label;

	if (!take_days(&t, c->pack))
		return;
	size_labels(&t, &f->style->roles[GP_ROLE_RUNNING_HEAD]);
	/* The last tick ends where the measure does. */
	t.width = gp_style_measure(f->style) - 2 * f->style->rule;
	t.last = gp_style_measure(f->style) - t.wide;
	t.years = t.days[0].date.year != t.days[t.n_days - 1].date.year;
	label = gp_flow_words(f, GP_ROLE_COVER_FACTS,
	                      gp_tree_element(&f->tree, parent, GP_TAG_P),
	                      gp_word(f->labels, GP_W_TIMELINE));
	if (label != GP_NONE) {
		f->blocks[label].before = f->blocks[label].leading;
		f->blocks[label].keep = true;
	}
	t.figure = gp_tree_element(&f->tree, parent, GP_TAG_FIGURE);
	add_figure(&t);
}
