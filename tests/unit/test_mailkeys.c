/* `mail:` of series.yaml and the addresses in it: what is taken, and each slip
   by its place and by words of its message. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "config/seriesfile.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))
#define HEAD "title: T\naudience: internal\nmail:\n"
#define GOOD                                      \
	HEAD "  from: Office <press@a.example>\n" \
	     "  to: all@a.example\n"              \
	     "  domains: a.example\n"

static bool
parse(struct gp_seriesfile *s, const char *text, struct gp_err *e)
{
	*s = (struct gp_seriesfile){ .arena = gp_arena_new(GP_MAX_PACK_ARENA) };
	assert_non_null(s->arena);
	return gp_seriesfile_read(s, "series.yaml", gp_str(text), e);
}

static void
is(struct gp_str have, const char *want)
{
	if (!gp_str_eq(have, gp_str(want)))
		fail_msg("\"%.*s\" is not \"%s\"", GP_ARG(have), want);
}

static void
every_key(void **state)
{
	static const char text[] =
		GOOD "  reply-to: '\"Desk, the\" <desk@b.example>'\n"
		     "  list-id: cuttings.a.example\n"
		     "  unsubscribe: ['mailto:off@a.example?subject=off', "
		     "'https://a.example/off']\n"
		     "  recipients: people.txt\n"
		     "  full: yes\n  pictures: yes\n  limit: 4\n";
	struct gp_err e = { 0 };
	struct gp_seriesfile s;
	char more[sizeof text + 32];

	(void)state;
	assert_false(parse(&s, text, &e));
	assert_non_null(strstr(e.msg, "outside `domains`"));
	assert_int_equal(e.line, 7);
	gp_arena_free(s.arena);
	e = (struct gp_err){ 0 };
	strcpy(more, text);
	memcpy(strstr(more, "desk@b"), "desk@a", 6);
	assert_true(parse(&s, more, &e));
	is(s.mail.from.name, "Office");
	is(s.mail.from.address, "press@a.example");
	is(s.mail.to.name, "");
	is(s.mail.reply.name, "Desk, the");
	is(s.mail.list_id, "cuttings.a.example");
	assert_int_equal(s.mail.n_leave, 2);
	is(s.mail.recipients, "people.txt");
	assert_true(s.mail.is_given && s.mail.full && s.mail.pictures);
	assert_int_equal(s.mail.limit, 4);
	gp_arena_free(s.arena);
}

static void
usual_values(void **state)
{
	struct gp_err e = { 0 };
	struct gp_seriesfile s;

	(void)state;
	assert_true(parse(&s, GOOD, &e));
	assert_int_equal(s.mail.limit, 10);
	assert_false(s.mail.full || s.mail.pictures);
	gp_arena_free(s.arena);
	assert_true(parse(&s, "title: T\naudience: internal\n", &e));
	assert_false(s.mail.is_given);
	gp_arena_free(s.arena);
}

static void
slips(void **state)
{
	static const struct {
		const char *text;
		unsigned line;
		const char *words;
	} rows[] = {
		{ HEAD "  to: a@b.example\n", 4, "needs `from:`" },
		{ HEAD "  from: a@b.example\n", 4, "needs `domains:`" },
		{ HEAD "  from: a@b.example\n  domains: b.example\n", 4,
		  "needs `to:`" },
		{ HEAD "  from: nobody\n", 4, "is no mail address" },
		{ HEAD "  from: a@bücher.example\n", 4, "xn--" },
		{ HEAD "  from: 'A <a@b.example>, <c@d.example>'\n", 4,
		  "before the @" },
		{ HEAD "  from: -oQ@b.example\n", 4, "hyphen" },
		{ GOOD "  domains: [a.example]\n", 7, "given twice" },
		{ HEAD "  domains: ['*.*.example']\n", 4, "no domain" },
		{ HEAD "  domains: [localhost]\n", 4, "no domain" },
		{ GOOD "  unsubscribe: http://a.example/\n", 7, "https:" },
		{ GOOD "  unsubscribe: mailto:off@c.example\n", 7,
		  "outside `domains`" },
		{ GOOD "  list-id: Cuttings\n", 7, "name of a host" },
		{ GOOD "  limit: 0\n", 7, "in MB" },
		{ GOOD "  recipients: ../people.txt\n", 7, "recipients" },
		{ GOOD "  reply_to: a@a.example\n", 7, "did you mean" },
		{ "title: T\naudience: internal\nmail: full\n", 3,
		  "must hold `from`" },
	};
	struct gp_seriesfile s;
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(rows); i++) {
		struct gp_err e = { 0 };

		assert_false(parse(&s, rows[i].text, &e));
		gp_arena_free(s.arena);
		if (!strstr(e.msg, rows[i].words) || e.line != rows[i].line)
			fail_msg("row %zu: %u: %s", i, e.line, e.msg);
	}
}

static void
addresses(void **state)
{
	static const char *const good[] = { "a@b.example", "a.b+c@d-e.example",
		                            "O'Neil@b.example" };
	static const char *const bad[] = {
		"",
		"@",
		"a@",
		"@b.example",
		"a@b",
		"a b@c.example",
		"a@b..example",
		"a..b@c.example",
		".a@b.example",
		"a@-b.example",
		"a@[192.0.2.1]",
		"a\n@b.example",
		"\"a\"@b.example",
		"a@b.example,",
		"a@b.example\r\nBcc",
	};
	const struct gp_str hosts[] = { GP_STR("b.example"),
		                        GP_STR("*.c.example") };
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(good); i++)
		assert_null(gp_mail_address_flaw(gp_str(good[i])));
	for (i = 0; i < ROWS(bad); i++)
		assert_non_null(gp_mail_address_flaw(gp_str(bad[i])));
	assert_true(gp_mail_within(GP_STR("x@B.Example"), hosts, 2));
	assert_true(gp_mail_within(GP_STR("x@a.b.c.example"), hosts, 2));
	assert_false(gp_mail_within(GP_STR("x@c.example"), hosts, 2));
	assert_false(gp_mail_within(GP_STR("x@a.b.example"), hosts, 2));
	assert_false(gp_mail_within(GP_STR("x@evilc.example"), hosts, 2));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key),
		cmocka_unit_test(usual_values),
		cmocka_unit_test(slips),
		cmocka_unit_test(addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
