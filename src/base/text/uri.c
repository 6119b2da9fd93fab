/* Addresses, looked at byte by byte from the front; what a part may hold
   stands in one predicate each.  It knows no scheme but those of the web, of
   mail and of telephones, and no host by name. */
#include "base/text/uri.h"

#include "base/hex.h"
#include "base/utf8.h"

#include <string.h>

enum { LONGEST_PORT = 5, LEAST_HOST = 4, FEWEST_DIGITS = 3 };

/* ---- any ---- */

size_t
gp_uri_scheme(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n && (gp_is_alpha(s.p[i]) ||
	                   (i > 0 && (gp_is_digit(s.p[i]) || s.p[i] == '+' ||
	                              s.p[i] == '-' || s.p[i] == '.'))))
		i++;
	return i < s.n && s.p[i] == ':' ? i : 0;
}

bool
gp_uri_has(struct gp_str s, const char *scheme)
{
	return gp_str_eq_nocase(gp_str_sub(s, 0, gp_uri_scheme(s)),
	                        gp_str(scheme));
}

bool
gp_uri_ok(struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c <= ' ' || c == GP_UTF8_BAD || (c >= 0x7F && c <= 0xA0) ||
		    (c < 0x7F && strchr("<>\"{}|\\^`", (int)c)) ||
		    (c == '%' && gp_hex_byte(s, i) < 0))
			return false;
	}
	return true;
}

/* RFC 3986, 2.2 and 2.3, but for the brackets that only a host may have. */
static bool
may_stand(char c)
{
	return gp_is_alnum(c) || (c && strchr("-._~:/?@!$&'()*+,;=", c));
}

void
gp_uri_escape(struct gp_str s, struct gp_buf *out)
{
	bool fragment = false;
	size_t i;

	for (i = 0; i < s.n; i++) {
		char c = s.p[i];
		unsigned byte = (unsigned char)c;

		if (may_stand(c) || (c == '%' && gp_hex_byte(s, i + 1) >= 0) ||
		    (c == '#' && !fragment)) {
			gp_buf_putc(out, c);
		} else {
			gp_buf_putc(out, '%');
			gp_buf_putc(out, gp_hex_digit(byte >> 4));
			gp_buf_putc(out, gp_hex_digit(byte));
		}
		fragment = fragment || c == '#';
	}
}

void
gp_uri_unescape(struct gp_str s, struct gp_buf *out)
{
	size_t i;
	int byte;

	for (i = 0; i < s.n; i++) {
		byte = s.p[i] == '%' ? gp_hex_byte(s, i + 1) : -1;
		gp_buf_putc(out, byte >= 0 ? (char)byte : s.p[i]);
		i += byte >= 0 ? 2 : 0;
	}
}

/* ---- of the web ---- */

size_t
gp_web_scheme(struct gp_str s)
{
	static const struct gp_str schemes[] = { { "https://", 8 },
		                                 { "http://", 7 } };
	size_t i;

	for (i = 0; i < 2; i++)
		if (gp_str_eq_nocase(gp_str_sub(s, 0, schemes[i].n),
		                     schemes[i]))
			return schemes[i].n;
	return 0;
}

struct gp_str
gp_web_authority(struct gp_str s)
{
	size_t from = gp_web_scheme(s), to = from;

	while (from && to < s.n && !memchr("/?#", s.p[to], 3))
		to++;
	return gp_str_sub(s, from, to);
}

struct gp_str
gp_web_host(struct gp_str s)
{
	struct gp_str host = gp_web_authority(s);
	size_t at = gp_str_find(host, GP_STR("@"), 0);

	if (at < host.n)
		host = gp_str_sub(host, at + 1, host.n);
	return gp_str_sub(host, 0, gp_str_find(host, GP_STR(":"), 0));
}

static bool
begins_host(char c)
{
	return gp_is_alnum(c) || (c & 0x80);
}

