/* One run of ssh-keygen makes a signature from the list on its standard input,
   another one looks whether it fits, and only then has it a name by which it is
   found.  Of what ssh-keygen says on failure the first line is passed on; it is
   not understood. */
#include "series/signed/sign_list.h"

#include "series/ledger/safe_file.h"
#include "series/signed/signature_store.h"

#include <string.h>

enum { MOST_BYTES = 16 * 1024 };

static const char begins[] = "-----BEGIN SSH SIGNATURE-----\n";
static const char ends[] = "-----END SSH SIGNATURE-----\n";

static bool
fail_key(const struct gp_signing *s, struct gp_str key, struct gp_err *e,
         const char *why)
{
	return gp_fail_at(e, GP_OUTPUT, s->file->path.p, s->file->sign.line, 0,
	                  "key `%.*s` did not sign: %s",
	                  GP_ARG(gp_str_sub(key, 0, 100)), why);
}

/* A path of its own, one in the home, or one beside series.yaml. */
static struct gp_str
key_path(const struct gp_signing *s, struct gp_str key)
{
	if (key.p[0] == '/' || gp_str_starts(key, GP_STR("~/")))
		return key;
	return gp_arena_printf(s->arena, "%s/%.*s", s->series, GP_ARG(key));
}

/* ---- a run ---- */

static bool
check_end(const struct gp_signing *s, struct gp_str key,
          const struct gp_program_end *end, struct gp_err *e)
{
	struct gp_str said = { (const char *)end->said.data, end->said.size };
	struct gp_str line = GP_STR("");
	char why[200];

	if (!end->found)
		return fail_key(s, key, e,
		                "there is no ssh-keygen; install OpenSSH's "
		                "client, or take `sign:` out");
	if (!end->ended)
		return fail_key(s, key, e,
		                "ssh-keygen did not end in time; does the key "
		                "wait for a passphrase or a touch?");
	while (gp_str_split(&said, '\n', &line))
		if (line.n && !gp_str_starts(line, GP_STR("Signing data on")))
			break;
	if (end->status < 0)
		return fail_key(s, key, e, "ssh-keygen was killed");
	gp_format(why, sizeof why, "ssh-keygen ended with %d (%.*s)",
	          end->status, GP_ARG(gp_str_sub(line, 0, 120)));
	return end->status == 0 || fail_key(s, key, e, why);
}

/* `out` is the caller's to end, also after an error. */
static bool
run(const struct gp_signing *s, struct gp_str key, const char *const *arguments,
    struct gp_str list, struct gp_bytes *out, struct gp_err *e)
{
	const struct gp_program program = {
		.name = "ssh-keygen",
		.arguments = arguments,
		.input = list.p,
		.input_size = list.n,
	};
	struct gp_program_end end;
	bool ok;

	if (!s->settings->run)
		return gp_fail(e, GP_USAGE,
		               "a program has to be run to sign, and none may "
		               "be");
	if (!s->settings->run(s->settings->user, &program, &end, e))
		return false;
	ok = check_end(s, key, &end, e);
	gp_bytes_free(&end.said);
	*out = end.out;
	return ok;
}

/* ---- a signature ---- */

static bool
is_signature(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] != '\n' && (s.p[i] < ' ' || s.p[i] > '~'))
			return false;
	return s.n <= MOST_BYTES && gp_str_starts(s, gp_str(begins)) &&
	       gp_str_ends(s, gp_str(ends));
}

static bool
make(const struct gp_signing *s, struct gp_str key, struct gp_str list,
     struct gp_bytes *out, struct gp_err *e)
{
	struct gp_str path = key_path(s, key);
	const char *const arguments[] = { "-Y", "sign", "-n", "govpub",
		                          "-f", path.p, NULL };

	return gp_arena_ok(s->arena, e) &&
	       run(s, key, arguments, list, out, e) &&
	       (is_signature((struct gp_str){ (const char *)out->data,
	                                      out->size }) ||
	        fail_key(s, key, e, "what came is no signature"));
}

static bool
fits(const struct gp_signing *s, struct gp_str key, struct gp_str list,
     const char *path, struct gp_err *e)
{
	const char *const arguments[] = {
		"-Y", "check-novalidate", "-n", "govpub", "-s", path, NULL
	};
	struct gp_bytes said = { NULL, 0 };
	bool ok = run(s, key, arguments, list, &said, e);

	gp_bytes_free(&said);
	return ok;
}

/* Under a name that no list asks for until it was looked at. */
static bool
keep(const struct gp_signing *s, struct gp_str key, struct gp_str list,
     struct gp_str signature, const char *path, struct gp_err *e)
{
	struct gp_str tried =
		gp_arena_printf(s->arena, "%s/signatures/tried", s->series);
	struct gp_err ignored = { 0 };
	bool ok = gp_arena_ok(s->arena, e) &&
	          gp_safe_put(tried.p, signature, NULL, e) &&
	          fits(s, key, list, tried.p, e) &&
	          gp_safe_put(path, signature, NULL, e);

	(void)gp_safe_remove(tried.p, NULL, &ignored);
	return ok;
}

static bool
sign(const struct gp_signing *s, size_t n, struct gp_str list,
     struct gp_str digest, struct gp_err *e)
{
	struct gp_str key = s->file->sign.paths[n];
	struct gp_str path = gp_signature_path(s->arena, s->series, digest, n);
	struct gp_bytes made = { NULL, 0 };
	bool ok = gp_arena_ok(s->arena, e) && make(s, key, list, &made, e) &&
	          keep(s, key, list,
	               (struct gp_str){ (const char *)made.data, made.size },
	               path.p, e);

	gp_bytes_free(&made);
	return ok;
}

bool
gp_sign_list(const struct gp_signing *s, struct gp_str list, struct gp_err *e)
{
	char hex[GP_SHA256_HEX];
	struct gp_str folder;
	size_t i;

	if (s->file->sign.n == 0)
		return true;
	gp_sha256_hex(list.n ? list.p : "", list.n, hex);
	folder = gp_arena_printf(s->arena, "%s/signatures/", s->series);
	if (!gp_arena_ok(s->arena, e) || !gp_safe_way(s->series, folder.p, e) ||
	    !gp_safe_folder(folder.p, e))
		return false;
	for (i = 0; i < s->file->sign.n; i++)
		if (!gp_signature_is_there(s->series, gp_str(hex), i) &&
		    !sign(s, i, list, gp_str(hex), e))
			return false;
	return true;
}
