/* Line breaking: see lines.h.  Badness and demerits are those of TeX (Knuth,
   The TeXbook, chapter 14). */
#include "write/pdf/lines.h"

#include <stdlib.h>

enum {
	WORST = 10000, /* badness that is as bad as any */
	NEAT = 100,    /* badness accepted without dividing words */
	FAIR = 400,    /* the same with dividing */
	HYPHEN_PENALTY = 120,
	JOINT_PENALTY = 150, /* after a dash, inside an address */
	CUT_PENALTY = 3000,
	LINE_DEMERITS = 10,
	MISMATCH = 10000,    /* a tight line beside a loose one */
	TWO_HYPHENS = 10000, /* one under the other */
	LAST_HYPHEN = 5000,  /* before the last line */
	SHORT_LAST = 8000,   /* a last line of next to nothing */
	SHORT_RAGGED = 40000,
	MOST_HYPHENS = 2,  /* lines in a row that may end in one */
	MOST_ACTIVE = 256, /* candidates looked at for each break */
};

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE, FITNESS_COUNT };

/* A break that may be taken: after box `box` - 1. */
struct gp_break_node {
	size_t box;      /* first box of the next line */
	size_t previous; /* node of the break before; 0: the start */
	int64_t width, stretch, shrink; /* of everything before the next line */
	int64_t demerits;
	enum fitness fitness;
	unsigned hyphens; /* lines in a row before it that end in one */
	bool dead;
};

/* One attempt at a paragraph. */
struct attempt {
	struct gp_breaker *k;
	bool ragged;
	int64_t measure, tolerance;
	int64_t give; /* stretch that every line has besides its spaces */
	int64_t width, stretch, shrink; /* up to the box looked at */
	size_t first;                   /* oldest node that may be alive */
};

/* 100 times the cube of how far the spaces must go, at most WORST. */
static int64_t
badness(int64_t need, int64_t can)
{
	int64_t r;

	if (need == 0)
		return 0;
	if (can <= 0)
		return WORST;
	if (need / can > 20)
		return WORST;
	r = need * 297 / can; /* 297 cubed is 100 times 2 to the 18th */
	if (r > 1290)
		return WORST;
	return (r * r * r + 131072) / 262144;
}

static bool
push(struct gp_breaker *k, const struct gp_break_node *node)
{
	if (k->n_nodes == k->cap_nodes) {
		size_t cap = k->cap_nodes ? k->cap_nodes * 2 : 256;
		void *p = realloc(k->nodes, cap * sizeof *k->nodes);

		if (!p) {
			k->failed = true;
			return false;
		}
		k->nodes = p;
		k->cap_nodes = cap;
	}
	k->nodes[k->n_nodes++] = *node;
	return true;
}

static int64_t
penalty_of(const struct gp_box *box)
{
	switch (box->end) {
	case GP_BOX_SPACE:
	case GP_BOX_FORCED:
		return 0;
	case GP_BOX_JOINT:
		return JOINT_PENALTY;
	case GP_BOX_HYPHEN:
		return HYPHEN_PENALTY;
	case GP_BOX_CUT:
		break;
	}
	return CUT_PENALTY;
}

struct fit {
	int64_t badness;
	enum fitness fitness;
	bool overfull;
};

static struct fit
fit_of(const struct attempt *a, const struct gp_break_node *from,
       const struct gp_box *box)
{
	int64_t width = a->width - from->width, need;
	int64_t shrink = a->ragged ? 0 : a->shrink - from->shrink;
	int64_t stretch =
		(a->ragged ? 0 : a->stretch - from->stretch) + a->give;
	struct fit f = { .fitness = DECENT };

	if (box->end == GP_BOX_HYPHEN)
		width += box->after;
	if (!a->ragged)
		width -= box->right + a->k->boxes.rows[from->box].left;
	need = a->measure - width;
	if (need < 0) {
		f.overfull = -need > shrink;
		f.badness = badness(-need, shrink);
		f.fitness = f.badness > 12 ? TIGHT : DECENT;
	} else if (box->end != GP_BOX_FORCED) {
		f.badness = badness(need, stretch);
		if (f.badness > 99)
			f.fitness = VERY_LOOSE;
		else if (f.badness > 12)
			f.fitness = LOOSE;
	}
	return f;
}

