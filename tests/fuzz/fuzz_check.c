/*
 * Any bytes as a finished file: looked at as what they seem to be.  Bytes that
 * begin with "EPUB" are the files of one, each after a line "== PATH": packed
 * here, as no fuzzer finds the checksums.  A fault is a crash, an error that
 * blames govpub itself, or a finding that is no clean line.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "govpub.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what, const char *more)
{
	fprintf(stderr, "fuzz_check: %s: %s\n", what, more);
	abort();
}

static void
check_line(const char *text)
{
	struct gp_str s = gp_str(text);
	size_t i;

	if (gp_utf8_valid(s) < s.n)
		fault("malformed UTF-8", text);
	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20)
			fault("a control character", text);
}

static void
look(const void *data, size_t size)
{
	struct gp_diag *d = gp_diag_new();
	const struct gp_finding *f;
	struct gp_err e = { 0 };
	size_t i;

	if (!d)
		return;
	if (!gp_check("fuzz", data, size, d, &e) && e.code != GP_INPUT &&
	    e.code != GP_LIMIT)
		fault("no look", e.msg);
	for (i = 0; (f = gp_diag_at(d, i)) != NULL; i++) {
		check_line(f->text);
		check_line(f->place);
	}
	gp_diag_free(d);
}

/* ---- an EPUB of stored entries ---- */

static void
put(struct gp_buf *b, uint32_t n, int bytes)
{
	for (; bytes > 0; bytes--, n >>= 8)
		gp_buf_putc(b, (char)(n & 0xFF));
}

/* What a local header and a row of the directory share. */
static void
put_common(struct gp_buf *b, struct gp_str name, struct gp_str data)
{
	put(b, 20, 2);
	put(b, 0, 4);
	put(b, 0x47610000, 4);
	put(b, libdeflate_crc32(0, data.p, data.n), 4);
	put(b, (uint32_t)data.n, 4);
	put(b, (uint32_t)data.n, 4);
	put(b, (uint32_t)name.n, 2);
	put(b, 0, 2);
}

static void
put_entry(struct gp_buf *out, struct gp_buf *central, struct gp_str name,
          struct gp_str data)
{
	size_t at = out->len;

	gp_buf_puts(out, "PK\3\4");
	put_common(out, name, data);
	gp_buf_str(out, name);
	gp_buf_str(out, data);
	gp_buf_puts(central, "PK\1\2");
	put(central, 20, 2);
	put_common(central, name, data);
	put(central, 0, 2);
	put(central, 0, 4);
	put(central, 0, 4);
	put(central, (uint32_t)at, 4);
	gp_buf_str(central, name);
}

static void
look_packed(struct gp_str text)
{
	struct gp_buf out = { .max = 0 }, central = { .max = 0 };
	size_t at = gp_str_find(text, GP_STR("\n== "), 0), line, next;
	uint32_t count = 1, start;

	put_entry(&out, &central, GP_STR("mimetype"),
	          GP_STR("application/epub+zip"));
	for (; at < text.n; at = next, count++) {
		line = gp_str_find(text, GP_STR("\n"), at + 4);
		next = gp_str_find(text, GP_STR("\n== "), line);
		put_entry(&out, &central, gp_str_sub(text, at + 4, line),
		          gp_str_sub(text, line + 1, next));
	}
	start = (uint32_t)out.len;
	gp_buf_str(&out, gp_buf_view(&central));
	gp_buf_puts(&out, "PK\5\6");
	put(&out, 0, 4);
	put(&out, count | count << 16, 4);
	put(&out, (uint32_t)central.len, 4);
	put(&out, start, 4);
	put(&out, 0, 2);
	look(out.data, out.len);
	gp_buf_free(&out);
	gp_buf_free(&central);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_str text = { (const char *)data, size };

	if (gp_str_starts(text, GP_STR("EPUB\n")))
		look_packed(text);
	else
		look(data, size);
	return 0;
}
