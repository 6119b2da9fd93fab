/* A map of addresses and of their digests, asked for every part of a text that
   may be one.  What is compressed or encrypted tells nothing here: such a value
   is judged by its looks, elsewhere. */
#include "import/personal/recipients.h"

#include "base/hex.h"
#include "base/limits.h"
#include "base/text/mimecode.h"
#include "base/text/uri.h"
#include "import/personal/link_value.h"
#include "import/personal/spelled.h"

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

enum {
	LAYERS = 3,        /* of encodings, the outermost is none */
	LEAST_ENCODED = 8, /* digits; no address has fewer than six bytes */
	LEAST_ADDRESS = 3,
	LONGEST_DIGEST = SHA512_DIGEST_SIZE,
};

/* ---- who they are ---- */

static void
remember(struct gp_recipients *r, struct gp_str key)
{
	key = gp_arena_str(r->arena, key);
	if (key.n)
		gp_map_put(&r->known, key, r);
}

static void
remember_digest(struct gp_recipients *r, const uint8_t *digest, size_t n)
{
	char hex[2 * LONGEST_DIGEST];
	size_t i;

	for (i = 0; i < n; i++) {
		hex[2 * i] = gp_to_lower(gp_hex_digit(digest[i] >> 4));
		hex[2 * i + 1] = gp_to_lower(gp_hex_digit(digest[i]));
	}
	remember(r, (struct gp_str){ hex, 2 * n });
}

static void
remember_digests(struct gp_recipients *r, struct gp_str address)
{
	const uint8_t *p = (const uint8_t *)address.p;
	uint8_t digest[LONGEST_DIGEST];
	struct md5_ctx md5;
	struct sha1_ctx sha1;
	struct sha256_ctx sha256;
	struct sha512_ctx sha512;

	md5_init(&md5);
	md5_update(&md5, address.n, p);
	md5_digest(&md5, MD5_DIGEST_SIZE, digest);
	remember_digest(r, digest, MD5_DIGEST_SIZE);
	sha1_init(&sha1);
	sha1_update(&sha1, address.n, p);
	sha1_digest(&sha1, SHA1_DIGEST_SIZE, digest);
	remember_digest(r, digest, SHA1_DIGEST_SIZE);
	sha256_init(&sha256);
	sha256_update(&sha256, address.n, p);
	sha256_digest(&sha256, SHA256_DIGEST_SIZE, digest);
	remember_digest(r, digest, SHA256_DIGEST_SIZE);
	sha512_init(&sha512);
	sha512_update(&sha512, address.n, p);
	sha512_digest(&sha512, SHA512_DIGEST_SIZE, digest);
	remember_digest(r, digest, SHA512_DIGEST_SIZE);
}

/* Digests are of small letters, by those who know what they do; of capitals
   by the others. */
static void
remember_upper(struct gp_recipients *r, struct gp_str address)
{
	char upper[GP_LONGEST_RUN];
	size_t i;

	for (i = 0; i < address.n; i++)
		upper[i] = gp_to_upper(address.p[i]);
	remember_digests(r, (struct gp_str){ upper, address.n });
}

static void
add_address(struct gp_recipients *r, struct gp_str address)
{
	if (address.n < LEAST_ADDRESS || gp_map_find(&r->kept, address) ||
	    gp_map_find(&r->known, address))
		return;
	r->count++;
	remember(r, address);
	remember_digests(r, address);
	remember_upper(r, address);
}

/* Without "+news" before its sign. */
static void
add_plain(struct gp_recipients *r, struct gp_str address)
{
	char plain[GP_LONGEST_RUN];
	size_t plus = gp_str_find(address, GP_STR("+"), 0);
	size_t at = gp_str_find(address, GP_STR("@"), 0);

	if (plus == 0 || plus > at)
		return;
	memcpy(plain, address.p, plus);
	memcpy(plain + plus, address.p + at, address.n - at);
	add_address(r, (struct gp_str){ plain, plus + address.n - at });
}

/* A part as an address, in `key`. */
static struct gp_str
address_of(const struct gp_spelled *run, const struct gp_spelled_part *part,
           char *key)
{
	size_t n = part->to - part->from;

	memcpy(key, run->text + part->from, n);
	key[part->at - part->from] = '@';
	return (struct gp_str){ key, n };
}

