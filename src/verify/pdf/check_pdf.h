/*
 * Looking at a PDF: the file as a table of objects, and what the files of
 * this folder share.  Private to verify/pdf/.
 */
#ifndef GP_VERIFY_PDF_CHECK_PDF_H
#define GP_VERIFY_PDF_CHECK_PDF_H

#include "base/map.h"
#include "verify/inspect.h"
#include "verify/pdf/foreign_object.h"

/* Where an object lies: a row of the cross-reference table. */
struct gp_pdf_row {
	enum { GP_PDF_FREE, GP_PDF_PLAIN, GP_PDF_PACKED } kind;
	size_t offset;  /* in the file, or the index in its stream */
	unsigned in;    /* number of the object stream */
	bool set, read; /* the row is known; the object was read */
	bool opened;    /* as an object stream */
	struct gp_pdf_value *value; /* NULL: none */
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
	size_t n_rows;
	struct gp_pdf_value *trailer, *catalog;
	size_t inflated; /* so far, against GP_MAX_PDF_INFLATED */
	struct gp_pdf_page *pages;
	size_t n_pages;
	struct gp_map page_of;        /* object number to gp_pdf_page */
	struct gp_map objr;           /* object number to an element's number */
	struct gp_pdf_value *parents; /* the parent tree: key, value in turn */
	struct gp_map parent_of;      /* key to value */
	struct gp_map seen;           /* fonts and forms looked at */
	struct gp_map names;          /* named destinations */
	bool names_read;
};

/* "object 12 0" in the arena. */
const char *
gp_pdf_place(struct gp_pdf *p, unsigned number);
struct gp_str
gp_pdf_key(struct gp_pdf *p, int64_t number);

/* Reads header, end and cross-reference tables; false when there is nothing
   more to look at. */
bool
gp_pdf_open(struct gp_pdf *p);

/* The object of this number, or NULL. */
struct gp_pdf_value *
gp_pdf_object(struct gp_pdf *p, int64_t number);
/* A reference followed; others as they are.  NULL for nothing. */
struct gp_pdf_value *
gp_pdf_follow(struct gp_pdf *p, struct gp_pdf_value *v);
/* The value of a key, followed; NULL when missing or `dict` is none. */
struct gp_pdf_value *
gp_pdf_find(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key);
/* The same, not followed. */
struct gp_pdf_value *
gp_pdf_raw(struct gp_pdf_value *dict, const char *key);

bool
gp_pdf_is_dict(const struct gp_pdf_value *v);
bool
gp_pdf_is_name(const struct gp_pdf_value *v, const char *name);
struct gp_str
gp_pdf_name(const struct gp_pdf_value *v);
/* -1 when it is no whole number of 0 or more. */
int64_t
gp_pdf_int(const struct gp_pdf_value *v);
/* The object number that `v` refers to, 0 for none. */
unsigned
gp_pdf_ref(const struct gp_pdf_value *v);

/* True once for each list, so that one that many share is walked once. */
bool
gp_pdf_first_look(struct gp_pdf_value *v);

/* A stream's bytes, unpacked; false after a finding.  Pictures packed by
   their own filters stay packed. */
bool
gp_pdf_unpack(struct gp_pdf *p, const struct gp_pdf_value *v,
              struct gp_buf *out);
/* Undoes a PNG or TIFF predictor in place; false when the bytes do not fit. */
bool
gp_pdf_unpredict(struct gp_buf *b, int64_t predictor, int64_t colours,
                 int64_t bits, int64_t columns);

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

#endif
