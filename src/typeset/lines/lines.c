/* Lines weighed from every break that is still alive to every box, the best
   ways kept, in attempts that allow more and more.  Badness, fitness and
   demerits are those of TeX (Knuth, The TeXbook, chapter 14; TeX: The Program,
   108 and 851 to 859).  What stands in a box, and what comes behind the last
   line, is not known here. */
#include "typeset/lines/lines.h"

#include "base/vec.h"

#include <stdlib.h>

/* TeX's: inf_bad, and of plain TeX \pretolerance, \linepenalty, \adjdemerits,
   \doublehyphendemerits and \finalhyphendemerits (The TeXbook, appendix B);
   the bounds of fitness are those of 851 and 852.  A space gives half of its
   width and takes a third, as those of Computer Modern do. */
enum {
	WORST = 10000, /* badness that is as bad as any */
	NEAT = 100,    /* badness accepted without dividing words */
	LINE_DEMERITS = 10,
	MISMATCH = 10000,    /* a tight line beside a loose one */
	TWO_HYPHENS = 10000, /* one under the other */
	LAST_HYPHEN = 5000,  /* before the last line */
	DECENT_MOST = 12,    /* badness of a line that is neither */
	LOOSE_MOST = 99,     /* badness over which it is very loose */
	GIVE = 2,            /* of a space, the half */
	TAKE = 3,            /* and the third */
};

/* Judgements, weighed on the articles of content/ in the designs of styles/:
   `tests/eval/weigh src/typeset/lines/lines.c NAME VALUE... --
   tests/eval/lines` counts divided words and measures gaps.  Plain TeX has 50
   for a hyphen and 200 where FAIR stands. */
enum {
	FAIR = 400, /* badness accepted with dividing */
	HYPHEN_PENALTY = 220,
	SHORT_PENALTY = 280, /* after two letters of a word */
	JOINT_PENALTY = 300, /* after a dash, inside an address */
	TIE_PENALTY = 600,   /* worth a line as loose as any may be */
	RAGGED_TIE_PENALTY = 200,
	CUT_PENALTY = 3000,
	LAST_REST = 40000,  /* a last line that is the rest of a word */
	SHORT_LAST = 25000, /* a last line of next to nothing: */
	LAST_PART = 10,     /* of the measure, less than the tenth */
	SHORT_TITLE = 40000,
	TITLE_PART = 3,          /* the same of a title: the third */
	RAGGED_PART = 2,         /* a ragged line gives half the measure, */
	RAGGED_DIVIDED_PART = 6, /* or a sixth where words are divided */
	LOOSE_LINE = 1000000000, /* one that the limit leaves ragged */
	MORE_HYPHENS = 1000,     /* loose lines that a third hyphen is worth */
	MOST_HYPHENS = 2,        /* lines in a row that may end in one */
	MOST_ACTIVE = 512,       /* candidates looked at for each break */
	ROOM = 2, /* hundredths kept free: a line's words are shaped again */
};

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE, FITNESS_COUNT };

/* The ways to a break that are kept: the best of each fitness, once more where
   no further line may end in a hyphen. */
enum { SLOTS = 2 * FITNESS_COUNT };

/* A break that may be taken: after box `box` - 1. */
struct gp_break_node {
	size_t box;            /* first box of the next line */
	size_t previous;       /* node of the break before; 0: the start */
	int64_t width, spaces; /* of everything before the next line */
	int64_t demerits;
	enum fitness fitness;
	unsigned hyphens; /* lines in a row before it that end in one */
	bool dead;
};

/* What an attempt allows. */
struct line_pass {
	bool hyphens; /* words are divided */
	bool ties;    /* lines may end at ties */
	bool loose;   /* lines may be looser than the limit, at a price */
	int64_t tolerance;
};

/* One attempt at a paragraph. */
struct attempt {
	struct gp_breaker *k;
	const struct line_pass *pass;
	bool ragged, title;
	int64_t measure;
	int64_t give;          /* stretch of every line that is ragged */
	int64_t width, spaces; /* up to the box looked at */
	size_t first;          /* oldest node that may be alive */
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
	/* 297 cubed is about 100 times 2 to the 18th: TeX, 108. */
	r = need * 297 / can;
	if (r > 1290)
		return WORST;
	return (r * r * r + 131072) / 262144;
}

static bool
push_break(struct gp_breaker *k, const struct gp_break_node *node)
{
	struct gp_break_node *row =
		GP_VEC_ADD(NULL, k->nodes, k->n_nodes, k->cap_nodes);

	if (row)
		*row = *node;
	else
		k->failed = true;
	return row != NULL;
}

