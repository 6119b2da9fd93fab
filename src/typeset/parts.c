/* The makers of a layout (style, faces, hyphenation, lines, flow, pages)
   joined on one arena, and freed together.  It makes the flow and the layout
   run one behind the other, and takes no part in either. */
#include "typeset/parts.h"

#include "base/diag.h"
#include "base/limits.h"
#include "wording/summary_words.h"

static void
join_parts(struct gp_parts *p, const struct gp_write_job *job, struct gp_err *e)
{
	p->faces.job = job;
	p->faces.style = &p->style;
	p->faces.e = e;
	p->hyphenators.job = job;
	p->hyphenators.style = &p->style;
	p->hyphenators.arena = p->arena;
	p->hyphenators.e = e;
	p->breaker.arena = p->arena;
	p->breaker.boxes.measure = &p->measure;
	p->breaker.boxes.hyphenators = &p->hyphenators;
	p->flow.arena = p->arena;
	p->flow.style = &p->style;
	p->flow.pack = job->pack;
	p->flow.diag = job->diag;
	p->flow.tree.arena = p->arena;
	p->flow.text.arena = p->arena;
	p->flow.boxes = &p->breaker.boxes;
	p->composer.pack = job->pack;
	p->composer.date = &job->date;
	p->composer.reference = job->reference;
	p->composer.flow = &p->flow;
	p->composer.cover.sources = SIZE_MAX;
	p->layout.arena = p->arena;
	p->layout.flow = &p->flow;
	p->layout.measure = &p->measure;
	p->layout.breaker = &p->breaker;
	p->layout.diag = job->diag;
}

