/*
 * Values of foreign PDF files (ISO 32000-1, 7.3) as trees, built by the walk
 * of base/pdf/tokens.h.  Knows no file: references stay references.
 */
#ifndef GP_VERIFY_PDF_FOREIGN_OBJECT_H
#define GP_VERIFY_PDF_FOREIGN_OBJECT_H

#include "base/map.h"
#include "base/pdf/tokens.h"
#include "verify/inspect.h"

#include <stdint.h>

enum gp_pdf_type {
	GP_PDF_NULL,
	GP_PDF_BOOL,
	GP_PDF_INT,
	GP_PDF_REAL, /* and whole numbers beyond 64 bits */
	GP_PDF_NAME,
	GP_PDF_STRING,
	GP_PDF_ARRAY,
	GP_PDF_DICT, /* of a stream too */
	GP_PDF_REF,
};

/* What few containers have. */
struct gp_pdf_extra {
	struct gp_str stream;  /* as it lies in the file; `p` NULL: none */
	bool unpacked, broken; /* it was once; it cannot be */
	bool indexed;
	struct gp_map keys; /* of a large dictionary */
};

struct gp_pdf_value {
	struct gp_str key; /* in a dictionary */
	struct gp_pdf_value *next;
	union {
		int64_t integer;    /* INT; BOOL; REF: the object's number */
		struct gp_str text; /* NAME, STRING: decoded */
		struct {
			struct gp_pdf_value *first;
			struct gp_pdf_extra *extra; /* NULL: none */
		} items;                            /* ARRAY, DICT */
	} as;
	unsigned number; /* of the object itself; 0: part of another */
	enum gp_pdf_type type : 8;
	bool looked; /* at, when once is enough */
};

/* Where a text is read, and what for: each byte is a step of `in`, and values
   lie in its arena. */
struct gp_pdf_lexer {
	struct gp_inspect *in;
	struct gp_str text;
	size_t at;
};

/* The next token, empty where there is none. */
struct gp_str
gp_pdf_token(struct gp_pdf_lexer *l);
/* The same, true for a whole number of at most `most`. */
bool
gp_pdf_take_number(struct gp_pdf_lexer *l, size_t most, size_t *n);
/* The same, true for that word. */
bool
gp_pdf_take_word(struct gp_pdf_lexer *l, const char *word);

/* The next value, with references; NULL when it is malformed, or deeper than
   GP_MAX_PDF_DEPTH. */
struct gp_pdf_value *
gp_pdf_parse(struct gp_pdf_lexer *l);

/* The name that a token "/Name" means, "#20" and the like decoded: a view, or
   in the arena. */
struct gp_str
gp_pdf_name_of(struct gp_arena *a, struct gp_str token);

/* The first of what an array or a dictionary holds; NULL for others. */
struct gp_pdf_value *
gp_pdf_items(const struct gp_pdf_value *v);

/* The bytes of a stream as they lie in the file; their `p` is NULL when `v` has
   none. */
struct gp_str
gp_pdf_stream(const struct gp_pdf_value *v);

/* What else is known of an array or a dictionary, made when it is asked for;
   NULL without memory, and for others. */
struct gp_pdf_extra *
gp_pdf_extra(struct gp_arena *a, struct gp_pdf_value *v);

#endif