static int64_t
penalty_of(const struct attempt *a, const struct gp_box *box)
{
	switch (box->end) {
	case GP_BOX_SPACE:
	case GP_BOX_FORCED:
		return 0;
	case GP_BOX_JOINT:
		return JOINT_PENALTY;
	case GP_BOX_HYPHEN:
		return box->to - box->from > 2 ? HYPHEN_PENALTY : SHORT_PENALTY;
	case GP_BOX_TIE:
		return a->ragged ? RAGGED_TIE_PENALTY : TIE_PENALTY;
	case GP_BOX_CUT:
		break;
	}
	return CUT_PENALTY;
}

struct fit {
	int64_t badness;
	enum fitness fitness;
	int64_t need; /* what its spaces are to take; below 0: to give */
	bool overfull, loose;
};

/* Badness and fitness of a line that is too short. */
static void
fit_short(const struct attempt *a, int64_t spaces, struct fit *f)
{
	f->badness = badness(f->need, a->ragged ? a->give : spaces / GIVE);
	f->loose = !a->ragged &&
	           f->need * 100 > spaces * (GP_SPACE_MOST - ROOM - 100);
	if (f->badness > LOOSE_MOST)
		f->fitness = VERY_LOOSE;
	else if (f->badness > DECENT_MOST)
		f->fitness = LOOSE;
}

static struct fit
fit_of(const struct attempt *a, const struct gp_break_node *from,
       const struct gp_box *box)
{
	int64_t width = a->width - from->width;
	int64_t spaces = a->spaces - from->spaces;
	int64_t shrink = a->ragged ? 0 : spaces / TAKE;
	struct fit f = { .fitness = DECENT };

	if (box->end == GP_BOX_HYPHEN)
		width += box->after;
	if (!a->ragged)
		width -= box->right + a->k->boxes.rows[from->box].left;
	f.need = a->measure - width;
	if (f.need < 0) {
		f.overfull = -f.need > shrink;
		f.badness = badness(-f.need, shrink);
		f.fitness = f.badness > DECENT_MOST ? TIGHT : DECENT;
	} else if (box->end != GP_BOX_FORCED) {
		fit_short(a, spaces, &f);
	}
	return f;
}

/* A last line of next to nothing is ugly in a paragraph; in a title so is a
   single word. */
static int64_t
short_last(const struct attempt *a, const struct gp_break_node *from)
{
	int64_t width = a->width - from->width;

	if (a->title)
		return a->spaces == from->spaces ||
		                       width < a->measure / TITLE_PART
		               ? SHORT_TITLE
		               : 0;
	return width < a->measure / LAST_PART ? SHORT_LAST : 0;
}

static int64_t
demerits_of(const struct attempt *a, const struct gp_break_node *from,
            const struct gp_box *box, const struct fit *f, bool last)
{
	int64_t d = LINE_DEMERITS + f->badness, penalty = penalty_of(a, box);
	int distance = (int)f->fitness - (int)from->fitness;

	/* A line that stays ragged is as bad as it is short. */
	if (f->loose)
		d = f->need * WORST / a->measure;
	d = d * d + penalty * penalty;
	if (f->loose)
		d += LOOSE_LINE;
	if (box->end == GP_BOX_HYPHEN && from->hyphens)
		d += TWO_HYPHENS;
	if (box->end == GP_BOX_HYPHEN && from->hyphens >= MOST_HYPHENS)
		d += (int64_t)LOOSE_LINE * MORE_HYPHENS;
	if (last && from->hyphens)
		d += a->spaces > from->spaces ? LAST_HYPHEN : LAST_REST;
	if (last)
		d += short_last(a, from);
	if (distance > 1 || distance < -1)
		d += MISMATCH;
	return from->demerits + d;
}

static bool
is_allowed(const struct attempt *a, const struct fit *f, unsigned hyphens)
{
	if (a->pass->loose)
		return true;
	return f->badness <= a->pass->tolerance && !f->loose &&
	       hyphens <= MOST_HYPHENS;
}

/* The rest of a divided word stands alone as the last line: only when nothing
   else helps. */
static bool
is_lonely_rest(const struct attempt *a, const struct gp_break_node *from,
               size_t at)
{
	return at + 1 == a->k->boxes.count && from->hyphens > 0 &&
	       a->spaces == from->spaces && a->pass->tolerance == FAIR;
}

/* Weighs one line: from the node to the end of the box. */
static void
weigh(struct attempt *a, size_t node, size_t at,
      struct gp_break_node best[SLOTS])
{
	const struct gp_boxes *boxes = &a->k->boxes;
	const struct gp_box *box = &boxes->rows[at];
	struct gp_break_node *from = &a->k->nodes[node];
	struct fit f = fit_of(a, from, box);
	unsigned hyphens = box->end == GP_BOX_HYPHEN ? from->hyphens + 1 : 0;
	size_t slot = f.fitness;
	int64_t demerits;

