/* A recipient's address is found by its bytes, before anything else reads the
   text: what comes later cannot let it through.  It does not know links that
   tell of a recipient without the address. */
#include "import/mail/withhold.h"

#include "base/str.h"

enum { MAX_ADDRESSES = 8 };

static bool
in_address(char c)
{
	return gp_is_lower(c) || (c >= 'A' && c <= 'Z') || gp_is_digit(c) ||
	       (c && strchr("._+-", c));
}

/* Takes the next address off the front of *s. */
static bool
next_address(struct gp_str *s, struct gp_str *address)
{
	size_t at = gp_str_find(*s, GP_STR("@"), 0), from = at, to = at + 1;

	if (at == s->n)
		return false;
	while (from && in_address(s->p[from - 1]))
		from--;
	while (to < s->n && in_address(s->p[to]))
		to++;
	*address = gp_str_sub(*s, from, to);
	*s = gp_str_sub(*s, to, s->n);
	return true;
}

static size_t
find_addresses(struct gp_str field, struct gp_str from, struct gp_str *out)
{
	struct gp_str address;
	size_t n = 0;

	while (n < MAX_ADDRESSES && next_address(&field, &address))
		if (address.n >= 3 && gp_str_find(from, address, 0) == from.n)
			out[n++] = address;
	return n;
}

/* Bytes of "@" in one of its writings at the front of `s`; 0 for none. */
static size_t
at_sign(struct gp_str s)
{
	static const char *const writings[] = { "@", "%40", "&#64;", "&#x40;",
		                                NULL };
	size_t i;

	for (i = 0; writings[i]; i++) {
		struct gp_str w = gp_str(writings[i]);

		if (gp_str_eq_nocase(gp_str_sub(s, 0, w.n), w))
			return w.n;
	}
	return 0;
}

/* Bytes of `address` at the front of `s`; 0 when it is not there. */
static size_t
length_here(struct gp_str s, struct gp_str address)
{
	size_t at = gp_str_find(address, GP_STR("@"), 0), sign;
	struct gp_str host = gp_str_sub(address, at + 1, address.n);

	if (!gp_str_eq_nocase(gp_str_sub(s, 0, at), gp_str_sub(address, 0, at)))
		return 0;
	sign = at_sign(gp_str_sub(s, at, s.n));
	s = gp_str_sub(s, at + sign, at + sign + host.n);
	return sign && gp_str_eq_nocase(s, host) ? at + sign + host.n : 0;
}

/* "ann@" in "joann@" is another's; what stands behind "%3D" is not. */
static bool
begins_here(struct gp_str text, size_t i)
{
	return i == 0 || !in_address(text.p[i - 1]) ||
	       (i >= 3 && text.p[i - 3] == '%');
}

size_t
gp_withhold(struct gp_str text, struct gp_str recipients, struct gp_str from,
            struct gp_buf *out)
{
	struct gp_str all[MAX_ADDRESSES];
	size_t n = find_addresses(recipients, from, all), count = 0, i = 0, k;

	while (i < text.n) {
		size_t here = 0;

		for (k = 0; k < n && !here && begins_here(text, i); k++)
			here = length_here(gp_str_sub(text, i, text.n), all[k]);
		if (!here)
			gp_buf_putc(out, text.p[i]);
		count += here != 0;
		i += here ? here : 1;
	}
	return count;
}
