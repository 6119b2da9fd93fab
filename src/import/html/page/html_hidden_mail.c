/* Cloudflare's "email address obfuscation", as its script undoes it: two hex
   digits a byte, the first of which is XORed with each of the others.  Only
   what is an address then is shown; no other way of hiding is known here. */
#include "import/html/page/html_hidden_mail.h"

#include "base/hex.h"
#include "base/text/decode.h"
#include "base/utf8.h"

enum { LONGEST = 320 }; /* bytes of an address: RFC 3696, 3 (erratum 1690) */

/* One @ with something on both sides and nothing that is seen as space. */
static bool
is_address(struct gp_str s)
{
	size_t at = gp_str_find(s, GP_STR("@"), 0), i;

	if (at == 0 || at + 1 >= s.n ||
	    gp_str_find(s, GP_STR("@"), at + 1) < s.n || !gp_utf8_valid(s))
		return false;
	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7F ||
		    s.p[i] == '<' || s.p[i] == '>')
			return false;
	return true;
}

/* "" when it is none. */
static struct gp_str
address_of(struct gp_str hex, struct gp_arena *arena)
{
	char text[LONGEST];
	struct gp_str s = { text, 0 };
	int key, byte;
	size_t i;

	if (hex.n < 8 || hex.n % 2 || hex.n / 2 - 1 > sizeof text)
		return GP_STR("");
	key = gp_hex_byte(hex, 0);
	for (i = 2; i < hex.n && key >= 0; i += 2) {
		byte = gp_hex_byte(hex, i);
		if (byte < 0)
			return GP_STR("");
		text[s.n++] = (char)(byte ^ key);
	}
	return key >= 0 && is_address(s) ? gp_arena_str(arena, s) : GP_STR("");
}

static void
set_link(struct gp_flat *d, uint32_t i, struct gp_str address,
         struct gp_arena *arena)
{
	struct gp_flat_attr *a = d->attributes + d->nodes[i].as.first;
	struct gp_str href =
		gp_arena_printf(arena, "mailto:%.*s", GP_ARG(address));
	uint32_t k;

	for (k = 0; k < d->nodes[i].size; k++)
		if (a[k].name == GP_N_HREF && href.n) {
			a[k].value = href.p;
			a[k].size = (uint32_t)href.n;
		}
}

static bool
is_in_word(char c)
{
	return gp_is_alnum(c) || (c & 0x80);
}

/* The brackets of "[email protected]" keep it apart from a number or a word
   right beside it; an address has none and gets a space. */
static struct gp_str
kept_apart(const struct gp_flat *d, uint32_t before, uint32_t text,
           struct gp_str address, struct gp_arena *arena)
{
	struct gp_str left = before ? gp_flat_text(d, before) : GP_STR("");
	struct gp_str right = GP_STR("");
	uint32_t next = text + 1;

	while (next < d->n_nodes && !gp_flat_is_text(d, next))
		next++;
	if (next < d->n_nodes)
		right = gp_flat_text(d, next);
	return gp_arena_printf(
		arena, "%s%.*s%s",
		left.n && is_in_word(left.p[left.n - 1]) ? " " : "",
		GP_ARG(address), right.n && is_in_word(right.p[0]) ? " " : "");
}

static void
set_words(struct gp_flat *d, uint32_t i, uint32_t before, struct gp_str address,
          struct gp_draft *draft)
{
	uint32_t text = i + 1;
	struct gp_str words;

	if (text >= d->nodes[i].end || !gp_flat_is_text(d, text))
		return;
	address = kept_apart(d, before, text, address, draft->arena);
	words = gp_clean_line(draft->arena, gp_flat_text(d, text));
	gp_draft_leave_out(draft, words, GP_STR("stands-for-address"),
	                   GP_STR("data-cfemail"));
	d->nodes[text].as.bytes = address.p;
	d->nodes[text].size = (uint32_t)address.n;
}

static void
show_words(struct gp_flat *d, uint32_t i, uint32_t before,
           struct gp_arena *arena, struct gp_draft *draft)
{
	struct gp_str address = address_of(
		gp_str_trim(gp_flat_attr(d, i, GP_N_DATA_CFEMAIL)), arena);
	uint32_t up = d->nodes[i].parent;

	if (!address.n)
		return;
	set_words(d, i, before, address, draft);
	set_link(d, i, address, arena);
	if (gp_flat_is(d, up, GP_N_A))
		set_link(d, up, address, arena);
}

static void
show_link(struct gp_flat *d, uint32_t i, struct gp_arena *arena)
{
	struct gp_str place = GP_STR("/cdn-cgi/l/email-protection#");
	struct gp_str href = gp_str_trim(gp_flat_attr(d, i, GP_N_HREF));
	size_t at = gp_str_find(href, place, 0);
	struct gp_str address;

	if (at == href.n)
		return;
	address = address_of(gp_str_sub(href, at + place.n, href.n), arena);
	if (address.n)
		set_link(d, i, address, arena);
}

void
gp_html_show_mail(struct gp_flat *d, struct gp_arena *arena,
                  struct gp_draft *draft)
{
	uint32_t i, before = 0;

	for (i = 1; i < d->n_nodes; i++) {
		if (gp_flat_is_text(d, i))
			before = i;
		if (d->nodes[i].kind != GP_FLAT_HTML || !d->nodes[i].size)
			continue;
		if (gp_flat_has_attr(d, i, GP_N_DATA_CFEMAIL))
			show_words(d, i, before, arena, draft);
		else if (gp_flat_is(d, i, GP_N_A))
			show_link(d, i, arena);
	}
}
