/* A map of addresses and of their digests, asked for every part of a text that
   may be one.  What is compressed or encrypted tells nothing here: such a value
   is judged by its looks, elsewhere. */
#include "import/personal/recipients.h"

#include "base/hex.h"
#include "import/personal/idn.h"
#include "base/limits.h"
#include "base/text/mimecode.h"
#include "base/text/uri.h"
#include "import/personal/address_field.h"
#include "import/personal/link_value.h"
#include "import/personal/spelled.h"

#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

enum {
	LAYERS = 3,        /* of encodings, the outermost is none */
	LEAST_ENCODED = 8, /* digits; no address has fewer than six bytes */
	LEAST_ADDRESS = 3,
	MORE_IN_CODE = 64, /* bytes of a host, "xn--" of its labels */
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

/* Two small digits a byte; returns how many. */
static size_t
put_hex(struct gp_str bytes, char *hex)
{
	size_t i;

	for (i = 0; i < bytes.n; i++) {
		unsigned char byte = (unsigned char)bytes.p[i];

		hex[2 * i] = gp_to_lower(gp_hex_digit(byte >> 4));
		hex[2 * i + 1] = gp_to_lower(gp_hex_digit(byte));
	}
	return 2 * bytes.n;
}

static void
remember_digest(struct gp_recipients *r, const uint8_t *digest, size_t n)
{
	char hex[2 * LONGEST_DIGEST];
	struct gp_str bytes = { (const char *)digest, n };

	remember(r, (struct gp_str){ hex, put_hex(bytes, hex) });
}

#define DIGEST(kind, KIND)                                      \
	do {                                                    \
		struct kind##_ctx c;                            \
		kind##_init(&c);                                \
		kind##_update(&c, address.n, p);                \
		kind##_digest(&c, KIND##_DIGEST_SIZE, digest);  \
		remember_digest(r, digest, KIND##_DIGEST_SIZE); \
	} while (0)

static void
remember_digests(struct gp_recipients *r, struct gp_str address)
{
	const uint8_t *p = (const uint8_t *)address.p;
	uint8_t digest[LONGEST_DIGEST];

	DIGEST(md5, MD5);
	DIGEST(sha1, SHA1);
	DIGEST(sha224, SHA224);
	DIGEST(sha256, SHA256);
	DIGEST(sha384, SHA384);
	DIGEST(sha512, SHA512);
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

/* Where a host begins: what is asked of every sign of a text. */
static struct gp_str
host_of(struct gp_str address)
{
	size_t at = gp_str_find(address, GP_STR("@"), 0);

	return gp_str_sub(address, at + 1, address.n);
}

static void
remember_host(struct gp_recipients *r, struct gp_str host)
{
	host = gp_arena_str(r->arena, host);
	if (host.n == 0)
		return;
	gp_map_put(&r->hosts, host, r);
	if (host.n > r->longest_host)
		r->longest_host = host.n;
}

/* Its host in the letters that it stands for, in `key`. */
static struct gp_str
readable(struct gp_str address, char *key)
{
	struct gp_str host = host_of(address);
	size_t before = address.n - host.n;

	if (gp_str_find(host, GP_STR("xn--"), 0) == host.n)
		return address;
	memcpy(key, address.p, before);
	return (struct gp_str){ key, before + gp_idn_letters(host, key + before,
		                                             GP_LONGEST_RUN) };
}

static void
add_address(struct gp_recipients *r, struct gp_str address)
{
	char key[2 * GP_LONGEST_RUN];
	struct gp_str meant = readable(address, key);

	if (address.n < LEAST_ADDRESS || gp_map_find(&r->kept, meant) ||
	    gp_map_find(&r->known, meant))
		return;
	r->count++;
	remember(r, meant);
	remember_host(r, host_of(meant));
	remember_digests(r, address);
	remember_upper(r, address);
}

/* Without "+news" before its sign, in `plain`; "" when it has none. */
static struct gp_str
without_detail(struct gp_str address, char *plain)
{
	size_t plus = gp_str_find(address, GP_STR("+"), 0);
	size_t at = gp_str_find(address, GP_STR("@"), 0);

	if (plus == 0 || plus > at)
		return GP_STR("");
	memcpy(plain, address.p, plus);
	memcpy(plain + plus, address.p + at, address.n - at);
	return (struct gp_str){ plain, plus + address.n - at };
}

static bool
ends_no_host(char c)
{
	return c == '.' || c == '-';
}

/* What stands from `from` to `to` as an address, in `key`. */
static struct gp_str
address_of(const struct gp_spelled *s, size_t from, size_t to, char *key)
{
	size_t k;

	for (k = from; k < to; k++)
		key[k - from] = s->chars[k].c;
	key[s->at - from] = '@';
	while (k > from && ends_no_host(key[k - from - 1]))
		k--;
	return (struct gp_str){ key, k - from };
}

/* The longest address of each sign `sign` in `field`; of a '=' every one. */
static void
each_address(struct gp_recipients *r, struct gp_str field, char sign,
             void (*take)(struct gp_recipients *r, struct gp_str address))
{
	struct gp_spelled s = { .text = field, .how = GP_SPELLED_VALUE };
	char key[GP_LONGEST_RUN];

	while (gp_spelled_next(&s)) {
		size_t from = s.at, to = s.at + 1;

		while (gp_spelled_ends(&s, &to))
			;
		if (s.chars[s.at].c != sign || to == s.at + 1)
			continue;
		while (gp_spelled_begins(&s, &from))
			if (sign == '=')
				take(r, address_of(&s, from, to, key));
		if (sign != '=' && from < s.at)
			take(r, address_of(&s, from, to, key));
	}
}

static void
keep_address(struct gp_recipients *r, struct gp_str address)
{
	char key[2 * GP_LONGEST_RUN];

	address = gp_arena_str(r->arena, readable(address, key));
	if (address.n)
		gp_map_put(&r->kept, address, r);
}

static void
add_both(struct gp_recipients *r, struct gp_str address)
{
	char plain[GP_LONGEST_RUN];

	add_address(r, address);
	add_address(r, without_detail(address, plain));
}

static void
add_within(struct gp_recipients *r, struct gp_str address)
{
	struct gp_str host = host_of(address);

	if (gp_str_find(host, GP_STR("."), 0) < host.n)
		add_both(r, address);
}

static void
share_arena(struct gp_recipients *r)
{
	r->known.arena = r->kept.arena = r->hosts.arena = r->arena;
}

void
gp_recipients_keep(struct gp_recipients *r, struct gp_str field)
{
	share_arena(r);
	each_address(r, field, '@', keep_address);
	each_address(r, gp_address_field(r->arena, field), '@', keep_address);
}

void
gp_recipients_add(struct gp_recipients *r, struct gp_str field)
{
	share_arena(r);
	each_address(r, field, '@', add_both);
	each_address(r, gp_address_field(r->arena, field), '@', add_both);
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

/* A part of what stands round a sign. */
struct found_address {
	size_t from, to;
};

static bool
is_known(const struct gp_recipients *r, struct gp_str address)
{
	char key[2 * GP_LONGEST_RUN], plain[GP_LONGEST_RUN];
	struct gp_str meant = readable(address, key);

	return gp_map_find(&r->known, meant) != NULL ||
	       (gp_str_find(meant, GP_STR("+"), 0) < meant.n &&
	        meant.n < sizeof plain &&
	        gp_map_find(&r->known, without_detail(meant, plain)) != NULL);
}

static bool
is_host(const struct gp_recipients *r, const struct gp_spelled *s, size_t to)
{
	char key[GP_LONGEST_RUN], letters[2 * GP_LONGEST_RUN];
	struct gp_str address = address_of(s, s->at, to, key);

	return gp_map_find(&r->hosts, host_of(readable(address, letters)));
}

/* The longest name that makes one of them of the host that ends at `to`. */
static bool
find_name(const struct gp_recipients *r, const struct gp_spelled *s, size_t to,
          struct found_address *found)
{
	size_t from = s->at;
	char key[GP_LONGEST_RUN];
	bool any = false;

	while (gp_spelled_begins(s, &from))
		if (is_known(r, address_of(s, from, to, key))) {
			*found = (struct found_address){ from, to };
			any = true;
		}
	return any;
}

static bool
find_known(const struct gp_recipients *r, const struct gp_spelled *s,
           struct found_address *found)
{
	/* Labels in Punycode are longer than what they stand for. */
	size_t most = s->at + 2 * r->longest_host + MORE_IN_CODE;
	size_t to = s->at + 1;
	bool any = false;

	while (gp_spelled_ends(s, &to) && to <= most)
		any |= is_host(r, s, to) && find_name(r, s, to, found);
	while (any && ends_no_host(s->chars[found->to - 1].c))
		found->to--;
	return any;
}

/* What stands between the characters of an address stays: tags. */
static void
put_between(const struct gp_spelled *s, const struct found_address *found,
            struct gp_buf *out)
{
	size_t k;

	for (k = found->from + 1; k < found->to; k++)
		if (s->chars[k].is_tagged)
			gp_buf_str(out, gp_str_sub(s->text, s->chars[k - 1].to,
			                           s->chars[k].from));
}

/* Where it begins: with the mark round a name that is quoted. */
static size_t
first_byte(const struct gp_spelled *s, const struct found_address *found)
{
	size_t from = s->chars[found->from].from;
	size_t sign = s->chars[s->at].from;

	return from && s->text.p[from - 1] == '"' && s->text.p[sign - 1] == '"'
	               ? from - 1
	               : from;
}

/* What stands before an address.  The space before one at the end of a line
   goes with it: in a flowed letter it would join the line to the next. */
static struct gp_str
before(struct gp_str text, size_t done, size_t from, size_t to)
{
	if (to < text.n && (text.p[to] == '\n' || text.p[to] == '\r'))
		while (from > done && text.p[from - 1] == ' ')
			from--;
	return gp_str_sub(text, done, from);
}

static size_t
take_out(const struct gp_recipients *r, struct gp_str text,
         enum gp_spelling how, struct gp_buf *out)
{
	struct gp_spelled s = { .text = text, .how = how };
	struct found_address found;
	size_t done = 0, count = 0, from, to;

	while (gp_spelled_next(&s)) {
		if (!find_known(r, &s, &found))
			continue;
		from = first_byte(&s, &found);
		if (from < done)
			continue;
		to = s.chars[found.to - 1].to;
		gp_buf_str(out, before(text, done, from, to));
		put_between(&s, &found, out);
		done = to;
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
		return take_out(r, text, GP_SPELLED_TEXT, out);
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
has_hex_digest(const struct gp_recipients *r, struct gp_str text)
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

/* The bytes of one in base64: their digits in hex are what is known. */
static bool
is_coded_digest(const struct gp_recipients *r, struct gp_str piece)
{
	struct gp_buf bytes = { .max = 0 };
	char hex[2 * LONGEST_DIGEST];
	struct gp_str raw;
	bool found = false;

	if (piece.n < 4 * MD5_DIGEST_SIZE / 3 ||
	    piece.n > 2 + 4 * LONGEST_DIGEST / 3)
		return false;
	gp_base64_decode(piece, &bytes);
	raw = gp_buf_view(&bytes);
	if (raw.n <= LONGEST_DIGEST)
		found = is_digest(r, (struct gp_str){ hex, put_hex(raw, hex) });
	gp_buf_free(&bytes);
	return found;
}

static bool
has_digest(const struct gp_recipients *r, struct gp_str text)
{
	size_t i, from;

	for (i = 0; i < text.n; i++) {
		from = i;
		while (i < text.n && in_base64(text.p[i]))
			i++;
		if (is_coded_digest(r, gp_str_sub(text, from, i)) ||
		    has_hex_digest(r, gp_str_sub(text, from, i)))
			return true;
	}
	return false;
}

static bool
has_address(const struct gp_recipients *r, struct gp_str text)
{
	struct gp_spelled s = { .text = text, .how = GP_SPELLED_VALUE };
	struct found_address found;

	while (gp_spelled_next(&s))
		if (find_known(r, &s, &found))
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
