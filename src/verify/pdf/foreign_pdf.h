/*
 * Looking at a PDF that somebody else may have made: the file as a table of
 * objects, and what the files of this folder share.  Private to verify/pdf/.
 *
 * The reader is our own, because whatever a file says must cost time and
 * memory that its size explains.  With qpdf 11.3 it would not: a chain of
 * object streams that name each other's filters ends in a crash, strings
 * without end take over 30 s for 250 KB, a stream of 587 KB takes 1.1 GiB; and
 * its C interface shows neither the cross-reference table nor every object.
 * So here every loop over what the file says draws on gp_spend(), every list
 * is followed by gp_pdf_next(), nothing calls itself but streams that need
 * streams, to GP_MAX_PDF_NESTED, and all that is unpacked is counted against
 * GP_MAX_PDF_INFLATED.  On sane files the tests hold this reader against qpdf.
 */
#ifndef GP_VERIFY_PDF_FOREIGN_PDF_H
#define GP_VERIFY_PDF_FOREIGN_PDF_H

#include "verify/pdf/foreign_object.h"

enum gp_pdf_kind { GP_PDF_FREE, GP_PDF_PLAIN, GP_PDF_PACKED };

/* Where an object lies: a row of the cross-reference table. */
struct gp_pdf_row {
	size_t offset;              /* in the file; PACKED: not used */
	struct gp_pdf_value *value; /* NULL: none */
	unsigned in;                /* PACKED: number of the object stream */
	unsigned page;              /* which page it is, from 1; 0: none */
	unsigned element;           /* that holds it, an annotation; 0: none */
	enum gp_pdf_kind kind : 8;
	bool set, read; /* the row is known; the object was read */
	bool opened;    /* as an object stream */
};

/* Marked content of one stream: who holds it. */
struct gp_pdf_mark {
	unsigned uses;    /* in the content */
	unsigned element; /* object number of the element; 0: none yet */
};

/* A page, or a form with content of its own. */
struct gp_pdf_page {
	unsigned number; /* of the object */
	struct gp_pdf_value *dict, *resources;
	int64_t parents; /* StructParents, -1: none */
	struct gp_pdf_mark *marks;
	size_t n_marks;
};

struct gp_pdf {
	struct gp_inspect *in;
	struct gp_str bytes;
	struct gp_pdf_row *rows;
	size_t n_rows, cap_rows;
	struct gp_pdf_value *trailer, *catalog;
	size_t inflated; /* so far, against GP_MAX_PDF_INFLATED */
	unsigned nested; /* object streams that are being opened */
	struct gp_pdf_page *pages;
	size_t n_pages, cap_pages;
	struct gp_map parent_of; /* the parent tree: key, a number, to value */
	struct gp_map names;     /* named destinations */
	bool names_read;
};

/* A finding about an object. */
void
gp_pdf_found(struct gp_pdf *p, enum gp_check_id id, unsigned number,
             const char *fmt, ...) GP_PRINTF(4, 5);

/* A number as a key of a map, good while `n` is. */
struct gp_str
gp_pdf_key(const int64_t *n);

/* Reads header, end and cross-reference tables; false when there is nothing
   more to look at. */
bool
gp_pdf_open(struct gp_pdf *p);
/* The object whose number stands at `at`, not looked up in the table; NULL when
   there is none. */
struct gp_pdf_value *
gp_pdf_object_at(struct gp_pdf *p, size_t at);

/* The object of this number, or NULL. */
struct gp_pdf_value *
gp_pdf_object(struct gp_pdf *p, int64_t number);
/* A reference followed; others as they are.  NULL for nothing. */
struct gp_pdf_value *
gp_pdf_follow(struct gp_pdf *p, struct gp_pdf_value *v);
/* The value of a key, followed; NULL when missing or `dict` is none. */
struct gp_pdf_value *
gp_pdf_find(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key);
/* The same, not followed; the second by a key that the file names. */
struct gp_pdf_value *
gp_pdf_raw(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key);
struct gp_pdf_value *
gp_pdf_entry(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str key);
/* The value of a key that the file names, followed. */
struct gp_pdf_value *
gp_pdf_named(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str key);
/* What stands behind an item in its list; NULL at the end. */
struct gp_pdf_value *
gp_pdf_next(struct gp_pdf *p, const struct gp_pdf_value *item);
/* The row of an object's number, NULL when the table has none. */
struct gp_pdf_row *
gp_pdf_row_of(struct gp_pdf *p, unsigned number);

bool
gp_pdf_is_array(const struct gp_pdf_value *v);
bool
gp_pdf_is_dict(const struct gp_pdf_value *v);
bool
gp_pdf_is_name(const struct gp_pdf_value *v, const char *name);
bool
gp_pdf_is_string(const struct gp_pdf_value *v);
/* Of names and of strings; empty for others. */
struct gp_str
gp_pdf_name(const struct gp_pdf_value *v);
struct gp_str
gp_pdf_string(const struct gp_pdf_value *v);
/* -1 when it is no whole number of 0 or more. */
int64_t
gp_pdf_int(const struct gp_pdf_value *v);
/* The object number that `v` refers to, 0 for none. */
unsigned
gp_pdf_ref(const struct gp_pdf_value *v);

/* True once for each value, so that what many share is walked once. */
bool
gp_pdf_first_look(struct gp_pdf_value *v);

/* Gives each pair of the lists called `leaves` ("Names", "Nums") in a name or
   number tree (7.9.6 and 7.9.7) to `take`, in order. */
typedef void
gp_pdf_taker(struct gp_pdf *p, struct gp_pdf_value *key,
             struct gp_pdf_value *value);
void
gp_pdf_each_pair(struct gp_pdf *p, struct gp_pdf_value *root,
                 const char *leaves, gp_pdf_taker *take);

/* Appends a stream's bytes, unpacked; false after a finding, which a stream
   causes once.  Pictures packed by their own filters stay packed. */
bool
gp_pdf_unpack(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out);

/* The parts of the document, each with its findings. */
void
gp_pdf_document(struct gp_pdf *p);
void
gp_pdf_pages(struct gp_pdf *p);
void
gp_pdf_content(struct gp_pdf *p, struct gp_pdf_page *page,
               struct gp_str content);
void
gp_pdf_structure(struct gp_pdf *p);
void
gp_pdf_annotations(struct gp_pdf *p);
void
gp_pdf_fonts(struct gp_pdf *p, struct gp_pdf_value *resources);
void
gp_pdf_metadata(struct gp_pdf *p);
void
gp_pdf_outline(struct gp_pdf *p);
/* What a link or an outline item leads to. */
void
gp_pdf_target(struct gp_pdf *p, unsigned from, struct gp_pdf_value *dict);

/* The page of that object's number, NULL when it is none. */
struct gp_pdf_page *
gp_pdf_page_of(struct gp_pdf *p, unsigned number);

#endif
