/*
 * Any bytes as the source of a tree: as a page, as a fragment, with shadow
 * roots flattened and not.  A fault is a crash, an error that blames no limit,
 * or a tree whose numbers do not fit together.
 */
#include "base/limits.h"
#include "import/html/parse/flat.h"

#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what, uint32_t node)
{
	fprintf(stderr, "fuzz_parse: node %u: %s\n", node, what);
	abort();
}

static void
check_place(const struct gp_flat *d, uint32_t i)
{
	const struct gp_flat_node *n = &d->nodes[i], *parent;

	if (n->end <= i || n->end > d->n_nodes)
		fault("ends where it must not", i);
	if ((n->parent == GP_FLAT_NONE) != (i == 0))
		fault("another than the first has no parent", i);
	if (i == 0)
		return;
	if (n->parent >= i)
		fault("stands before its parent", i);
	parent = &d->nodes[n->parent];
	if (parent->kind == GP_FLAT_TEXT || n->end > parent->end)
		fault("stands in what cannot hold it", i);
	if (i != n->parent + 1 && d->nodes[gp_flat_before(d, i)].end != i)
		fault("does not follow the one before it", i);
}

static void
check_node(const struct gp_flat *d, uint32_t i, size_t size)
{
	const struct gp_flat_node *n = &d->nodes[i];
	const struct gp_flat_attr *a;
	size_t count, k, sum = 0;

	if (n->at > size || n->line > size + 1)
		fault("is nowhere in the source", i);
	if (n->kind == GP_FLAT_TEXT) {
		if (n->size == 0 || n->end != i + 1 || n->name != GP_N_NONE)
			fault("is no good text", i);
		for (k = 0; k < n->size; k++)
			sum += (unsigned char)n->as.bytes[k];
	} else if (gp_flat_name(d, n->name).n == 0 && n->name != GP_N_OTHER) {
		fault("has no name", i);
	}
	a = gp_flat_attributes(d, i, &count);
	for (; count; count--, a++)
		for (k = 0; k < a->size; k++)
			sum += (unsigned char)a->value[k];
	if (sum > SIZE_MAX / 2)
		fault("cannot be", i);
}

static void
run(struct gp_str source, struct gp_flat_options options)
{
	struct gp_arena *arena = gp_arena_new(64 * GP_MIB);
	struct gp_flat *d = NULL;
	struct gp_err e = { 0 };
	uint32_t i;

	if (!arena)
		return;
	if (!gp_flat_parse(source, &options, arena, &d, &e)) {
		if (e.code != GP_LIMIT)
			fault(e.msg, 0);
	} else {
		for (i = 0; i < d->n_nodes; i++) {
			check_place(d, i);
			check_node(d, i, source.n);
		}
	}
	gp_arena_free(arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_str source = { (const char *)data, size };

	run(source, (struct gp_flat_options){ 0 });
	run(source, (struct gp_flat_options){ .is_fragment = true });
	run(source, (struct gp_flat_options){ .is_scripted = true,
	                                      .keep_templates = true });
	return 0;
}
