/*
 * JSON (RFC 8259) written straight into a buffer: an object or array is
 * opened, filled and closed, each on lines of its own, a space deeper than
 * what it stands in.  No tree is made, so a value costs its bytes and nothing
 * else.  It reads no JSON, and does not know which keys a format has.
 */
#ifndef GP_BASE_TEXT_JSON_OUT_H
#define GP_BASE_TEXT_JSON_OUT_H

#include "base/buf.h"

#include <stdint.h>

/* Start from { .buf = where it goes }; failures are the buffer's. */
struct gp_json_out {
	struct gp_buf *buf;
	unsigned depth; /* of open objects and arrays */
	bool is_filled; /* the innermost one holds something */
	bool is_keyed;  /* what comes next has its key already */
};

/* Begins an object ('{') or an array ('['). */
void
gp_json_open(struct gp_json_out *j, char bracket);
/* Ends the innermost one with '}' or ']'. */
void
gp_json_close(struct gp_json_out *j, char bracket);

/* The key of the value that comes next. */
void
gp_json_key(struct gp_json_out *j, const char *key);

/* Values.  Strings are well-formed UTF-8; they are not checked again. */
void
gp_json_string(struct gp_json_out *j, struct gp_str s);
void
gp_json_number(struct gp_json_out *j, int64_t n);
/* `n` hundredths, 0 or more, as a number with a point: 0.97, 0.5, 1.0. */
void
gp_json_hundredths(struct gp_json_out *j, unsigned n);
void
gp_json_bool(struct gp_json_out *j, bool is);
void
gp_json_null(struct gp_json_out *j);

#endif
