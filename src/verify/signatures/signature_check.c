/* Two runs of ssh-keygen for a good signature, one that names the signer and
   one that checks; for a bad one others tell why.  The list goes in on standard
   input.  Which folder this is of, and when it was released, is not known
   here. */
#include "verify/signatures/signature_check.h"

#include "base/file.h"

#include <stdio.h>
#include <string.h>

enum { MOST_ARGUMENTS = 16, MOST_BYTES = 16 * 1024, DAY = 24 * 60 * 60 };
enum { WARNED_DAYS = 30, NAME_SIZE = 200, TIME_SIZE = 64 };

static const char good[] = "Good \"govpub\" signature for ";

/* One signature of one list. */
struct one_check {
	struct gp_signature_check *c;
	const struct gp_signed_list *list;
	struct gp_str bytes;  /* of the list */
	struct gp_str path;   /* of the signature */
	char time[TIME_SIZE]; /* as an option */
	char name[NAME_SIZE]; /* of the signer */
};

/* ---- a run ---- */

/* Its exit status, -1 for none; `line` gets the first one of its output. */
static bool
run(struct one_check *o, const char *const *arguments, int *status,
    char line[NAME_SIZE])
{
	const struct gp_settings *settings = o->c->settings;
	const struct gp_program program = {
		.name = "ssh-keygen",
		.arguments = arguments,
		.input = o->bytes.p,
		.input_size = o->bytes.n,
	};
	struct gp_program_end end;
	struct gp_str said, first;

	if (!settings->run)
		return gp_fail(o->c->in->err, GP_USAGE,
		               "a program has to be run to check signatures, "
		               "and none may be");
	if (!settings->run(settings->user, &program, &end, o->c->in->err))
		return false;
	said = (struct gp_str){ (const char *)end.out.data, end.out.size };
	if (!gp_str_split(&said, '\n', &first))
		first = GP_STR("");
	gp_format(line, NAME_SIZE, "%.*s", GP_ARG(gp_str_sub(first, 0, 150)));
	*status = end.ended ? end.status : -1;
	gp_bytes_free(&end.out);
	gp_bytes_free(&end.said);
	return end.found || gp_fail(o->c->in->err, GP_INPUT,
	                            "there is no ssh-keygen to check "
	                            "signatures with; install OpenSSH's "
	                            "client");
}

static bool
find_signer(struct one_check *o, bool *found)
{
	const char *const arguments[] = {
		"-Y", "find-principals",     "-s",    o->path.p,
		"-f", o->c->wanted->signers, o->time, NULL,
	};
	int status;

	/* A pattern fits itself, so it serves as a name. */
	*found = false;
	if (!run(o, arguments, &status, o->name))
		return false;
	*found = status == 0 &&
	         gp_allowed_signer_is_named(&o->c->signers, gp_str(o->name));
	return true;
}

static bool
verify(struct one_check *o, bool with_revoked, bool *is_good)
{
	const char *revoked = with_revoked ? o->c->wanted->revoked : NULL;
	const char *const arguments[] = {
		"-Y",    "verify",  "-n",    "govpub",
		"-I",    o->name,   "-f",    o->c->wanted->signers,
		"-s",    o->path.p, o->time, revoked ? "-r" : NULL,
		revoked, NULL,
	};
	char line[NAME_SIZE];
	int status;

	if (!run(o, arguments, &status, line))
		return false;
	*is_good = status == 0 && strncmp(line, good, strlen(good)) == 0;
	return true;
}

static bool
fits(struct one_check *o, bool *it_does)
{
	const char *const arguments[] = {
		"-Y", "check-novalidate", "-n", "govpub", "-s", o->path.p, NULL
	};
	char line[NAME_SIZE];
	int status;

	if (!run(o, arguments, &status, line))
		return false;
	*it_does = status == 0;
	return true;
}

/* ---- one signature ---- */

static const char *
time_of(const struct one_check *o)
{
	return o->time[0] ? strchr(o->time, '=') + 1 : "now";
}

static bool
tell_bad(struct one_check *o, const char *why)
{
	gp_found(o->c->in, GP_CHECK_VERIFY_SIGNATURE, o->list->name, 0,
	         "%.*s is not good: %s", GP_ARG(gp_str_base(o->path)), why);
	return true;
}

/* Nobody who is allowed, or nobody who was then. */
static bool
tell_unknown(struct one_check *o)
{
	char why[NAME_SIZE];

	gp_format(why, sizeof why,
	          "no key of the allowed signers that counted at %s made it",
	          time_of(o));
	return tell_bad(o, why);
}

static bool
tell_why(struct one_check *o, bool has_signer)
{
	bool is_so = false;

	if (!fits(o, &is_so))
		return false;
	if (!is_so)
		return tell_bad(o, "it is not of this list, or one of the two "
		                   "was changed");
	if (!has_signer)
		return tell_unknown(o);
	if (o->c->wanted->revoked && !verify(o, false, &is_so))
		return false;
	return tell_bad(o, o->c->wanted->revoked && is_so
	                           ? "its key is revoked"
	                           : "its key does not count for what govpub "
	                             "signs");
}

