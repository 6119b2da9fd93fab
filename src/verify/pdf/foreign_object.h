/*
 * PDF syntax (ISO 32000-1, 7.2 and 7.3): tokens and objects of a text of
 * bytes.  It knows no file: references stay references.
 * Private to verify/pdf/.
 */
#ifndef GP_VERIFY_PDF_FOREIGN_OBJECT_H
#define GP_VERIFY_PDF_FOREIGN_OBJECT_H

#include "base/arena.h"

#include <stdint.h>

enum gp_pdf_type {
	GP_PDF_NULL,
	GP_PDF_BOOL,
	GP_PDF_INT,
	GP_PDF_REAL,
	GP_PDF_NAME,
	GP_PDF_STRING,
	GP_PDF_ARRAY,
	GP_PDF_DICT, /* of a stream too */
	GP_PDF_REF,
	/* Tokens that are no objects. */
	GP_PDF_WORD, /* an operator or keyword */
	GP_PDF_OPEN_ARRAY,
	GP_PDF_CLOSE_ARRAY,
	GP_PDF_OPEN_DICT,
	GP_PDF_CLOSE_DICT,
	GP_PDF_END,
	GP_PDF_BAD,
};

struct gp_pdf_value {
	enum gp_pdf_type type;
	int64_t integer;    /* of a reference its object number; of a bool */
	struct gp_str text; /* of names, strings (decoded), words */
	struct gp_str key;  /* in a dictionary */
	struct gp_pdf_value *items, *next;
	bool has_stream;
	struct gp_str stream; /* as it lies in the file */
	unsigned number;      /* of the object itself; 0: part of another */
	bool looked;          /* at, when once is enough */
};

struct gp_pdf_lexer {
	struct gp_arena *arena; /* for decoded strings and objects */
	struct gp_str text;
	size_t at;
};

/* The next token in *out, its type as the result. */
enum gp_pdf_type
gp_pdf_token(struct gp_pdf_lexer *l, struct gp_pdf_value *out);

/* The next object, with references; NULL when it is malformed, or deeper than
   GP_MAX_PDF_DEPTH. */
struct gp_pdf_value *
gp_pdf_parse(struct gp_pdf_lexer *l);

bool
gp_pdf_is_space(char c);

#endif