/* A last line of next to nothing is ugly in a paragraph; in a title, which is
   ragged and short, so is a single word. */
static int64_t
short_last(const struct attempt *a, int64_t width)
{
	if (a->ragged)
		return width < a->measure / 3 ? SHORT_RAGGED : 0;
	return width < a->measure / 12 ? SHORT_LAST : 0;
}

static int64_t
demerits_of(const struct attempt *a, const struct gp_break_node *from,
            const struct gp_box *box, const struct fit *f, bool last)
{
	int64_t d = LINE_DEMERITS + f->badness, penalty = penalty_of(box);
	int distance = (int)f->fitness - (int)from->fitness;

	d = d * d + penalty * penalty;
	if (box->end == GP_BOX_HYPHEN && from->hyphens)
		d += TWO_HYPHENS;
	if (last && from->hyphens)
		d += LAST_HYPHEN;
	if (last)
		d += short_last(a, a->width - from->width);
	if (distance > 1 || distance < -1)
		d += MISMATCH;
	return from->demerits + d;
}

/* Weighs one line: from the node to the end of the box. */
static void
weigh(struct attempt *a, size_t node, size_t at,
      struct gp_break_node best[FITNESS_COUNT])
{
	const struct gp_boxes *boxes = &a->k->boxes;
	const struct gp_box *box = &boxes->rows[at];
	struct gp_break_node *from = &a->k->nodes[node];
	struct fit f = fit_of(a, from, box);
	unsigned hyphens = box->end == GP_BOX_HYPHEN ? from->hyphens + 1 : 0;
	int64_t demerits;

	if (f.overfull) {
		/* A divided word may be too wide where its next part,
		   without a hyphen, is not. */
		from->dead = box->end != GP_BOX_HYPHEN;
		return;
	}
	if (f.badness > a->tolerance || hyphens > MOST_HYPHENS)
		return;
	demerits = demerits_of(a, from, box, &f, at + 1 == boxes->count);
	if (demerits >= best[f.fitness].demerits)
		return;
	best[f.fitness] = (struct gp_break_node){
		.box = at + 1,
		.previous = node,
		.demerits = demerits,
		.fitness = f.fitness,
		.hyphens = hyphens,
	};
}

/* Every line that may end at this box; false when none may and no earlier
   break is left to go on from. */
static bool
weigh_all(struct attempt *a, size_t at)
{
	struct gp_breaker *k = a->k;
	const struct gp_box *box = &k->boxes.rows[at];
	struct gp_break_node best[FITNESS_COUNT];
	size_t end = k->n_nodes, i;

	for (i = 0; i < FITNESS_COUNT; i++)
		best[i].demerits = INT64_MAX;
	if (end - a->first > MOST_ACTIVE)
		a->first = end - MOST_ACTIVE;
	for (i = a->first; i < end; i++)
		if (!k->nodes[i].dead)
			weigh(a, i, at, best);
	if (box->end == GP_BOX_SPACE) {
		a->width += box->after;
		a->stretch += box->after / 2;
		a->shrink += box->after / 3;
	}
	if (box->end == GP_BOX_FORCED)
		a->first = end;
	for (i = 0; i < FITNESS_COUNT; i++) {
		if (best[i].demerits == INT64_MAX)
			continue;
		best[i].width = a->width;
		best[i].stretch = a->stretch;
		best[i].shrink = a->shrink;
		if (!push(k, &best[i]))
			return false;
	}
	while (a->first < k->n_nodes && k->nodes[a->first].dead)
		a->first++;
	return a->first < k->n_nodes;
}