/* The longest part of each sign `sign` in `field`, as addresses. */
static void
each_address(struct gp_recipients *r, struct gp_str field, char sign,
             void (*take)(struct gp_recipients *r, struct gp_str address))
{
	struct gp_spelled run;
	struct gp_spelled_part parts[GP_MOST_PARTS];
	char key[GP_LONGEST_RUN];
	size_t i = 0, k, n, last;

	while (gp_run_next(field, GP_SPELLED_PLAIN, &i, &run)) {
		n = gp_run_parts(&run, parts);
		for (k = 0, last = 0; k < n; k++) {
			bool first = parts[k].at != last;

			last = parts[k].at;
			if (run.text[last] == sign && (first || sign == '='))
				take(r, address_of(&run, &parts[k], key));
		}
	}
}

static void
keep_address(struct gp_recipients *r, struct gp_str address)
{
	address = gp_arena_str(r->arena, address);
	if (address.n)
		gp_map_put(&r->kept, address, r);
}

static void
add_both(struct gp_recipients *r, struct gp_str address)
{
	add_address(r, address);
	add_plain(r, address);
}

static void
add_within(struct gp_recipients *r, struct gp_str address)
{
	struct gp_str host = gp_str_sub(
		address, gp_str_find(address, GP_STR("@"), 0), address.n);

	if (gp_str_find(host, GP_STR("."), 0) < host.n)
		add_both(r, address);
}

static void
share_arena(struct gp_recipients *r)
{
	r->known.arena = r->kept.arena = r->arena;
}

void
gp_recipients_keep(struct gp_recipients *r, struct gp_str field)
{
	share_arena(r);
	each_address(r, field, '@', keep_address);
}

void
gp_recipients_add(struct gp_recipients *r, struct gp_str field)
{
	share_arena(r);
	each_address(r, field, '@', add_both);
}

void
gp_recipients_add_verp(struct gp_recipients *r, struct gp_str field)
{
	share_arena(r);
	each_address(r, field, '=', add_within);
}

static void
add_if_marked(struct gp_recipients *r, struct gp_str address)
{
	size_t at = gp_str_find(address, GP_STR("@"), 0), i = 0, from;

	for (; i < at; i++) {
		from = i;
		while (i < at && gp_is_alnum(address.p[i]))
			i++;
		if (gp_is_rare(gp_str_sub(address, from, i)))
			add_address(r, address);
	}
}

void
gp_recipients_add_marked(struct gp_recipients *r, struct gp_str field)
{
	share_arena(r);
	each_address(r, field, '@', add_if_marked);
}

/* ---- in a text ---- */

/* The first part of a run that is one of them; NULL for none. */
static const struct gp_spelled_part *
find_known(const struct gp_recipients *r, const struct gp_spelled *run,
           struct gp_spelled_part *parts)
{
	size_t n = gp_run_parts(run, parts), k;
	char key[GP_LONGEST_RUN];

	for (k = 0; k < n; k++)
		if (gp_map_find(&r->known, address_of(run, &parts[k], key)))
			return &parts[k];
	return NULL;
}

/* What stands between the characters of an address stays: tags. */
static void
put_between(const struct gp_spelled *run, const struct gp_spelled_part *part,
            struct gp_str text, struct gp_buf *out)
{
	size_t k;

	for (k = part->from + 1; k < part->to; k++)
		if (run->tagged[k])
			gp_buf_str(out, gp_str_sub(text, run->to[k - 1],
			                           run->from[k]));
}

static size_t
take_out(const struct gp_recipients *r, struct gp_str text,
         enum gp_spelling how, struct gp_buf *out)
{
	struct gp_spelled run;
	struct gp_spelled_part parts[GP_MOST_PARTS];
	const struct gp_spelled_part *part;
	size_t i = 0, done = 0, count = 0;

	while (gp_run_next(text, how, &i, &run)) {
		part = find_known(r, &run, parts);
		if (!part || run.from[part->from] < done)
			continue;
		gp_buf_str(out, gp_str_sub(text, done, run.from[part->from]));
		put_between(&run, part, text, out);
		i = done = run.to[part->to - 1];
		count++;
	}
	gp_buf_str(out, gp_str_sub(text, done, text.n));
	return count;
}

