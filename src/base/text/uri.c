/* Addresses: see uri.h. */
#include "base/text/uri.h"

#include <string.h>

enum { LONGEST_PORT = 5 };

static bool
is_hex(char c)
{
	return gp_is_digit(c) ||
	       (gp_to_lower(c) >= 'a' && gp_to_lower(c) <= 'f');
}

/* Host names and addresses with a port, nothing cleverer: no user name that
   could pass for a host. */
static bool
is_host(struct gp_str s)
{
	size_t i, port = gp_str_find(s, GP_STR(":"), 0);

	if (port < s.n && (port + 1 == s.n || s.n - port > LONGEST_PORT))
		return false;
	for (i = port + 1; i < s.n; i++)
		if (!gp_is_digit(s.p[i]))
			return false;
	for (i = 0; i < port; i++)
		if (!gp_is_alpha(s.p[i]) && !gp_is_digit(s.p[i]) &&
		    s.p[i] != '-' && (s.p[i] != '.' || i == 0))
			return false;
	return port > 0;
}

/* RFC 3986, 2.2 and 2.3, but for the brackets that only a host may have. */
static bool
may_stand(char c)
{
	return gp_is_alpha(c) || gp_is_digit(c) ||
	       (c && strchr("-._~:/?@!$&'()*+,;=", c));
}

static void
put_encoded(struct gp_buf *out, struct gp_str s)
{
	bool fragment = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		char c = s.p[i];
		bool escape = c == '%' && i + 2 < s.n && is_hex(s.p[i + 1]) &&
		              is_hex(s.p[i + 2]);

		if (may_stand(c) || escape || (c == '#' && !fragment))
			gp_buf_putc(out, c);
		else
			gp_buf_printf(out, "%%%02X", (unsigned char)c);
		fragment = fragment || c == '#';
	}
}

static bool
take_prefix(struct gp_str *s, struct gp_str prefix)
{
	if (!gp_str_eq_nocase(gp_str_sub(*s, 0, prefix.n), prefix))
		return false;
	*s = gp_str_sub(*s, prefix.n, s->n);
	return true;
}

static size_t
host_end(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '/' || s.p[i] == '?' || s.p[i] == '#')
			return i;
	return s.n;
}

bool
gp_url(struct gp_str target, struct gp_buf *out)
{
	struct gp_str s = gp_str_trim(target);
	const char *scheme;
	size_t end;

	if (take_prefix(&s, GP_STR("mailto:"))) {
		if (gp_str_find(s, GP_STR("@"), 0) == s.n || s.p[0] == '@')
			return false;
		gp_buf_puts(out, "mailto:");
		put_encoded(out, s);
		return true;
	}
	if (take_prefix(&s, GP_STR("https://")))
		scheme = "https://";
	else if (take_prefix(&s, GP_STR("http://")))
		scheme = "http://";
	else
		return false;
	end = host_end(s);
	if (!is_host(gp_str_sub(s, 0, end)))
		return false;
	gp_buf_puts(out, scheme);
	gp_buf_str(out, gp_str_sub(s, 0, end));
	put_encoded(out, gp_str_sub(s, end, s.n));
	return true;
}

struct gp_str
gp_url_host(struct gp_str url)
{
	if (!take_prefix(&url, GP_STR("https://")) &&
	    !take_prefix(&url, GP_STR("http://")))
		return GP_STR("");
	return gp_str_sub(url, 0, host_end(url));
}
