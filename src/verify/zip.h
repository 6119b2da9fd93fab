/*
 * Reading a ZIP file (PKWARE APPNOTE 6.3) that lies in memory: its directory
 * checked against its local headers, entries inflated one at a time.
 * It knows nothing of EPUB.
 */
#ifndef GP_VERIFY_ZIP_H
#define GP_VERIFY_ZIP_H

#include "base/map.h"
#include "verify/inspect.h"

#include <stdint.h>

struct gp_zip_entry {
	struct gp_str name; /* NUL-terminated */
	unsigned method, flags;
	uint32_t crc;
	size_t size, packed, header; /* bytes; offset of the local header */
	struct gp_str data;          /* as it lies there; empty when broken */
	bool extra, good;
	bool used; /* for the caller */
};

struct gp_zip {
	struct gp_inspect *in;
	struct gp_str bytes;
	struct gp_zip_entry *entries; /* in the order of the directory */
	size_t count;
	struct gp_map names; /* to struct gp_zip_entry */
	size_t inflated;     /* so far, against GP_MAX_ZIP_INFLATED */
};

/* Reads the directory; what is wrong becomes findings.  False when there is
   none that could be read. */
bool
gp_zip_open(struct gp_zip *z, struct gp_inspect *in, struct gp_str bytes);

/* The entry of this name, or NULL. */
struct gp_zip_entry *
gp_zip_find(const struct gp_zip *z, struct gp_str name);

/* The entry's bytes in `out`, whose size and checksum are right; else false
   and, the first time, a finding. */
bool
gp_zip_read(struct gp_zip *z, struct gp_zip_entry *entry, struct gp_buf *out);

#endif
