/* What is too deep melts into its parent: its tag makes an element that holds
   nothing, its end tag nothing.  Counters of the names tell which end tags
   those are. */
#include "import/html/parse/parse_build.h"

/* Those that hold nothing, raw text only, or belong to a table that is open
   are let in. */
static bool
may_melt(const struct gp_build *b, unsigned name)
{
	static const uint64_t never =
		UINT64_C(1) << GP_START_BODY | UINT64_C(1) << GP_START_HEAD |
		UINT64_C(1) << GP_START_HR | UINT64_C(1) << GP_START_HTML |
		UINT64_C(1) << GP_START_IFRAME | UINT64_C(1) << GP_START_IMAGE |
		UINT64_C(1) << GP_START_INPUT |
		UINT64_C(1) << GP_START_NOEMBED |
		UINT64_C(1) << GP_START_PLAINTEXT |
		UINT64_C(1) << GP_START_SOURCE | UINT64_C(1) << GP_START_STRAY |
		UINT64_C(1) << GP_START_TEXTAREA |
		UINT64_C(1) << GP_START_VOID | UINT64_C(1) << GP_START_XMP;

	if (name == GP_N_TABLE)
		return true;
	if (b->depth < GP_MAX_HTML_OPEN ||
	    (b->is_scripted && name == GP_N_NOSCRIPT))
		return false;
	return !b->open[b->depth].is_html || name == GP_N_TEMPLATE ||
	       !(never >> gp_name_start(name) & 1);
}

static bool
melt_start(struct gp_build *b, const struct gp_html_token *t)
{
	struct gp_name_row *row = &b->scan.names.rows[t->name];
	bool fosters = b->fosters;
	uint32_t node;

	if (b->depth < GP_MAX_HTML_OPEN - GP_BUILD_ROOM ||
	    !may_melt(b, t->name))
		return false;
	b->fosters = true;
	node = gp_build_make(b, t, GP_FLAT_HTML);
	if (b->failed == GP_OK)
		gp_build_link(b, node, gp_build_place(b, gp_open_node(b)));
	b->fosters = fosters;
	b->nodes[node].is |= GP_FLAT_MELTED;
	if (row->melted_in != b->melt_time)
		row->melted = 0;
	row->melted_in = b->melt_time;
	if (!t->is_self_closing && row->melted < UINT16_MAX)
		row->melted++;
	return true;
}

static bool
melt_end(struct gp_build *b, const struct gp_html_token *t)
{
	struct gp_name_row *row = &b->scan.names.rows[t->name];

	if (row->melted == 0 || row->melted_in != b->melt_time)
		return false;
	row->melted--;
	return true;
}

bool
gp_open_melt(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_START)
		return melt_start(b, t);
	return t->kind == GP_TOKEN_END && melt_end(b, t);
}
