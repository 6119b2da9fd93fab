/*
 * PDFs of one page in the shape that cairo gives them, made by hand, and the
 * pass after painting over them: for tests that spoil them.
 */
#ifndef GP_TESTS_ONEPAGE_H
#define GP_TESTS_ONEPAGE_H

#include "base/buf.h"

/* The objects of a page with one marked word: a catalogue (1), the list of
 * pages (2), the page (3), its content (4) and the content's length (5),
 * resources (6) and a font (7). */
enum { ONEPAGE_OBJECTS = 7 };
extern const char *const onepage_objects[ONEPAGE_OBJECTS];

/* A file of these objects with a table of them; number 1 is the catalogue. */
void
onepage_file(struct gp_buf *out, const char *const *objects, size_t n);
/* The same with a table as a stream, and all but the content in one object
 * stream, as cairo 1.18 has it. */
void
onepage_packed(struct gp_buf *out, const char *const *objects, size_t n);

/* The pass after painting, for a layout of one page with one paragraph on
 * it. */
bool
onepage_post(struct gp_str plain, struct gp_buf *out, struct gp_err *e);

#endif
