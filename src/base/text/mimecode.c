/* Base64, quoted-printable and the Q encoding decoded in one pass each, into
   whatever buffer is given.  What is no part of an encoding is passed over
   or stands for itself, as in mailers, so nothing here can fail.  It knows
   no header, no part and no charset. */
#include "base/text/mimecode.h"

#include "base/hex.h"

enum { GROUP = 4 }; /* digits that stand for whole bytes (RFC 4648, 4) */

static int
base64_value(char c)
{
	if (gp_is_upper(c))
		return c - 'A';
	if (gp_is_lower(c))
		return c - 'a' + 26;
	if (gp_is_digit(c))
		return c - '0' + 52;
	/* Those of addresses (RFC 4648, 5) too. */
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

/* Behind the padding at `i`: where a further run begins, which was encoded by
   itself and is whole; s.n when none does.  Mailers that put letters together
   write them one behind the other, and anything else is no base64. */
static size_t
next_run(struct gp_str s, size_t i)
{
	size_t from, digits = 0;

	while (i < s.n && (s.p[i] == '=' || gp_is_space(s.p[i])))
		i++;
	from = i;
	for (; i < s.n && s.p[i] != '='; i++) {
		if (base64_value(s.p[i]) < 0 && !gp_is_space(s.p[i]))
			return s.n;
		digits += !gp_is_space(s.p[i]);
	}
	for (; i < s.n && s.p[i] == '='; i++)
		digits++;
	return digits % GROUP == 0 ? from : s.n;
}

void
gp_base64_decode(struct gp_str s, struct gp_buf *out)
{
	char piece[768];
	unsigned long bits = 0;
	unsigned have = 0;
	size_t i, n = 0;

	for (i = 0; i < s.n; i++) {
		int value = base64_value(s.p[i]);

		if (s.p[i] == '=') {
			i = next_run(s, i) - 1;
			have = 0;
			continue;
		}
		if (value < 0)
			continue;
		bits = (bits << 6 | (unsigned long)value) & 0xFFFFFF;
		have += 6;
		if (have < 8)
			continue;
		have -= 8;
		piece[n++] = (char)(bits >> have & 0xFF);
		if (n == sizeof piece) {
			gp_buf_put(out, piece, n);
			n = 0;
		}
	}
	gp_buf_put(out, piece, n);
}

struct gp_str
gp_base64_behind(struct gp_str s)
{
	size_t i = gp_str_find(s, GP_STR("="), 0), next;

	while (i < s.n && (next = next_run(s, i)) < s.n)
		i = gp_str_find(s, GP_STR("="), next);
	while (i < s.n && s.p[i] == '=')
		i++;
	return gp_str_trim(gp_str_sub(s, i, s.n));
}

/* A line end that is escaped, with what stands before it; else 0. */
static size_t
soft_break(struct gp_str s, size_t i)
{
	size_t k = i + 1;

	while (k < s.n && (s.p[k] == ' ' || s.p[k] == '\t' || s.p[k] == '\r'))
		k++;
	return k < s.n && s.p[k] == '\n' ? k + 1 - i : 0;
}

void
gp_quoted_decode(struct gp_str s, bool word, struct gp_buf *out)
{
	size_t i = 0, n;
	int byte;

	while (i < s.n) {
		if (s.p[i] != '=') {
			gp_buf_putc(out, word && s.p[i] == '_' ? ' ' : s.p[i]);
			i++;
			continue;
		}
		byte = gp_hex_byte(s, i + 1);
		n = soft_break(s, i);
		if (n)
			i += n;
		else if (byte >= 0)
			gp_buf_putc(out, (char)byte);
		else
			gp_buf_putc(out, s.p[i]);
		if (!n)
			i += byte >= 0 ? 3 : 1;
	}
}
