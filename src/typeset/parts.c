/* The makers of a layout (style, faces, hyphenation, lines, flow, pages)
   joined on one arena, and freed together.  It makes the flow and the layout
   run one behind the other, and takes no part in either. */
#include "typeset/parts.h"

#include "base/limits.h"

/* A few sources have room on every sheet. */
enum { FEW_SOURCES = 6 };

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
	p->composer.cover_sources = SIZE_MAX;
	p->composer.cover_days = true;
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

/* The pages of a cover that names so many sources. */
static bool
cover_pages(struct gp_parts *p, size_t sources, size_t *pages, struct gp_err *e)
{
	p->composer.cover_sources = sources;
	gp_parts_begin(p);
	gp_compose_cover_alone(&p->composer);
	if (!gp_layout_cut(&p->layout, e))
		return false;
	*pages = p->layout.n_pages;
	return true;
}

/* The cover names as many sources as make one page of it. */
static bool
fit_sources(struct gp_parts *p, struct gp_err *e)
{
	size_t most = gp_compose_sources(&p->composer), least = 0, pages;
	size_t tried = most;

	while (least < most) {
		if (!cover_pages(p, tried, &pages, e))
			return false;
		if (pages <= 1)
			least = tried;
		else
			most = tried - 1;
		tried = least + (most - least + 1) / 2;
	}
	p->composer.cover_sources = least;
	return true;
}

/* The days go before the last source does. */
static bool
fit_cover(struct gp_parts *p, struct gp_err *e)
{
	size_t sources = gp_compose_sources(&p->composer);

	if (sources <= FEW_SOURCES)
		return true;
	if (!fit_sources(p, e))
		return false;
	if (p->composer.cover_sources)
		return true;
	p->composer.cover_days = false;
	return fit_sources(p, e);
}

bool
gp_parts_lay_out(struct gp_parts *p, struct gp_err *e)
{
	struct gp_diag *diag = p->flow.diag;

	if (!fit_cover(p, e))
		return false;
	gp_parts_begin(p);
	p->flow.diag = p->layout.diag = diag;
	gp_compose(&p->composer);
	if (!gp_layout_run(&p->layout, e))
		return false;
	gp_tree_mend_headings(&p->flow.tree);
	return true;
}
