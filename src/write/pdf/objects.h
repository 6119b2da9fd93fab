/*
 * PDF objects by qpdf's C interface, in the few forms that are needed, each
 * handle let go as soon as it is used.  Knows PDF and no layout.
 */
#ifndef GP_WRITE_PDF_OBJECTS_H
#define GP_WRITE_PDF_OBJECTS_H

#include "base/arena.h"
#include "style/style.h"

#include <qpdf/qpdf-c.h>

struct gp_objects {
	qpdf_data file;
	struct gp_arena *arena; /* for strings on their way */
	bool failed;            /* out of memory or qpdf gave up */
};

/* New values; the caller hands each to set or add, or releases it. */
qpdf_oh
gp_obj_dict(struct gp_objects *o);
qpdf_oh
gp_obj_array(struct gp_objects *o);
/* "/Name" */
qpdf_oh
gp_obj_name(struct gp_objects *o, const char *name);
qpdf_oh
gp_obj_int(struct gp_objects *o, long long value);
/* A length in points, to hundredths. */
qpdf_oh
gp_obj_length(struct gp_objects *o, gp_len length);
/* Text for people. */
qpdf_oh
gp_obj_text(struct gp_objects *o, struct gp_str text);
/* Bytes, such as an address. */
qpdf_oh
gp_obj_bytes(struct gp_objects *o, const char *bytes);
/* Another handle on an indirect object: a reference to it. */
qpdf_oh
gp_obj_ref(struct gp_objects *o, qpdf_oh object);
/* Makes an object indirect; the direct handle is released. */
qpdf_oh
gp_obj_indirect(struct gp_objects *o, qpdf_oh object);
/* A stream of these bytes, deflated when `deflate` is set; indirect. */
qpdf_oh
gp_obj_stream(struct gp_objects *o, struct gp_str data, bool deflate);
/* Puts new bytes, deflated, in a stream that is there. */
void
gp_obj_fill(struct gp_objects *o, qpdf_oh stream, struct gp_str data);

/* Puts a value in a dictionary or at the end of an array and releases it. */
void
gp_obj_set(struct gp_objects *o, qpdf_oh dict, const char *key, qpdf_oh value);
void
gp_obj_add(struct gp_objects *o, qpdf_oh array, qpdf_oh value);
void
gp_obj_release(struct gp_objects *o, qpdf_oh object);

/* [page /XYZ null y null]: a destination, y from the page's top. */
qpdf_oh
gp_obj_goal(struct gp_objects *o, qpdf_oh page, gp_len height, gp_len y);

#endif