/* The node of the last break of the best way through; 0: there is none. */
static size_t
attempt(struct gp_breaker *k, gp_len measure, bool ragged, int64_t tolerance,
        int64_t give)
{
	struct attempt a = { .k = k,
		             .ragged = ragged,
		             .measure = measure,
		             .tolerance = tolerance,
		             .give = give };
	struct gp_break_node start = { .fitness = DECENT };
	size_t i, best;

	k->n_nodes = 0;
	if (!push(k, &start))
		return 0;
	for (i = 0; i < k->boxes.count; i++) {
		a.width += k->boxes.rows[i].width;
		if (!weigh_all(&a, i))
			return 0;
	}
	best = a.first;
	for (i = a.first + 1; i < k->n_nodes; i++)
		if (k->nodes[i].demerits < k->nodes[best].demerits)
			best = i;
	return best;
}

/* Fills the lines from the front, for what no attempt could do. */
static size_t
greedy(struct gp_breaker *k, gp_len measure)
{
	struct gp_break_node node = { 0 };
	int64_t width = 0;
	size_t i;

	k->n_nodes = 0;
	if (!push(k, &node))
		return 0;
	for (i = 0; i < k->boxes.count; i++) {
		const struct gp_box *box = &k->boxes.rows[i];
		/* The line may have to end here, hyphen and all. */
		gp_len hyphen = box->end == GP_BOX_HYPHEN ? box->after : 0;

		node.previous = k->n_nodes - 1;
		if (i > k->nodes[node.previous].box &&
		    width + box->width + hyphen > measure) {
			node.box = i;
			if (!push(k, &node))
				return 0;
			node.previous = k->n_nodes - 1;
			width = 0;
		}
		width += box->width;
		if (box->end == GP_BOX_SPACE)
			width += box->after;
		if (box->end == GP_BOX_FORCED) {
			node.box = i + 1;
			if (!push(k, &node))
				return 0;
			width = 0;
		}
	}
	return k->n_nodes - 1;
}

/* Better and better chances until there is a way. */
static size_t
find_way(struct gp_breaker *k, const struct gp_para *p, gp_len measure)
{
	bool ragged = p->align != GP_ALIGN_JUSTIFY;
	int64_t give = ragged ? measure / (p->hyphenate ? 4 : 2) : 0;
	size_t way = 0;

	if (!gp_boxes_cut(&k->boxes, p, measure, false) || !k->boxes.count)
		return 0;
	if (!p->hyphenate || !k->boxes.has_wide)
		way = attempt(k, measure, ragged, ragged ? 4 * FAIR : NEAT,
		              give);
	if (!way && p->hyphenate) {
		if (!gp_boxes_cut(&k->boxes, p, measure, true))
			return 0;
		way = attempt(k, measure, ragged, FAIR, give);
	}
	if (!way)
		way = attempt(k, measure, ragged, WORST - 1,
		              give + measure / 16);
	if (!way)
		way = attempt(k, measure, ragged, WORST, give + measure / 4);
	if (!way)
		way = greedy(k, measure);
	return way;
}

static void
take_line(const struct gp_breaker *k, size_t first, size_t end,
          struct gp_line *line)
{
	const struct gp_box *last = &k->boxes.rows[end - 1];

	line->from = k->boxes.rows[first].from;
	line->to = last->to;
	line->hyphen = last->end == GP_BOX_HYPHEN;
	line->forced = last->end == GP_BOX_FORCED;
}

bool
gp_lines_break(struct gp_breaker *k, const struct gp_para *p, gp_len measure,
               struct gp_line **lines, size_t *count)
{
	size_t way = find_way(k, p, measure), n = 0, i;

	*count = 0;
	*lines = NULL;
	if (k->failed || k->boxes.failed)
		return false;
	for (i = way; i; i = k->nodes[i].previous)
		n++;
	*lines = gp_arena_array(k->arena, n ? n : 1, sizeof **lines);
	if (!*lines)
		return false;
	*count = n;
	for (i = way; i; i = k->nodes[i].previous)
		take_line(k, k->nodes[k->nodes[i].previous].box,
		          k->nodes[i].box, &(*lines)[--n]);
	return true;
}

void
gp_breaker_free(struct gp_breaker *k)
{
	gp_boxes_free(&k->boxes);
	free(k->nodes);
}
