/* Addresses judged byte by byte, without a look at any host: what is let
   through can stand in a header, on a line of a file and in a command of SMTP
   as it is.  Which addresses are wanted is for the caller to say. */
#include "config/mail_address.h"

/* Bytes.  RFC 5321, 4.5.3.1.1 to 4.5.3.1.3: a path has 256 with its angles. */
enum { MOST_LOCAL = 64, MOST_ADDRESS = 254, MOST_LABEL = 63 };

/* atext of RFC 5322, 3.2.3. */
static bool
is_atom(char c)
{
	return gp_is_alnum(c) || (c && strchr("!#$%&'*+-/=?^_`{|}~", c));
}

static bool
is_dot_atom(struct gp_str s)
{
	struct gp_str part;

	while (gp_str_split(&s, '.', &part))
		if (part.n == 0 || !gp_str_all(part, is_atom))
			return false;
	return true;
}

static bool
is_label(struct gp_str s)
{
	size_t i;

	if (s.n == 0 || s.n > MOST_LABEL || s.p[0] == '-' ||
	    s.p[s.n - 1] == '-')
		return false;
	for (i = 0; i < s.n; i++)
		if (!gp_is_alnum(s.p[i]) && s.p[i] != '-')
			return false;
	return true;
}

bool
gp_mail_host_ok(struct gp_str host)
{
	struct gp_str label;
	size_t n = 0;

	if (host.n == 0 || host.n > MOST_ADDRESS)
		return false;
	for (; gp_str_split(&host, '.', &label); n++)
		if (!is_label(label))
			return false;
	return n > 1;
}

struct gp_str
gp_mail_host(struct gp_str address)
{
	size_t i = address.n;

	while (i > 0 && address.p[i - 1] != '@')
		i--;
	return i > 0 ? gp_str_sub(address, i, address.n) : GP_STR("");
}

static bool
is_beyond_ascii(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] > 0x7E)
			return true;
	return false;
}

const char *
gp_mail_address_flaw(struct gp_str address)
{
	struct gp_str host = gp_mail_host(address), local;

	if (is_beyond_ascii(address))
		return "has letters beyond ASCII, which not every mailer on "
		       "the way takes: write its host as xn--..., or give "
		       "another address";
	if (host.n == 0 || host.n + 1 >= address.n)
		return "is no mail address: one looks like "
		       "name@example.gov.uk";
	local = gp_str_sub(address, 0, address.n - host.n - 1);
	if (local.p[0] == '-')
		return "begins with a hyphen: a program that sends mail takes "
		       "it for an option";
	if (!is_dot_atom(local))
		return "has a part before the @ that is not letters, digits "
		       "and signs with single dots between";
	if (!gp_mail_host_ok(host))
		return "has no host name behind the @";
	if (local.n > MOST_LOCAL || address.n > MOST_ADDRESS)
		return "is longer than an address may be";
	return NULL;
}

/* "*.example.org" begins with a star. */
static bool
is_host_of(struct gp_str host, struct gp_str row)
{
	struct gp_str end;

	if (!gp_str_starts(row, GP_STR("*.")))
		return gp_str_eq_nocase(host, row);
	row = gp_str_sub(row, 1, row.n);
	if (host.n <= row.n)
		return false;
	end = gp_str_sub(host, host.n - row.n, host.n);
	return gp_str_eq_nocase(end, row);
}

bool
gp_mail_within(struct gp_str address, const struct gp_str *hosts, size_t n)
{
	struct gp_str host = gp_mail_host(address);
	size_t i;

	for (i = 0; i < n; i++)
		if (is_host_of(host, hosts[i]))
			return true;
	return false;
}

struct gp_mailbox
gp_mailbox_of(struct gp_str text)
{
	struct gp_mailbox box = { GP_STR(""), gp_str_trim(text) };
	struct gp_str name;
	size_t open;

	if (!gp_str_ends(box.address, GP_STR(">")))
		return box;
	open = gp_str_find(box.address, GP_STR("<"), 0);
	if (open == box.address.n)
		return box;
	name = gp_str_trim(gp_str_sub(box.address, 0, open));
	if (name.n > 1 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		name = gp_str_sub(name, 1, name.n - 1);
	box.name = name;
	box.address = gp_str_sub(box.address, open + 1, box.address.n - 1);
	return box;
}
