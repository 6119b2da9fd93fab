/*
 * The trees walked: see html_forest.h.  A walk ends, as each step leads on in
 * the table.  What a measure means is not known here.
 */
#include "import/html/choose/html_forest.h"

#include <stddef.h>

/* At most `most`: on to `yes`, else to `no`.  Over 0 it is a node, else a
   value, counted from 0 down. */
struct fork {
	unsigned char measure;
	int most;
	short yes, no;
};

static const struct fork nodes[] = {
#define GP_TREE(first)
#define GP_NODE(measure, most, yes, no) \
	{ GP_MEASURE_##measure, (most), (yes), (no) },
#define GP_VALUE(thousandths)
#include "import/html/choose/html_forest.def"
#undef GP_TREE
#undef GP_NODE
#undef GP_VALUE
};

static const short trees[] = {
#define GP_TREE(first) (first),
#define GP_NODE(measure, most, yes, no)
#define GP_VALUE(thousandths)
#include "import/html/choose/html_forest.def"
#undef GP_TREE
#undef GP_NODE
#undef GP_VALUE
};

static const short values[] = {
#define GP_TREE(first)
#define GP_NODE(measure, most, yes, no)
#define GP_VALUE(thousandths) (thousandths),
#include "import/html/choose/html_forest.def"
#undef GP_TREE
#undef GP_NODE
#undef GP_VALUE
};

enum {
	TREES = sizeof trees / sizeof trees[0],
	NODES = sizeof nodes / sizeof nodes[0],
	VALUES = sizeof values / sizeof values[0],
};

static int
walk(int node, const int *row)
{
	do {
		const struct fork *n = &nodes[node];

		node = row[n->measure] <= n->most ? n->yes : n->no;
	} while (node > 0);
	return values[-node];
}

int
gp_forest_sum(const int row[GP_MEASURE_COUNT])
{
	int sum = 0;
	size_t i;

	for (i = 0; i < TREES; i++)
		sum += walk(trees[i], row);
	return sum;
}

/* The logistic function at steps of half a logit, 50 to 99 in the hundred. */
int
gp_forest_percent(int sum)
{
	static const int steps[] = { 50, 62, 73, 82, 88, 92, 95, 97, 98, 99 };
	enum { HALF_LOGIT = 500, STEPS = sizeof steps / sizeof steps[0] };
	int step = (sum < 0 ? -sum : sum) / HALF_LOGIT;
	int percent = steps[step < STEPS ? step : STEPS - 1];

	return sum < 0 ? 100 - percent : percent;
}

/* ---- the table itself ---- */

static bool
leads_on(int from, int to, unsigned char *seen)
{
	if (to > 0)
		return to > from && to < NODES && ++seen[to] == 1;
	return -to < VALUES;
}

const char *
gp_forest_fault(void)
{
	unsigned char seen[NODES] = { 0 };
	int i;

	for (i = 0; i < TREES; i++)
		if (trees[i] < 0 || trees[i] >= NODES || seen[trees[i]]++)
			return "a tree begins where none can";
	for (i = 0; i < NODES; i++) {
		if (nodes[i].measure >= GP_MEASURE_COUNT)
			return "a node asks for a measure that is none";
		if (!leads_on(i, nodes[i].yes, seen) ||
		    !leads_on(i, nodes[i].no, seen))
			return "a node leads back, out, or where another does";
	}
	return NULL;
}
