/*
 * A reader of PDF files, for those that cairo writes and for our own: one
 * cross-reference table or stream, objects plain or in object streams, no
 * updates, no encryption (ISO 32000-1, 7.5).  Objects are read when asked
 * for.  What is not as it should be is a fault, kept in the reader; nothing
 * is guessed or repaired.
 *
 * Its input was drawn by this process a moment ago, so that it is trusted to
 * be no trap, though not to be right.  So values are views, looked up where
 * they stand, and the pass over the file takes half of the time that qpdf
 * does; the tests let qpdf judge what comes of it.  Files of others are read by
 * verify/pdf/, on other terms; both take tokens and values from base/pdf/.
 */
#ifndef GP_WRITE_PDF_FILE_READER_H
#define GP_WRITE_PDF_FILE_READER_H

#include "base/arena.h"

#include <stdint.h>

struct libdeflate_decompressor;
struct gp_reader_row;

struct gp_reader {
	struct gp_arena *arena; /* holds the table and object streams */
	struct gp_str bytes;
	struct gp_reader_row *rows;
	size_t n_rows; /* numbers of objects are less */
	struct gp_str trailer;
	const char *fault; /* the first; NULL: none */
	enum gp_code code; /* of the fault: GP_INTERNAL, GP_LIMIT, GP_NOMEM */
	struct libdeflate_decompressor *inflater;
	char *room; /* for decoded streams */
	size_t cap;
};

/* Reads the table.  `bytes` must live as long as the reader; strings that it
   gives are views into them and into the arena.  gp_reader_close() ends it,
   also after a failure. */
void
gp_reader_open(struct gp_reader *r, struct gp_arena *arena,
               struct gp_str bytes);
void
gp_reader_close(struct gp_reader *r);

/* The value of an object, for one with a stream its dictionary; empty after
   a fault, and a number that is not in the file is one. */
struct gp_str
gp_reader_object(struct gp_reader *r, size_t number);

/* The value of a key of a dictionary; where it is a reference, what it refers
   to.  Empty when there is none. */
struct gp_str
gp_reader_key(struct gp_reader *r, struct gp_str dict, const char *key);

/* The object that a key refers to; 0 and a fault when it does not. */
size_t
gp_reader_number(struct gp_reader *r, struct gp_str dict, const char *key);

/* The bytes of an object's stream as they stand there; `dict` is filled in.
   `bytes.p` is NULL when the object has no stream. */
struct gp_str
gp_reader_stream(struct gp_reader *r, size_t number, struct gp_str *dict);

/* The bytes of a stream, decoded: good until the next call.  Any filter but
   /FlateDecode without parameters is a fault. */
struct gp_str
gp_reader_decode(struct gp_reader *r, struct gp_str dict, struct gp_str bytes);

/* Keeps a fault of GP_INTERNAL; the first one wins. */
void
gp_reader_fault(struct gp_reader *r, const char *what);
/* True when nothing was wrong; else records what was. */
bool
gp_reader_ok(const struct gp_reader *r, struct gp_err *e);

#endif