static void
tell_good(struct one_check *o)
{
	gp_found(o->c->in, GP_CHECK_VERIFY_SIGNED, o->list->name, 0,
	         "%.*s is good: signed by %s, whose key counted at %s",
	         GP_ARG(gp_str_base(o->path)), o->name, time_of(o));
}

static bool
check(struct one_check *o)
{
	bool has_signer = false, is_good = false;

	if (!find_signer(o, &has_signer) ||
	    (has_signer && !verify(o, true, &is_good)))
		return false;
	if (!is_good)
		return tell_why(o, has_signer);
	tell_good(o);
	return true;
}

static void
put_time(struct one_check *o)
{
	struct gp_date utc;

	o->time[0] = '\0';
	if (o->list->time.precision == GP_NO_DATE ||
	    !gp_date_from_seconds(gp_date_seconds(&o->list->time), &utc))
		return;
	(void)snprintf(o->time, sizeof o->time,
	               "-Overify-time=%04d%02d%02d%02d%02d%02dZ", utc.year,
	               utc.month, utc.day, utc.hour, utc.minute, utc.second);
}

static bool
check_one(struct one_check *o)
{
	struct gp_bytes bytes;
	struct gp_err why = { .code = GP_OK };

	o->c->n_found++;
	if (!o->c->wanted->signers)
		return true;
	if (!gp_read(o->path.p, MOST_BYTES, &bytes, &why))
		return tell_bad(o, "the file cannot be read, or is too large");
	gp_bytes_free(&bytes);
	put_time(o);
	return check(o);
}

/* ---- a list ---- */

static bool
check_all(struct one_check *o, size_t *n)
{
	struct gp_arena *a = o->c->in->arena;
	char suffix[GP_SIGNATURE_SUFFIX];
	size_t i;

	*n = 0;
	for (i = 0; i < GP_MAX_SIGNERS; i++) {
		gp_signature_suffix(i, suffix);
		o->path = gp_arena_printf(a, "%s%s", o->list->path, suffix);
		if (!gp_arena_ok(a, o->c->in->err))
			return false;
		if (!gp_file_exists(o->path.p))
			continue;
		(*n)++;
		if (!check_one(o))
			return false;
	}
	return true;
}

bool
gp_signature_check_list(struct gp_signature_check *c,
                        const struct gp_signed_list *list)
{
	struct one_check o = { .c = c, .list = list };
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_err why = { .code = GP_OK };
	size_t n;
	bool ok;

	if (!gp_read(list->path, GP_MAX_PACK_ARENA, &bytes, &why))
		return why.code != GP_NOMEM ||
		       gp_fail(c->in->err, GP_NOMEM, "out of memory");
	o.bytes = (struct gp_str){ (const char *)bytes.data, bytes.size };
	ok = check_all(&o, &n);
	gp_bytes_free(&bytes);
	if (ok && n == 0 && c->wanted->signers)
		gp_found(c->in, GP_CHECK_VERIFY_UNSIGNED, list->name, 0,
		         "the list is not signed");
	return ok;
}

/* ---- before and behind ---- */

static void
warn_of_ends(struct gp_signature_check *c)
{
	long long now = c->settings->now, left;
	const struct gp_allowed_signer *row = c->signers.rows;
	char day[GP_DATE_TEXT];
	size_t i;

	for (i = 0; now && i < c->signers.n; i++, row++) {
		if (row->valid_before.precision == GP_NO_DATE)
			continue;
		left = gp_date_seconds(&row->valid_before) - now;
		if (left < 0 || left > (long long)WARNED_DAYS * DAY)
			continue;
		gp_date_utc(&row->valid_before, day);
		gp_diag_add(c->in->diag, GP_WARNING, "verify-key-ends",
		            c->wanted->signers, row->line,
		            "the key of %.*s ends at %s, in %lld days: put "
		            "the next one into series.yaml and into this file",
		            GP_ARG(gp_str_sub(row->principals, 0, 80)), day,
		            left / DAY);
	}
}

bool
gp_signature_check_begin(struct gp_signature_check *c)
{
	const char *path = c->wanted->signers;
	struct gp_bytes text;
	struct gp_date date;
	bool ok;

	if (!path)
		return true;
	if (c->settings->date &&
	    !gp_date_parse(gp_str(c->settings->date), &date))
		return gp_fail(c->in->err, GP_USAGE,
		               "`%.40s` is no date; give one as 2015-11-09 or "
		               "2015-11-09T07:00Z",
		               c->settings->date);
	if (!gp_read(path, GP_MIB, &text, c->in->err))
		return false;
	ok = gp_allowed_signers_read(
		c->in->arena, path,
		(struct gp_str){ (const char *)text.data, text.size },
		&c->signers, c->in->err);
	gp_bytes_free(&text);
	if (ok && c->wanted->revoked && !gp_file_exists(c->wanted->revoked))
		return gp_fail_at(c->in->err, GP_INPUT, c->wanted->revoked, 0,
		                  0, "is not there");
	if (ok)
		warn_of_ends(c);
	return ok;
}

void
gp_signature_check_end(struct gp_signature_check *c)
{
	if (!c->wanted->signers && c->n_found)
		gp_found(c->in, GP_CHECK_VERIFY_UNCHECKED, NULL, 0,
		         "%zu signature%s there and not checked; "
		         "`--signers FILE` does",
		         c->n_found, c->n_found == 1 ? " is" : "s are");
}
