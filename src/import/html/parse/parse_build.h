/*
 * The tree builder: from tags and text to a tree (HTML Living Standard, 13.2.4
 * and 13.2.6).  Each insertion mode is a function from a token to changes;
 * what they share stands here.  Nothing knows bytes of the source but as
 * views.  Private to import/html/parse/.
 */
#ifndef GP_IMPORT_HTML_PARSE_BUILD_H
#define GP_IMPORT_HTML_PARSE_BUILD_H

#include "base/limits.h"
#include "import/html/parse/parse_scan.h"

enum gp_mode {
	GP_MODE_INITIAL,
	GP_MODE_BEFORE_HTML,
	GP_MODE_BEFORE_HEAD,
	GP_MODE_HEAD,
	GP_MODE_HEAD_NOSCRIPT,
	GP_MODE_AFTER_HEAD,
	GP_MODE_BODY,
	GP_MODE_TEXT,
	GP_MODE_TABLE,
	GP_MODE_TABLE_TEXT,
	GP_MODE_CAPTION,
	GP_MODE_COLGROUP,
	GP_MODE_TABLE_BODY,
	GP_MODE_ROW,
	GP_MODE_CELL,
	GP_MODE_TEMPLATE,
	GP_MODE_AFTER_BODY,
	GP_MODE_FRAMESET,
	GP_MODE_AFTER_FRAMESET,
	GP_MODE_AFTER_AFTER_BODY,
	GP_MODE_AFTER_AFTER_FRAMESET,
	GP_MODES,
};

/* What bounds a search down the stack of open elements. */
enum gp_bound {
	GP_IN_SCOPE,
	GP_IN_LIST,
	GP_IN_BUTTON,
	GP_IN_TABLE,
	GP_TO_SPECIAL,
	GP_TO_ITEM, /* a special one, but for <address>, <div> and <p> */
	GP_TO_HTML, /* an element that is not foreign */
	GP_BOUNDS,
};

/* Room on the stack over the depth at which elements melt: rows and cells of
   a table that is open, raw text. */
enum { GP_BUILD_ROOM = 16, GP_BUILD_STACK = GP_MAX_HTML_OPEN + GP_BUILD_ROOM };

/* An element of the stack.  Positions count from 1, 0 is none, so that each
   question about a scope is one comparison. */
struct gp_open {
	uint32_t node;
	uint16_t name;
	uint16_t below;             /* the next lower of its name */
	uint16_t bounds[GP_BOUNDS]; /* the nearest, down from itself */
	uint8_t is_bound;           /* a bit for each */
	bool is_html;
};

/* How nodes hang together while the tree grows. */
struct gp_link {
	uint32_t first, last, before, after;
	uint16_t open;  /* its position on the stack */
	bool is_listed; /* among the active formatting elements */
};

struct gp_active {
	uint32_t node; /* GP_FLAT_NONE: a marker */
	uint64_t hash; /* of its attributes, in any order */
};

/* Where a node goes: before `before`, or last in `parent`. */
struct gp_spot {
	uint32_t parent, before;
};

struct gp_build;
typedef void
gp_mode_fn(struct gp_build *b, struct gp_html_token *t);

struct gp_build {
	struct gp_scan scan;
	gp_mode_fn *const *modes; /* by enum gp_mode */
	gp_mode_fn *foreign;      /* the rules of foreign content */
	struct gp_arena *arena, *scratch;
	struct gp_flat_node *nodes;
	struct gp_link *links;
	uint32_t n, cap;
	struct gp_open open[GP_BUILD_STACK + 1];
	unsigned depth;
	uint16_t melt_time;
	struct gp_active *active;
	size_t n_active, cap_active;
	enum gp_mode mode, back;  /* `back`: after text */
	unsigned char *templates; /* modes in them */
	size_t n_templates, cap_templates;
	uint32_t head, form;
	struct gp_html_token pending; /* text in a table... */
	struct gp_buf pending_text;   /* ...when it is of several pieces */
	bool is_pending, is_pending_copied;
	bool is_fragment, is_scripted, is_quirky;
	bool has_shadows; /* a template says it is a shadow root */
	bool has_places;  /* ...that it holds the place of a part */
	bool frameset_ok;
	bool fosters;      /* what no table may hold goes before it */
	bool is_endless;   /* no more </noscript> comes */
	unsigned tag;      /* name of the one at hand, GP_N_NONE: none */
	bool skip_newline; /* the first in <pre> and <textarea> */
	bool is_done;
	enum gp_code failed;
	const char *why;
};

/* ---- parse_build.c: tokens ---- */

/* A token by the rules of the mode at hand, or of foreign content. */
void
gp_build_token(struct gp_build *b, struct gp_html_token *t);
/* By the rules of that mode. */
void
gp_build_by(struct gp_build *b, enum gp_mode mode, struct gp_html_token *t);
void
gp_build_fail(struct gp_build *b, enum gp_code code, const char *why);

/* ---- parse_node.c: nodes ---- */

/* Makes room for more nodes; false when out of memory. */
bool
gp_build_grow(struct gp_build *b);
/* Where a node goes that is put into `target`. */
struct gp_spot
gp_build_place(const struct gp_build *b, uint32_t target);
void
gp_build_link(struct gp_build *b, uint32_t node, struct gp_spot place);
/* Takes a node out of its parent. */
void
gp_build_unlink(struct gp_build *b, uint32_t node);
/* Gives all that `from` holds to `to`. */
void
gp_build_move_all(struct gp_build *b, uint32_t from, uint32_t to);
/* A new element for the tag, not in the tree. */
uint32_t
gp_build_make(struct gp_build *b, const struct gp_html_token *t,
              enum gp_flat_kind kind);
