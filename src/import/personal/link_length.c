/* From its scheme to the first byte that no address holds, less what ends the
   sentence round it.  An address without a scheme is not known here. */
#include "import/personal/link_length.h"

#include "base/limits.h"
#include "base/text/uri.h"

bool
gp_link_may_hold(char c)
{
	return (unsigned char)c > ' ' && c != 0x7F && !strchr("<>\"{}|\\^`", c);
}

/* The end of an address in "<...>" that begins at `i`, over line ends; `i` when
   it does not end with '>'. */
static size_t
bracketed_end(struct gp_str s, size_t i)
{
	size_t from = i;

	while (i < s.n && i - from < 2 * GP_MAX_ADDRESS &&
	       (gp_link_may_hold(s.p[i]) || s.p[i] == '\n' || s.p[i] == '\r'))
		i++;
	return i < s.n && s.p[i] == '>' ? i : from;
}

/* Without what ends the sentence round it. */
static size_t
trimmed_end(struct gp_str s, size_t from, size_t to)
{
	bool opens = memchr(s.p + from, '(', to - from) != NULL;

	while (to > from && strchr(".,;:!?'])", s.p[to - 1]) &&
	       !(opens && s.p[to - 1] == ')'))
		to--;
	return to;
}

size_t
gp_link_length(struct gp_str text, size_t i)
{
	struct gp_str rest = gp_str_sub(text, i, text.n);
	size_t to = i, end;

	if (!gp_web_scheme(rest) && !gp_uri_has(rest, "mailto"))
		return 0;
	end = i && text.p[i - 1] == '<' ? bracketed_end(text, i) : i;
	if (end > i)
		return end - i;
	while (to < text.n && gp_link_may_hold(text.p[to]))
		to++;
	return trimmed_end(text, i, to) - i;
}