size_t
gp_recipients_take_out(const struct gp_recipients *r, struct gp_str text,
                       bool is_html, struct gp_buf *out)
{
	struct gp_buf words = { .max = out->max };
	size_t count;

	if (r->count == 0) {
		gp_buf_str(out, text);
		return 0;
	}
	if (!is_html)
		return take_out(r, text, GP_SPELLED_PLAIN, out);
	count = take_out(r, text, GP_SPELLED_WORDS, &words);
	count += take_out(r, gp_buf_view(&words), GP_SPELLED_MARKUP, out);
	gp_buf_inherit(out, &words);
	gp_buf_free(&words);
	return count;
}

/* ---- in a value ---- */

static bool
in_base64(char c)
{
	return gp_is_alnum(c) || (c && strchr("+/-_", c));
}

/* Decoded from each of its first four digits on, as nobody tells where it
   begins; spaces keep the results apart. */
static void
decode_piece(struct gp_str piece, struct gp_buf *out)
{
	size_t k, i;

	for (k = 0; k < 4; k++) {
		gp_base64_decode(gp_str_sub(piece, k, piece.n), out);
		gp_buf_putc(out, ' ');
	}
	for (i = 0; gp_hex_byte(piece, i) >= 0; i += 2)
		gp_buf_putc(out, (char)gp_hex_byte(piece, i));
	gp_buf_putc(out, ' ');
}

static bool
is_digest(const struct gp_recipients *r, struct gp_str piece)
{
	char low[2 * LONGEST_DIGEST];
	size_t i;

	if (piece.n > sizeof low || piece.n < 2 * MD5_DIGEST_SIZE)
		return false;
	for (i = 0; i < piece.n; i++)
		low[i] = gp_to_lower(piece.p[i]);
	return gp_map_find(&r->known, (struct gp_str){ low, piece.n }) != NULL;
}

/* Appends what is encoded in one layer. */
static void
decode_layer(struct gp_str text, struct gp_buf *next)
{
	size_t i, from;

	for (i = 0; i < text.n; i++) {
		from = i;
		while (i < text.n && in_base64(text.p[i]))
			i++;
		if (i - from >= LEAST_ENCODED)
			decode_piece(gp_str_sub(text, from, i), next);
	}
}

static bool
has_digest(const struct gp_recipients *r, struct gp_str text)
{
	size_t i, from;

	for (i = 0; i < text.n; i++) {
		from = i;
		while (i < text.n && gp_is_alnum(text.p[i]))
			i++;
		if (is_digest(r, gp_str_sub(text, from, i)))
			return true;
	}
	return false;
}

static bool
has_address(const struct gp_recipients *r, struct gp_str text)
{
	struct gp_spelled run;
	struct gp_spelled_part parts[GP_MOST_PARTS];
	size_t i = 0;

	while (gp_run_next(text, GP_SPELLED_PLAIN, &i, &run))
		if (find_known(r, &run, parts))
			return true;
	return false;
}

bool
gp_recipients_named(const struct gp_recipients *r, struct gp_str value)
{
	struct gp_buf layers[LAYERS] = { { .max = 0 } };
	bool found = false;
	int k;

	if (r->count == 0)
		return false;
	gp_uri_unescape(value, &layers[0]);
	for (k = 0; k < LAYERS && !found; k++) {
		struct gp_str text = gp_buf_view(&layers[k]);

		found = has_address(r, text) || has_digest(r, text);
		if (k + 1 < LAYERS && !found)
			decode_layer(text, &layers[k + 1]);
	}
	for (k = 0; k < LAYERS; k++)
		gp_buf_free(&layers[k]);
	return found;
}

/* What noise looks like hardly ever: a name of two letters or more, and a host
   whose last part is of letters. */
static void
add_likely(struct gp_recipients *r, struct gp_str address)
{
	size_t at = gp_str_find(address, GP_STR("@"), 0), dot = address.n;

	while (dot > at && address.p[dot - 1] != '.')
		dot--;
	if (at >= 2 && dot > at + 2 && address.n - dot >= 2 &&
	    gp_str_all(gp_str_sub(address, dot, address.n), gp_is_alpha))
		add_both(r, address);
}

void
gp_recipients_add_hidden(struct gp_recipients *r, struct gp_str value)
{
	struct gp_buf plain = { .max = 0 }, decoded = { .max = 0 };

	share_arena(r);
	gp_uri_unescape(value, &plain);
	decode_layer(gp_buf_view(&plain), &decoded);
	each_address(r, gp_buf_view(&plain), '@', add_likely);
	each_address(r, gp_buf_view(&decoded), '@', add_likely);
	gp_buf_free(&plain);
	gp_buf_free(&decoded);
}
