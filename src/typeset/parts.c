/* The makers of a layout (style, faces, hyphenation, lines, flow, pages)
   joined on one arena, and freed together.  It makes the flow and the layout
   run one behind the other, and takes no part in either. */
#include "typeset/parts.h"

#include "base/limits.h"

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
	p->composer.pack = job->pack;
	p->composer.date = &job->date;
	p->composer.flow = &p->flow;
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

bool
gp_parts_lay_out(struct gp_parts *p, struct gp_err *e)
{
	gp_compose(&p->composer);
	if (!gp_layout_run(&p->layout, e))
		return false;
	gp_tree_mend_headings(&p->flow.tree);
	return true;
}
