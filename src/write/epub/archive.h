/*
 * Entries into a ZIP archive, by libzip: it copies bytes that are compressed
 * already and adds the headers.  It does not know what made the entries.
 * Private to write/epub/.
 */
#ifndef GP_WRITE_EPUB_ARCHIVE_H
#define GP_WRITE_EPUB_ARCHIVE_H

#include "base/buf.h"

#include <stdint.h>

struct gp_archive_entry {
	const char *name;
	unsigned char *data; /* by malloc; freed and NULL once written */
	size_t size, plain_size;
	uint32_t crc;  /* of the plain bytes */
	bool deflated; /* or stored as it is */
	bool packed;   /* nothing more is to be done to `data` */
	size_t read;   /* how far libzip has come */
};

/* A DOS date and time (APPNOTE 4.4.6). */
struct gp_archive_time {
	uint16_t time, day;
};

/* Appends the archive of `n` entries to `out`.  Errors: GP_NOMEM, GP_LIMIT,
   GP_INTERNAL. */
bool
gp_archive_write(struct gp_archive_entry *entries, size_t n,
                 struct gp_archive_time when, struct gp_buf *out,
                 struct gp_err *e);

/* True when `old` is an archive of the same entries in the same order: their
   names, sizes and checksums (CRC-32) decide. */
bool
gp_archive_is(const struct gp_archive_entry *entries, size_t n,
              struct gp_str old);

#endif
