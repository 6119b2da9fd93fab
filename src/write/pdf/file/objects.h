/*
 * A writer of PDF files: objects by number, gathered in compressed streams,
 * and the table of them as a stream (ISO 32000-1, 7.5.7 and 7.5.8).  Knows PDF
 * and no layout.
 *
 * An object is begun, its text appended, and ended; the next one comes after
 * it.  Failures are kept and told at the end.
 */
#ifndef GP_WRITE_PDF_FILE_OBJECTS_H
#define GP_WRITE_PDF_FILE_OBJECTS_H

#include "base/arena.h"

#include <stdint.h>

/* Objects of one stream: readers inflate all of them for one. */
enum { GP_OBJECTS_TOGETHER = 200 };

/* Of libdeflate: above 6, text gains less than 1 % and takes twice the
   time. */
enum { GP_OBJECTS_LEVEL = 6 };

struct libdeflate_compressor;
struct gp_object_row;

struct gp_objects {
	struct gp_arena *arena; /* holds the table */
	struct gp_buf *out;
	struct gp_object_row *rows;
	size_t n_rows, cap_rows;
	struct gp_buf heads, bodies; /* of the objects that wait */
	uint32_t waiting[GP_OBJECTS_TOGETHER];
	size_t n_waiting;
	struct libdeflate_compressor *deflater;
	char *room; /* for what is deflated */
	size_t cap;
	bool failed; /* out of memory */
};

/* Begins a file in `out`, which is empty.  gp_objects_close() ends it, also
   after a failure. */
void
gp_objects_open(struct gp_objects *o, struct gp_arena *arena,
                struct gp_buf *out);
void
gp_objects_close(struct gp_objects *o);

/* `count` new numbers in a row: the first of them. */
uint32_t
gp_obj_new(struct gp_objects *o, size_t count);

/* Begins an object: its value is appended to what this gives. */
struct gp_buf *
gp_obj_begin(struct gp_objects *o, uint32_t number);
void
gp_obj_end(struct gp_objects *o);

/* An object with a stream; `entries` are those of its dictionary but for
   /Length and /Filter: "/N 3".  Not between begin and end. */
void
gp_obj_deflated(struct gp_objects *o, uint32_t number, struct gp_str entries,
                struct gp_str data);
/* The same with the bytes as they are. */
void
gp_obj_stream(struct gp_objects *o, uint32_t number, struct gp_str entries,
              struct gp_str data);

/* Ends the file; its /ID is made of its bytes.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_objects_finish(struct gp_objects *o, uint32_t root, uint32_t info,
                  struct gp_err *e);

#endif