bool
gp_web_address(struct gp_str s)
{
	size_t host = gp_web_scheme(s), i = 0;
	uint32_t c;

	if (host == 0 || s.n < host + LEAST_HOST || !begins_host(s.p[host]))
		return false;
	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c <= ' ' || c == '"' || c == '<' || c == '>' ||
		    (c >= 0x7F && c < 0xA0))
			return false;
	}
	return true;
}

/* ---- in links ---- */

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
		if (!gp_is_alnum(s.p[i]) && s.p[i] != '-' &&
		    (s.p[i] != '.' || i == 0))
			return false;
	return port > 0;
}

static bool
put_mail(struct gp_str address, struct gp_buf *out)
{
	if (gp_str_find(address, GP_STR("@"), 0) == address.n ||
	    address.p[0] == '@')
		return false;
	gp_buf_puts(out, "mailto:");
	gp_uri_escape(address, out);
	return true;
}

/* The sign of a number at *i (RFC 3966), which moves past it; '\0' for a blank,
   and ' ' for what stands in no number. */
static char
phone_sign(struct gp_str number, size_t *i)
{
	char c = number.p[(*i)++];

	if (c == '%' && *i + 2 <= number.n && number.p[*i] == '2' &&
	    number.p[*i + 1] == '0') {
		*i += 2;
		return '\0';
	}
	if (c == ' ')
		return '\0';
	return gp_is_alnum(c) || memchr("+-.()*#;=", c, 9) ? c : ' ';
}

static bool
is_phone(struct gp_str number)
{
	size_t i = 0, digits = 0;

	while (i < number.n) {
		char c = phone_sign(number, &i);

		if (c == ' ')
			return false;
		digits += gp_is_digit(c);
	}
	return digits >= FEWEST_DIGITS;
}

/* Without the blanks that people write in it. */
static bool
put_phone(struct gp_str number, struct gp_buf *out)
{
	size_t i = 0;

	if (!is_phone(number))
		return false;
	gp_buf_puts(out, "tel:");
	while (i < number.n) {
		char c = phone_sign(number, &i);

		if (c)
			gp_buf_putc(out, c);
	}
	return true;
}

bool
gp_url(struct gp_str target, struct gp_buf *out)
{
	struct gp_str s = gp_str_trim(target), host = gp_web_authority(s);
	size_t scheme = gp_web_scheme(s);

	if (gp_uri_has(s, "mailto"))
		return put_mail(gp_str_sub(s, 7, s.n), out);
	if (gp_uri_has(s, "tel"))
		return put_phone(gp_str_sub(s, 4, s.n), out);
	if (!is_host(host))
		return false;
	gp_buf_puts(out, scheme == 8 ? "https://" : "http://");
	gp_buf_str(out, host);
	gp_uri_escape(gp_str_sub(s, scheme + host.n, s.n), out);
	return true;
}

bool
gp_uri_is_tracking(struct gp_str name)
{
	static const char *const begin[] = { "utm_", "pk_", "mtm_",
		                             "hsa_", "at_", NULL };
	static const char *const names[] = {
		"mc_cid",     "mc_eid",     "_hsenc",      "_hsmi",
		"mkt_tok",    "vero_id",    "oly_enc_id",  "oly_anon_id",
		"fbclid",     "gclid",      "msclkid",     "dclid",
		"yclid",      "igshid",     "s_cid",       "ck_subscriber_id",
		"_openstat",  "wickedid",   "twclid",      "ss_email_id",
		"__s",        "_bta_tid",   "_bta_c",      "trk_contact",
		"elqtrackid", "elqtrack",   "spmailingid", "spuserid",
		"spjobid",    "spreportid", "cmpid",       "email_hash",
		NULL,
	};

	size_t i = 0;

	while (begin[i] && !gp_str_begins_nocase(name, begin[i]))
		i++;
	return begin[i] || gp_str_among_nocase(name, names);
}