struct gp_parts *
gp_parts_open(const struct gp_write_job *job, struct gp_err *e)
{
	struct gp_arena *arena = gp_arena_new(GP_MAX_LAYOUT_ARENA);
	struct gp_parts *p = arena ? gp_arena_alloc(arena, sizeof *p) : NULL;

	if (!p) {
		gp_arena_free(arena);
		(void)gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	p->arena = arena;
	join_parts(p, job, e);
	p->style = *job->design;
	if (gp_measure_open(&p->measure, arena, &p->faces, e))
		return p;
	gp_parts_close(p);
	return NULL;
}

void
gp_parts_close(struct gp_parts *p)
{
	if (!p)
		return;
	gp_measure_close(&p->measure);
	gp_breaker_free(&p->breaker);
	gp_hyphen_free(&p->hyphenators);
	gp_faces_free(&p->faces);
	gp_para_drop(&p->flow.text);
	gp_arena_free(p->arena);
}

void
gp_parts_begin(struct gp_parts *p)
{
	struct gp_flow old = p->flow;
	struct gp_layout laid = p->layout;

	gp_para_drop(&p->flow.text);
	p->flow = (struct gp_flow){ .arena = p->arena,
		                    .style = old.style,
		                    .pack = old.pack,
		                    .tree.arena = p->arena,
		                    .text.arena = p->arena,
		                    .boxes = old.boxes,
		                    .lang = old.pack->info.lang,
		                    .file = "",
		                    .marking_element = GP_NONE };
	p->layout = (struct gp_layout){ .arena = p->arena,
		                        .flow = laid.flow,
		                        .measure = laid.measure,
		                        .breaker = laid.breaker };
	p->breaker.arena = p->arena;
}

/* Whether a cover that names so many sources is one page. */
static bool
cover_fits(struct gp_parts *p, size_t sources, bool *fits, struct gp_err *e)
{
	p->composer.cover.sources = sources;
	gp_parts_begin(p);
	gp_compose_cover_alone(&p->composer);
	if (!gp_layout_cut(&p->layout, e))
		return false;
	*fits = p->layout.n_pages <= 1;
	return true;
}

/* The cover names as many sources as make one page of it; not even without
   any: *fits is false. */
static bool
fit_sources(struct gp_parts *p, size_t all, bool *fits, struct gp_err *e)
{
	size_t least = 0, most = all, tried = all;

	if (!cover_fits(p, all, fits, e) || *fits || all == 0)
		return *fits || all == 0;
	most--;
	if (!cover_fits(p, 0, fits, e) || !*fits)
		return !*fits;
	while (least < most) {
		tried = least + (most - least + 1) / 2;
		if (!cover_fits(p, tried, fits, e))
			return false;
		if (*fits)
			least = tried;
		else
			most = tried - 1;
	}
	*fits = true;
	p->composer.cover.sources = least;
	return true;
}

/* What goes one after the other: the days before the last source does, then
   the size of the title, then readers, whom the last page names as well, and
   counts. */
static const struct gp_cover_room rooms[] = {
	{ .sources = 0 },
	{ .no_days = true },
	{ .no_days = true, .smaller = 1 },
	{ .no_days = true, .smaller = 2 },
	{ .no_days = true, .no_readers = true, .smaller = 2 },
	{ .no_days = true, .no_readers = true, .smaller = 3 },
	{ .no_days = true,
	  .no_readers = true,
	  .no_counts = true,
	  .smaller = 5 },
};

static bool
fit_cover(struct gp_parts *p, struct gp_err *e)
{
	size_t all = gp_compose_sources(&p->composer), i;
	bool fits = false;

	for (i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		p->composer.cover = rooms[i];
		if (!fit_sources(p, all, &fits, e))
			return false;
		if (fits && (all == 0 || p->composer.cover.sources))
			return true;
	}
	return true;
}

/* The words that the smallest title leaves no room for. */
static void
tell_cover(const struct gp_parts *p)
{
	uint32_t second = GP_NONE;
	size_t i;

	for (i = 0; i < p->layout.n_fragments; i++)
		if (p->layout.fragments[i].page == 1) {
			second = p->layout.fragments[i].block;
			break;
		}
	if (second != GP_NONE && second < p->composer.cover_end)
		gp_diag_add(p->flow.diag, GP_WARNING, "cover-long", "", 0,
		            "the cover runs over its page; shorten title, "
		            "subtitle, `for` or `handling`");
}

/* ---- the summary ---- */

static const enum gp_role summary_roles[] = { GP_ROLE_CONTENTS_TITLE,
	                                      GP_ROLE_CONTENTS_STANDFIRST,
	                                      GP_ROLE_CONTENTS_SOURCE };

enum { STEP = 20, LEAST = 16 }; /* sizes in twentieths */

/* The lists of articles in so many twentieths of the design's type, none
   smaller than its least. */
static void
size_lists(struct gp_parts *p, const struct gp_style *design, int parts)
{
	size_t i;

	for (i = 0; i < sizeof summary_roles / sizeof *summary_roles; i++) {
		const struct gp_role_style *of =
			&design->roles[summary_roles[i]];
		struct gp_role_style *role = &p->style.roles[summary_roles[i]];

		role->size = of->size / STEP * parts;
		if (role->size < design->table_least)
			role->size = of->size < design->table_least
			                     ? of->size
			                     : design->table_least;
		role->leading =
			(gp_len)((int64_t)of->leading * role->size / of->size);
		role->before = of->before / STEP * parts;
		role->after = of->after / STEP * parts;
	}
}

/* One page is what it is for: its type gets smaller within limits, and so does
   that of the contents, which it stands beside. */
static bool
fit_summary(struct gp_parts *p, struct gp_err *e)
{
	const struct gp_style design = p->style;
	int parts;

	for (parts = STEP; parts >= LEAST; parts--) {
		size_lists(p, &design, parts);
		gp_parts_begin(p);
		gp_compose_summary_alone(&p->composer);
		if (!gp_layout_cut(&p->layout, e))
			return false;
		if (p->layout.n_pages <= 1)
			return true;
		p->summary = GP_SUMMARY_SMALLER;
	}
	size_lists(p, &design, STEP);
	p->summary = GP_SUMMARY_LONG;
	return true;
}

static void
tell_summary(const struct gp_parts *p)
{
	if (p->summary == GP_SUMMARY_LONG)
		gp_diag_add(p->flow.diag, GP_WARNING, "summary-long", "", 0,
		            "on paper the summary runs over its page; give "
		            "fewer articles, or shorter `why` and "
		            "`lines_to_take`");
	if (p->summary == GP_SUMMARY_SMALLER)
		gp_diag_add(p->flow.diag, GP_NOTE, "summary-smaller", "", 0,
		            "on paper the lists of articles are set smaller, "
		            "so that the summary is one page");
}

bool
gp_parts_lay_out(struct gp_parts *p, struct gp_err *e)
{
	struct gp_diag *diag = p->flow.diag;

	if (!fit_cover(p, e) ||
	    (gp_summary_wanted(p->composer.pack) && !fit_summary(p, e)))
		return false;
	gp_parts_begin(p);
	p->flow.diag = p->layout.diag = diag;
	gp_compose(&p->composer);
	if (!gp_layout_run(&p->layout, e))
		return false;
	tell_cover(p);
	tell_summary(p);
	gp_tree_mend_headings(&p->flow.tree);
	return true;
}
