/* The keys of `mail:`, called as the headers are that they go into.  What may
   stand in a header is decided here, so that a slip shows with its line and
   long before anything is sent.  How a header looks is not known. */
#include "config/mailkeys.h"

#include "config/yamlkeys.h"

#include "base/text/uri.h"

#include <stddef.h>

/* Of a message, in MB: what most mailers still take; and what none does. */
enum { USUAL_LIMIT = 10, MOST_LIMIT = 150, MOST_DOMAINS = 200, MOST_LEAVE = 2 };

static const struct gp_keys mail_keys;

/* ---- values ---- */

static bool
take_mailbox(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_mailbox *out = field;
	struct gp_str line;
	const char *flaw;

	if (!gp_take_line(t, v, &line))
		return false;
	*out = gp_mailbox_of(line);
	flaw = gp_mail_address_flaw(out->address);
	return !flaw || gp_taker_fault(t, v, "`%.*s` %s",
	                               GP_ARG(gp_shown(out->address)), flaw);
}

static bool
take_list_id(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field;

	if (!gp_take_line(t, v, out))
		return false;
	return gp_mail_host_ok(*out) ||
	       gp_taker_fault(t, v,
	                      "`list-id` must look like the name of a host: "
	                      "press.example.gov.uk");
}

/* One text or a list of texts, each by `take`. */
static bool
take_texts(struct gp_taker *t, const struct gp_yaml *v, size_t most,
           bool (*take)(struct gp_taker *t, const struct gp_yaml *v,
                        struct gp_str *out),
           struct gp_str **rows, size_t *n)
{
	const struct gp_yaml *c;

	if (v->kind != GP_YAML_TEXT && !gp_need_list(t, v, most))
		return false;
	*rows = gp_arena_array(t->arena, v->count + 1, sizeof **rows);
	if (!*rows)
		return gp_arena_ok(t->arena, t->e);
	if (v->kind == GP_YAML_TEXT)
		return take(t, v, &(*rows)[(*n)++]);
	for (c = v->first; c; c = c->next)
		if (!take(t, c, &(*rows)[(*n)++]))
			return false;
	return true;
}

static bool
take_domain(struct gp_taker *t, const struct gp_yaml *v, struct gp_str *out)
{
	struct gp_str host;

	if (!gp_take_line(t, v, out))
		return false;
	host = gp_str_starts(*out, GP_STR("*.")) ? gp_str_sub(*out, 2, out->n)
	                                         : *out;
	return gp_mail_host_ok(host) ||
	       gp_taker_fault(t, v,
	                      "`%.*s` is no domain; write one such as "
	                      "example.gov.uk, or *.example.gov.uk for all "
	                      "below it",
	                      GP_ARG(gp_shown(*out)));
}

static bool
take_domains(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_mail_settings *m = field;

	return take_texts(t, v, MOST_DOMAINS, take_domain, &m->domains,
	                  &m->n_domains);
}

/* The address of "mailto:leave@example.org?subject=..."; "" for another one. */
static struct gp_str
mailto_address(struct gp_str uri)
{
	size_t end = gp_str_find(uri, GP_STR("?"), 0);

	return gp_uri_has(uri, "mailto") ? gp_str_sub(uri, 7, end) : GP_STR("");
}

static bool
take_way_out(struct gp_taker *t, const struct gp_yaml *v, struct gp_str *out)
{
	struct gp_str address;
	size_t i;

	if (!gp_take_uri(t, v, out))
		return false;
	address = mailto_address(*out);
	for (i = 0; i < out->n; i++)
		if ((unsigned char)out->p[i] > 0x7E)
			break;
	return (i == out->n && (address.n ? !gp_mail_address_flaw(address)
	                                  : gp_uri_has(*out, "https"))) ||
	       gp_taker_fault(t, v,
	                      "`unsubscribe` is an https: address or mailto: "
	                      "and a mail address, in ASCII");
}

static bool
take_leave(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_mail_settings *m = field;

	return take_texts(t, v, MOST_LEAVE, take_way_out, &m->leave,
	                  &m->n_leave);
}

static bool
take_limit(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	long *mb = field;

	if (!gp_take_number(t, v, mb))
		return false;
	return (*mb >= 1 && *mb <= MOST_LIMIT) ||
	       gp_taker_fault(t, v, "`limit` is in MB, from 1 to %d",
	                      MOST_LIMIT);
}

/* ---- the group ---- */

static bool
check_within(struct gp_taker *t, const struct gp_yaml *v,
             const struct gp_mail_settings *m, const char *key,
             struct gp_str address)
{
	const struct gp_yaml *at = gp_yaml_child(v, key);

	if (address.n == 0 || gp_mail_within(address, m->domains, m->n_domains))
		return true;
	return gp_taker_fault(t, at ? at : v,
	                      "`%.*s` is outside `domains`, to which mail may "
	                      "go",
	                      GP_ARG(gp_shown(address)));
}

static bool
check_addresses(struct gp_taker *t, const struct gp_yaml *v,
                const struct gp_mail_settings *m)
{
	size_t i;

	for (i = 0; i < m->n_leave; i++)
		if (!check_within(t, v, m, "unsubscribe",
		                  mailto_address(m->leave[i])))
			return false;
	return check_within(t, v, m, "from", m->from.address) &&
	       check_within(t, v, m, "to", m->to.address) &&
	       check_within(t, v, m, "reply-to", m->reply.address);
}

bool
gp_take_mail(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_mail_settings *m = field;

	if (v->kind != GP_YAML_MAP)
		return gp_taker_fault(t, v,
		                      "`mail` must hold `from`, `to` and "
		                      "`domains` below it, not %s",
		                      gp_yaml_what(v));
	m->limit = USUAL_LIMIT;
	if (!gp_take_map(t, v, &mail_keys, m))
		return false;
	m->is_given = true;
	if (m->from.address.n == 0)
		return gp_taker_fault(t, v, "`mail` needs `from:`, who sends");
	if (m->n_domains == 0)
		return gp_taker_fault(t, v,
		                      "`mail` needs `domains:`, the only ones "
		                      "to which mail may go");
	if (m->to.address.n == 0 && m->recipients.n == 0)
		return gp_taker_fault(t, v,
		                      "`mail` needs `to:`, the address of a "
		                      "group, or `recipients:`, a file");
	return check_addresses(t, v, m);
}

#define AT(field) offsetof(struct gp_mail_settings, field)

static const struct gp_key mail_rows[] = {
	{ "from", take_mailbox, AT(from), false },
	{ "to", take_mailbox, AT(to), false },
	{ "reply-to", take_mailbox, AT(reply), false },
	{ "list-id", take_list_id, AT(list_id), false },
	{ "unsubscribe", take_leave, 0, false },
	{ "domains", take_domains, 0, false },
	{ "recipients", gp_take_file, AT(recipients), false },
	{ "full", gp_take_flag, AT(full), false },
	{ "pictures", gp_take_flag, AT(pictures), false },
	{ "limit", take_limit, AT(limit), false },
};

static const struct gp_keys mail_keys = {
	" in `mail`", mail_rows, sizeof mail_rows / sizeof *mail_rows
};

_Static_assert(sizeof mail_rows / sizeof *mail_rows <= GP_MAX_KEYS,
               "gp_take_map() has room for every key");
