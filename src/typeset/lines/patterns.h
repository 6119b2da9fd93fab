/*
 * Hyphenation patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er,
 * Stanford 1983) in libhyphen's file format: "UTF-8" in the first line, then
 * a pattern a line, digits between its letters.  The points found are those
 * of libhyphen.  Not read are files of two levels (NEXTLEVEL) and patterns
 * that change the spelling ("/"); NOHYPHEN and the limits for compounds say
 * nothing of single words and are passed over.
 * Knows no languages, no files and no paragraphs.  Private to typeset/lines/.
 */
#ifndef GP_TYPESET_LINES_PATTERNS_H
#define GP_TYPESET_LINES_PATTERNS_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

enum { GP_HYPHEN_LETTERS = 60 }; /* longer words are not divided */

struct gp_patterns;

/* Reads a file, whose `path` is for messages; `text` must outlive what is
   returned.  Errors: GP_NOMEM; GP_INPUT when it is no file of patterns. */
struct gp_patterns *
gp_patterns_new(const char *path, struct gp_str text, struct gp_err *e);
void
gp_patterns_free(struct gp_patterns *t);

/* Where a word of lower-case letters may be divided: bit i is set when a hyphen
   may stand after its i-th letter (from 0).  At least two letters stay before
   and three after, or as many as the file asks for. */
uint64_t
gp_patterns_points(const struct gp_patterns *t, struct gp_str word);

#endif
