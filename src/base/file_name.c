/* Escapes as `ls -b` and sha256sum have them, for controls, marks of
   direction, lines' and paragraphs' ends of Unicode (UTR 36, 3.1), and for
   bytes that are no UTF-8.  All else, letters of any script among it, stays.
   It knows nothing of folders. */
#include "base/file_name.h"

#include "base/buf.h"
#include "base/hex.h"
#include "base/utf8.h"

enum { NAME_BYTES = 4095, HEX_ESCAPE = 4 };

static void
put_bytes(struct gp_buf *out, struct gp_str bytes)
{
	size_t i;

	for (i = 0; i < bytes.n; i++)
		gp_buf_printf(out, "\\x%02x",
		              (unsigned)(unsigned char)bytes.p[i]);
}

static void
put_next(struct gp_buf *out, struct gp_str name, size_t *i, bool doubled)
{
	size_t at = *i;
	uint32_t c = gp_utf8_next(name, i);
	struct gp_str bytes = gp_str_sub(name, at, *i);

	if (c == '\n')
		gp_buf_puts(out, "\\n");
	else if (c == '\\' && doubled)
		gp_buf_puts(out, "\\\\");
	else if (c == GP_UTF8_BAD || gp_utf8_unseen(c))
		put_bytes(out, bytes);
	else
		gp_buf_str(out, bytes);
}

static struct gp_str
escaped(struct gp_arena *a, struct gp_str name, bool doubled)
{
	struct gp_buf out = { .max = 0 };
	size_t i = 0;

	while (i < name.n)
		put_next(&out, name, &i, doubled);
	return gp_arena_buf(a, &out);
}

struct gp_str
gp_name_shown(struct gp_arena *a, struct gp_str name)
{
	return escaped(a, gp_str_sub(name, 0, NAME_BYTES), false);
}

struct gp_str
gp_name_written(struct gp_arena *a, struct gp_str name)
{
	return escaped(a, name, true);
}

/* Whether an escape stands at the start of `s`: its byte and length. */
static bool
read_escape(struct gp_str s, char *byte, size_t *length)
{
	int value = gp_hex_byte(s, 2);
	bool is_hex = value >= 0 && s.p[1] == 'x';

	if (s.n < 2 || s.p[0] != '\\')
		return false;
	*length = is_hex ? HEX_ESCAPE : 2;
	if (is_hex)
		*byte = (char)value;
	else
		*byte = s.p[1] == 'n' ? '\n' : '\\';
	return is_hex || s.p[1] == 'n' || s.p[1] == '\\';
}

struct gp_str
gp_name_read(struct gp_arena *a, struct gp_str written)
{
	struct gp_buf out = { .max = 0 };
	size_t i = 0, length;
	char byte;

	while (i < written.n) {
		if (!read_escape(gp_str_sub(written, i, written.n), &byte,
		                 &length)) {
			byte = written.p[i];
			length = 1;
		}
		gp_buf_putc(&out, byte);
		i += length;
	}
	return gp_arena_buf(a, &out);
}
