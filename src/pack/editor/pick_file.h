/*
 * pick.txt: which articles of a folder an editor wants, a line each, under the
 * sections they are to stand in.  Read into lines that can be written again as
 * they were; only the file name in front of a line means something, and what
 * stands behind " | # ", which is the editor's own.  Whether there is such an
 * article is for others to know.
 */
#ifndef GP_PACK_PICK_FILE_H
#define GP_PACK_PICK_FILE_H

#include "base/buf.h"
#include "base/map.h"

enum gp_pick_kind { GP_PICK_REMARK, GP_PICK_HEADING, GP_PICK_ARTICLE };

struct gp_pick_line {
	enum gp_pick_kind kind;
	struct gp_str text;    /* of a remark: all of it; of a heading: what it
	                       says; of an article: its name, "FILE#PART" for
	                       one of several */
	struct gp_str note;    /* the editor's, behind " | # "; "" for none */
	struct gp_str section; /* that the line is under; "": none of the
	                          pack's, so it is as the article has it */
	bool chosen;           /* it is not under [Not selected] */
	unsigned line;         /* from 1 */
};

/* Start from zero.  Without a file there is no line. */
struct gp_pick {
	struct gp_str path; /* "": there is no such file */
	struct gp_pick_line *lines;
	size_t n;
	struct gp_map by_name; /* article to its line */
};

/* Headings that are no section of the pack's. */
extern const char gp_pick_selected[];
extern const char gp_pick_rest[];

/* Reads the text into `out`, all of it kept in `a`.  `sections`: those that
   there are.  Errors: GP_SYNTAX with the line (an article twice, an unknown
   section, an article under no heading, bytes that are not UTF-8), GP_LIMIT,
   GP_NOMEM. */
bool
gp_pick_read(struct gp_pick *out, struct gp_arena *a, const char *path,
             struct gp_str text, const struct gp_str *sections, size_t n,
             struct gp_err *e);

/* Appends what somebody else wrote as it may stand in the line of an article:
   with "/" for a bar, which would part the line or begin a note, and a space
   for what would end it. */
void
gp_pick_put(struct gp_buf *to, struct gp_str s);

/* Cuts the name of an article, "FILE#PART", before its last "#" where a file
   may be called so; false, and nothing is cut, when there is none. */
bool
gp_pick_file_of(struct gp_str *name);

/* The line of an article, or of the file that it came in; NULL: none. */
const struct gp_pick_line *
gp_pick_line_of(const struct gp_pick *pick, struct gp_str article);

#endif
