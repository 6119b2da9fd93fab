/* Mailbox files: many mails one behind the other, each under a line "From "
   with who sent it and when (RFC 4155, appendix A).  Where the next one begins
   is told by such a line with a header under it, or by the length that the
   header gives; each mail is then read as if it stood alone.  What is in a
   mail is not known here. */
#include "import/import.h"
#include "import/mail/mime_field.h"

#include "base/limits.h"

enum { LEAST_WORDS = 4 }; /* behind "From ": no sentence of a letter is it */

/* ---- one line ---- */

static struct gp_str
line_at(struct gp_str s, size_t at)
{
	return gp_str_sub(s, at, gp_str_find(s, GP_STR("\n"), at));
}

/* "09:00" or "09:00:00". */
static bool
is_time(struct gp_str word)
{
	return word.n >= 4 && gp_is_digit(word.p[0]) &&
	       gp_str_find(word, GP_STR(":"), 0) <= 2 &&
	       gp_is_digit(word.p[word.n - 1]);
}

static bool
is_year(struct gp_str word)
{
	return word.n == 4 && gp_str_all(word, gp_is_digit);
}

/* "From ann@example Tue Jun  8 09:00:00 2021", as its programs write it. */
static bool
is_envelope(struct gp_str line)
{
	struct gp_str word;
	bool time = false, year = false;
	size_t words = 0;

	if (!gp_str_starts(line, GP_STR("From ")))
		return false;
	while (words <= 2 * LEAST_WORDS + 2 && gp_str_word(&line, &word)) {
		time = time || is_time(word);
		year = year || is_year(word);
		words++;
	}
	return words >= LEAST_WORDS && time && year;
}

/* ---- where mails begin ---- */

/* An envelope at `at`, and a header under it. */
static bool
begins_mail(struct gp_str s, size_t at)
{
	struct gp_str line = line_at(s, at), next;
	size_t i = 0;

	if (!is_envelope(line))
		return false;
	next = line_at(s, at + line.n + 1);
	/* One that went through two mailboxes has two. */
	if (gp_str_starts(next, GP_STR(">From ")))
		return true;
	while (i < next.n && next.p[i] > ' ' && next.p[i] != ':')
		i++;
	return i > 0 && i < next.n && next.p[i] == ':';
}

static bool
is_blank_before(struct gp_str s, size_t at)
{
	return at >= 2 && s.p[at - 1] == '\n' &&
	       (s.p[at - 2] == '\n' ||
	        (at >= 3 && s.p[at - 2] == '\r' && s.p[at - 3] == '\n'));
}

/* Where the mail ends whose header gives its length; 0 when it does not, or
   when no other mail begins there. */
static size_t
end_by_length(struct gp_arena *a, struct gp_str s)
{
	struct gp_str header = gp_mime_header(s);
	struct gp_str field = gp_mime_field(a, header, "Content-Length");
	size_t n = 0, i, at;

	for (i = 0; i < field.n && gp_is_digit(field.p[i]) && n < s.n; i++)
		n = n * 10 + (size_t)(field.p[i] - '0');
	if (i == 0 || i < field.n || n >= s.n - header.n)
		return 0;
	at = gp_str_find(s, GP_STR("\n"), header.n) + 1 + n;
	while (at < s.n && gp_is_space(s.p[at]))
		at++;
	return at >= s.n || begins_mail(s, at) ? at : 0;
}

/* Where the mail ends that `s` begins with. */
static size_t
end_of_mail(struct gp_arena *a, struct gp_str s)
{
	size_t at = end_by_length(a, s);

	if (at > 0)
		return at;
	while (at < s.n) {
		at = gp_str_find(s, GP_STR("\nFrom "), at) + 1;
		if (at < s.n && is_blank_before(s, at) && begins_mail(s, at))
			return at;
	}
	return s.n;
}

/* ---- the whole ---- */

static bool
read_mails(struct gp_arena *a, const struct gp_source_bytes *source,
           struct gp_articles *out, struct gp_diag *d, struct gp_err *e)
{
	struct gp_str rest = source->data;
	size_t n = 0, end;
	bool ok = true;

	while (ok && rest.n > 0) {
		if (++n > GP_MAX_PARTS)
			return gp_fail(e, GP_LIMIT, "has more than %zu mails",
			               GP_MAX_PARTS);
		end = end_of_mail(a, rest);
		ok = gp_articles_count(out, end, e) &&
		     gp_import_member(
			     out, source, gp_arena_printf(a, "mail-%zu.eml", n),
			     gp_str_sub(rest, 0, end), GP_STR(""), d, e);
		rest = gp_str_sub(rest, end, rest.n);
	}
	return ok && gp_arena_ok(a, e);
}

static bool
unpack(const struct gp_source_bytes *source, struct gp_articles *out,
       struct gp_diag *d, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_DOC_ARENA);
	bool ok = a ? read_mails(a, source, out, d, e)
	            : gp_fail(e, GP_NOMEM, "out of memory");

	gp_arena_free(a);
	return ok;
}

/* One mail alone is a mail, under whatever line. */
static int
sniff(const struct gp_source_bytes *source)
{
	struct gp_arena *a;
	size_t end;

	if (!begins_mail(source->data, 0))
		return 0;
	a = gp_arena_new(GP_MAX_DOC_ARENA);
	end = a ? end_of_mail(a, source->data) : 0;
	gp_arena_free(a);
	return a && end < source->data.n ? 96 : 0;
}

const struct gp_importer gp_import_mbox = {
	.kind = "mbox",
	.suffixes = " .mbox .mbx ",
	.sniff = sniff,
	.unpack = unpack,
};