/* A new one like `node`. */
uint32_t
gp_build_again(struct gp_build *b, uint32_t node,
               const struct gp_html_token *t);
/* Made, put in its place and opened. */
uint32_t
gp_build_insert(struct gp_build *b, const struct gp_html_token *t);
uint32_t
gp_build_insert_foreign(struct gp_build *b, const struct gp_html_token *t,
                        enum gp_flat_kind kind);
/* The same without a tag. */
uint32_t
gp_build_imply(struct gp_build *b, const struct gp_html_token *t,
               enum gp_name name);
/* Made and put in its place: it holds nothing. */
void
gp_build_insert_void(struct gp_build *b, const struct gp_html_token *t);
void
gp_build_insert_text(struct gp_build *b, const struct gp_html_token *t);
/* The same, of a text only its white space. */
void
gp_build_insert_spaces(struct gp_build *b, struct gp_html_token *t);
/* Adds to the element those attributes of the tag that it has not. */
void
gp_build_add_attributes(struct gp_build *b, uint32_t node,
                        const struct gp_html_token *t);
/* The attribute of a tag or NULL. */
const struct gp_flat_attr *
gp_build_attr(const struct gp_build *b, const struct gp_html_token *t,
              enum gp_name name);
/* The same of an element that is made; a text has none. */
const struct gp_flat_attr *
gp_build_attr_of(const struct gp_build *b, uint32_t node, unsigned name);
/* Takes the white space at its start off a text: the part, empty when there
   is none. */
struct gp_html_token
gp_build_take_space(struct gp_html_token *t);
bool
gp_build_is_space(struct gp_str s);

/* ---- parse_stack.c: open elements ---- */

void
gp_open_push(struct gp_build *b, uint32_t node);
void
gp_open_pop(struct gp_build *b);
/* Pops the element at that position and all above it; 0: nothing. */
void
gp_open_pop_to(struct gp_build *b, unsigned at);
void
gp_open_remove(struct gp_build *b, unsigned at);
/* Takes the element at `from` out and puts `node` where, higher, the one at
   `to` was, which goes down by one. */
void
gp_open_swap(struct gp_build *b, unsigned from, unsigned to, uint32_t node);
/* Pops what implies its end tag, but for `except` (GP_N_NONE: no exception);
   `thorough`: parts of tables too. */
void
gp_open_imply_ends(struct gp_build *b, unsigned except, bool thorough);
/* The position of the highest open element of HTML with that name, or 0. */
unsigned
gp_open_top(const struct gp_build *b, unsigned name);
/* The same within a scope. */
unsigned
gp_open_in(const struct gp_build *b, unsigned name, enum gp_bound bound);
/* "Any other end tag", 13.2.6.4.7: pops to the highest of that name, unless
   something special is above it. */
void
gp_open_end(struct gp_build *b, unsigned name);
/* Pops up to a <p> in the scope of buttons. */
void
gp_open_close_p(struct gp_build *b);
/* "Reset the insertion mode appropriately", 13.2.4.1. */
void
gp_open_reset_mode(struct gp_build *b);

static inline uint32_t
gp_open_node(const struct gp_build *b)
{
	return b->open[b->depth].node;
}

/* True when the current node is an element of HTML with that name. */
static inline bool
gp_open_is(const struct gp_build *b, unsigned name)
{
	return b->open[b->depth].name == name && b->open[b->depth].is_html;
}

/* ---- parse_active.c: formatting elements ---- */

void
gp_active_push(struct gp_build *b, uint32_t node);
void
gp_active_mark(struct gp_build *b);
/* Forgets all since the last marker, and it. */
void
gp_active_clear(struct gp_build *b);
void
gp_active_remove(struct gp_build *b, uint32_t node);
/* The last of that name after the last marker, or GP_FLAT_NONE. */
uint32_t
gp_active_find(const struct gp_build *b, unsigned name);
/* "Reconstruct the active formatting elements", 13.2.4.3. */
void
gp_active_reopen(struct gp_build *b, const struct gp_html_token *t);
/* The adoption agency algorithm, 13.2.6.4.7. */
void
gp_active_adopt(struct gp_build *b, const struct gp_html_token *t);

/* ---- parse_melt.c: what is too deep ---- */

/* True when a tag was too deep, or ended what was, and is done with. */
bool
gp_open_melt(struct gp_build *b, struct gp_html_token *t);

/* ---- the modes ---- */

gp_mode_fn gp_mode_initial, gp_mode_before_html, gp_mode_before_head,
	gp_mode_head, gp_mode_head_noscript, gp_mode_after_head;
gp_mode_fn gp_mode_body, gp_mode_text, gp_mode_template, gp_mode_after_body,
	gp_mode_after_after_body;
gp_mode_fn gp_mode_frameset, gp_mode_after_frameset,
	gp_mode_after_after_frameset;
gp_mode_fn gp_mode_table, gp_mode_table_text, gp_mode_caption, gp_mode_colgroup,
	gp_mode_table_body, gp_mode_row, gp_mode_cell;
/* Of foreign content. */
gp_mode_fn gp_mode_foreign;
/* Tags in a body. */
gp_mode_fn gp_body_start, gp_body_end;

/* Reads the text of the element as `how`, then goes back to this mode. */
void
gp_mode_begin_text(struct gp_build *b, const struct gp_html_token *t,
                   enum gp_scan_how how);

/* True when what stands in a <noscript> that begins here is a text: with
   scripts, and when it ends somewhere. */
bool
gp_build_hides_noscript(struct gp_build *b);

/* ---- parse_finish.c ---- */

/* Puts the nodes in document order and sets their ends. */
bool
gp_build_finish(struct gp_build *b, struct gp_flat *d);

#endif
