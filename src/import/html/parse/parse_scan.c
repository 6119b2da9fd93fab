/* Runs of bytes up to one that may end them, found by a table of what each
   byte is; references, line ends and NUL are resolved on the way.  It knows
   neither a tag nor what a text is for. */
#include "import/html/parse/parse_scan.h"

#include "base/entity.h"
#include "base/text/decode.h"
#include "base/utf8.h"

#include <string.h>

enum { FIRST_ATTRIBUTES = 64 };

#define EVERY                                                           \
	(GP_CHAR_TEXT | GP_CHAR_RCDATA | GP_CHAR_RAW | GP_CHAR_DOUBLE | \
	 GP_CHAR_SINGLE)
#define SPACE (GP_CHAR_SPACE | GP_CHAR_UNQUOTED | GP_CHAR_NAME)

const unsigned char gp_char_is[256] = {
	['\0'] = EVERY | GP_CHAR_UNQUOTED,
	['\r'] = EVERY | SPACE,
	['\t'] = SPACE,
	['\n'] = SPACE,
	['\f'] = SPACE,
	[' '] = SPACE,
	['&'] = GP_CHAR_TEXT | GP_CHAR_RCDATA | GP_CHAR_DOUBLE |
	        GP_CHAR_SINGLE | GP_CHAR_UNQUOTED,
	['<'] = GP_CHAR_TEXT,
	['"'] = GP_CHAR_DOUBLE,
	['\''] = GP_CHAR_SINGLE,
	['>'] = GP_CHAR_UNQUOTED | GP_CHAR_NAME,
	['/'] = GP_CHAR_NAME,
	['='] = 0,
};

bool
gp_scan_init(struct gp_scan *s, struct gp_str source, struct gp_arena *arena,
             struct gp_arena *scratch)
{
	*s = (struct gp_scan){ .p = source.n ? source.p : "",
		               .n = (uint32_t)source.n,
		               .line = 1,
		               .arena = arena };
	return gp_names_init(&s->names, arena, scratch) &&
	       gp_scan_reserve(s, 1);
}

void
gp_scan_free(struct gp_scan *s)
{
	gp_buf_free(&s->text);
}

void
gp_scan_as(struct gp_scan *s, enum gp_scan_how how, unsigned until)
{
	s->how = how;
	s->until = until;
}

bool
gp_scan_reserve(struct gp_scan *s, size_t more)
{
	size_t cap = s->cap_attributes, size = sizeof *s->attributes;
	struct gp_flat_attr *grown;

	if (s->n_attributes + more <= cap)
		return true;
	cap = cap * 2 + more + FIRST_ATTRIBUTES;
	grown = gp_arena_resize(s->arena, s->attributes, s->n_attributes * size,
	                        cap * size);
	if (!grown)
		return false;
	s->attributes = grown;
	s->cap_attributes = cap;
	return true;
}

bool
gp_scan_is_markup(const struct gp_scan *s, uint32_t at)
{
	char c = at + 1 < s->n ? s->p[at + 1] : '\0';

	if (c == '/')
		return at + 2 < s->n;
	return gp_is_alpha(c) || c == '!' || c == '?';
}

/* What no text may hold is left out, though HTML only calls it a fault; the
   control characters that part words are a space. */
static void
clean_reference(struct gp_ref *ref)
{
	struct gp_str text = { ref->text, ref->n };
	size_t at = 0;
	uint32_t c = gp_utf8_next(text, &at);

	if (c == '\r' || c == '\f')
		ref->text[0] = ' ';
	else if ((c < ' ' && c != '\t' && c != '\n') ||
	         (c >= 0x7F && c < 0xA0) || gp_is_noncharacter(c))
		ref->n = 0;
}

/* Resolves what stands at s->at into s->text, behind all from `from` on that
   was not copied yet; false when it stands for itself or ends the run. */
static bool
resolve(struct gp_scan *s, uint32_t from, uint32_t end, unsigned mask)
{
	struct gp_str all = { s->p, end };
	bool in_attribute =
		mask & (GP_CHAR_DOUBLE | GP_CHAR_SINGLE | GP_CHAR_UNQUOTED);
	uint32_t at = s->at;
	struct gp_ref ref = { .size = 1, .text = "\n", .n = 1 };
	char c = s->p[at];

	if (c == '&') {
		if (!gp_ref_at(all, at, in_attribute, &ref))
			return false;
		clean_reference(&ref);
	} else if (c == '\r') {
		ref.size += at + 1 < s->n && s->p[at + 1] == '\n';
	} else {
		memcpy(ref.text, "\xEF\xBF\xBD", 4);
		ref.n = 3;
	}
	gp_buf_put(&s->text, s->p + from, at - from);
	gp_buf_put(&s->text, ref.text, ref.n);
	s->at += (uint32_t)ref.size;
	return true;
}

/* True when the sign at s->at ends the run. */
static bool
ends_run(const struct gp_scan *s, unsigned mask)
{
	char c = s->p[s->at];

	if (mask == GP_CHAR_TEXT && c != '&' && c != '\r')
		return c == '\0' || gp_scan_is_markup(s, s->at);
	if (mask == GP_CHAR_UNQUOTED)
		return c != '&' && c != '\0';
	return c != '&' && c != '\r' && c != '\0';
}

/* The next byte from s->at on that may end the run; `end` when none may. */
static uint32_t
run_end(const struct gp_scan *s, uint32_t end, unsigned mask)
{
	const char *p = s->p;
	uint32_t at = s->at;

	while (at < end && !gp_char_in(p[at], mask))
		at++;
	return at;
}

bool
gp_scan_run(struct gp_scan *s, uint32_t end, unsigned mask, struct gp_str *out)
{
	uint32_t from = s->at;
	bool is_copied = false;

	for (;;) {
		s->at = run_end(s, end, mask);
		if (s->at >= end || ends_run(s, mask))
			break;
		if (s->p[s->at] == '<') {
			s->at++;
			continue;
		}
		if (!is_copied)
			gp_buf_clear(&s->text);
		if (resolve(s, from, end, mask)) {
			is_copied = true;
			from = s->at;
		} else {
			s->at++;
		}
	}
	*out = (struct gp_str){ s->p + from, s->at - from };
	if (is_copied) {
		gp_buf_str(&s->text, *out);
		*out = gp_buf_view(&s->text);
	}
	return is_copied;
}