	/* A letter that is wider than the line is a line. */
	if (f.overfull && !(a->pass->loose && from->box == at)) {
		/* A divided word may be too wide where its next part,
		   without a hyphen, is not. */
		from->dead = box->end != GP_BOX_HYPHEN;
		return;
	}
	if (!is_allowed(a, &f, hyphens) || is_lonely_rest(a, from, at))
		return;
	if (hyphens >= MOST_HYPHENS)
		slot += FITNESS_COUNT;
	demerits = demerits_of(a, from, box, &f, at + 1 == boxes->count);
	if (demerits >= best[slot].demerits)
		return;
	best[slot] = (struct gp_break_node){
		.box = at + 1,
		.previous = node,
		.demerits = demerits,
		.fitness = f.fitness,
		.hyphens = hyphens,
	};
}

/* The breaks found at a box become nodes. */
static bool
push_best(struct attempt *a, struct gp_break_node best[SLOTS])
{
	size_t i;

	for (i = 0; i < SLOTS; i++) {
		if (best[i].demerits == INT64_MAX)
			continue;
		best[i].width = a->width;
		best[i].spaces = a->spaces;
		if (!push_break(a->k, &best[i]))
			return false;
	}
	return true;
}

/* Every line that may end at this box; false when none may and no earlier
   break is left to go on from. */
static bool
weigh_all(struct attempt *a, size_t at)
{
	struct gp_breaker *k = a->k;
	const struct gp_box *box = &k->boxes.rows[at];
	struct gp_break_node best[SLOTS];
	size_t end = k->n_nodes, i;

	for (i = 0; i < SLOTS; i++)
		best[i].demerits = INT64_MAX;
	if (end - a->first > MOST_ACTIVE)
		a->first = end - MOST_ACTIVE;
	if (box->end != GP_BOX_TIE || a->pass->ties)
		for (i = a->first; i < end; i++)
			if (!k->nodes[i].dead)
				weigh(a, i, at, best);
	if (box->end == GP_BOX_SPACE || box->end == GP_BOX_TIE) {
		a->width += box->after;
		a->spaces += box->after;
	}
	if (box->end == GP_BOX_FORCED)
		a->first = end;
	if (!push_best(a, best))
		return false;
	while (a->first < k->n_nodes && k->nodes[a->first].dead)
		a->first++;
	return a->first < k->n_nodes;
}

/* The node of the last break of the best way through; 0: there is none. */
static size_t
attempt(struct gp_breaker *k, const struct gp_para *p, gp_len measure,
        const struct line_pass *pass)
{
	struct attempt a = { .k = k,
		             .pass = pass,
		             .ragged = p->align != GP_ALIGN_JUSTIFY,
		             .title = p->title,
		             .measure = measure > 0 ? measure : 1,
		             .give = measure / (p->hyphenate
		                                        ? RAGGED_DIVIDED_PART
		                                        : RAGGED_PART) };
	struct gp_break_node start = { .fitness = DECENT };
	size_t i, best;

	k->n_nodes = 0;
	if (!push_break(k, &start))
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

/* Better and better chances until there is a way; the last allows all. */
static const struct line_pass justified[] = {
	{ .tolerance = NEAT },
	{ .hyphens = true, .tolerance = FAIR },
	{ .hyphens = true, .ties = true, .tolerance = WORST },
	{ .hyphens = true, .ties = true, .loose = true },
};

static const struct line_pass ragged[] = {
	{ .ties = true, .tolerance = FAIR },
	{ .hyphens = true, .ties = true, .tolerance = FAIR },
	{ .hyphens = true, .ties = true, .tolerance = WORST },
	{ .hyphens = true, .ties = true, .loose = true },
};

/* A word wider than the line is divided before it is cut. */
static size_t
find_way(struct gp_breaker *k, const struct gp_para *p, gp_len measure)
{
	const struct line_pass *passes =
		p->align == GP_ALIGN_JUSTIFY ? justified : ragged;
	size_t count = sizeof justified / sizeof *justified, i, way = 0;
	bool divided = false;

	if (!gp_boxes_cut(&k->boxes, p, measure, false) || !k->boxes.count)
		return 0;
	for (i = k->boxes.has_wide && p->hyphenate; i < count && !way; i++) {
		if (passes[i].hyphens && p->hyphenate && !divided) {
			if (!gp_boxes_cut(&k->boxes, p, measure, true))
				return 0;
			divided = true;
		}
		way = attempt(k, p, measure, &passes[i]);
	}
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
