/* Memory in chunks that double up to a ceiling, so that a small document
   costs little and a large one few calls.  A block as large as the largest
   chunk has one to itself and can be resized in place.  What is handed out
   is zeroed then, and not before: what a chunk has to spare is never
   touched, nor counted by the limit.  It does not know when an object is no
   longer used. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGN = 16, FIRST_CHUNK = 8 * 1024, LAST_CHUNK = 1024 * 1024 };
enum { USUAL_TEXT = 256 };

struct chunk {
	struct chunk *next;
	size_t size, used;
	_Alignas(ALIGN) unsigned char data[];
};

struct gp_arena {
	struct chunk *head;
	size_t limit, used, next_size;
	enum gp_code failed;
	bool sealed;
};

struct gp_arena *
gp_arena_new(size_t limit)
{
	struct gp_arena *a = calloc(1, sizeof *a);

	if (!a)
		return NULL;
	a->limit = limit;
	a->next_size = FIRST_CHUNK;
	return a;
}

void
gp_arena_free(struct gp_arena *a)
{
	struct chunk *c, *next;

	if (!a)
		return;
	for (c = a->head; c; c = next) {
		next = c->next;
		free(c);
	}
	free(a);
}

static struct chunk *
grow_arena(struct gp_arena *a, size_t need)
{
	size_t size = need > a->next_size ? need : a->next_size;
	struct chunk *c = malloc(sizeof *c + size);

	if (!c) {
		a->failed = GP_NOMEM;
		return NULL;
	}
	*c = (struct chunk){ .next = a->head, .size = size };
	a->head = c;
	if (a->next_size < LAST_CHUNK)
		a->next_size *= 2;
	return c;
}

/* Whether anything more is handed out; nothing is after a failure, and who asks
   a sealed arena makes one. */
static bool
is_open(struct gp_arena *a)
{
	if (a->sealed && a->failed == GP_OK)
		a->failed = GP_INTERNAL;
	return a->failed == GP_OK;
}

/* `size` bytes that hold anything; NULL after a failure. */
static void *
hand_out(struct gp_arena *a, size_t size)
{
	struct chunk *c = a->head;
	size_t need;
	void *p;

	if (!is_open(a))
		return NULL;
	need = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	if (size > PTRDIFF_MAX || need > a->limit - a->used) {
		a->failed = GP_LIMIT;
		return NULL;
	}
	if (!c || c->size - c->used < need)
		c = grow_arena(a, need);
	if (!c)
		return NULL;
	p = c->data + c->used;
	c->used += need;
	a->used += need;
	return p;
}

void *
gp_arena_alloc(struct gp_arena *a, size_t size)
{
	void *p = hand_out(a, size);

	return p ? memset(p, 0, size) : NULL;
}

void *
gp_arena_array(struct gp_arena *a, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return gp_arena_alloc(a, SIZE_MAX);
	return gp_arena_alloc(a, count * size);
}

/* The chunk that holds this block and nothing else; NULL: there is none. */
static struct chunk **
find_own(struct gp_arena *a, const void *p, size_t size)
{
	struct chunk **at;

	for (at = &a->head; *at; at = &(*at)->next)
		if ((*at)->data == p)
			return (*at)->used == size ? at : NULL;
	return NULL;
}

void *
gp_arena_resize(struct gp_arena *a, void *p, size_t old, size_t size)
{
	size_t had = (old + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	size_t need = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	struct chunk **at = had >= LAST_CHUNK ? find_own(a, p, had) : NULL;
	struct chunk *c;
	void *copy;

	if (!at || !is_open(a) || size > PTRDIFF_MAX ||
	    need > a->limit - (a->used - had)) {
		copy = hand_out(a, size);
		if (copy && old)
			memcpy(copy, p, old < size ? old : size);
		return copy;
	}
	c = realloc(*at, sizeof *c + need);
	if (!c) {
		a->failed = GP_NOMEM;
		return NULL;
	}
	*at = c;
	c->size = c->used = need;
	a->used += need - had;
	return c->data;
}

struct gp_str
gp_arena_str(struct gp_arena *a, struct gp_str s)
{
	char *p = hand_out(a, s.n + 1);

	if (!p)
		return GP_STR("");
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return (struct gp_str){ p, s.n };
}

struct gp_str
gp_arena_cstr(struct gp_arena *a, const char *s)
{
	return gp_arena_str(a, gp_str(s));
}

struct gp_str
gp_arena_printf(struct gp_arena *a, const char *fmt, ...)
{
	char *p, usual[USUAL_TEXT];
	va_list args, again;
	int n;

	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(usual, sizeof usual, fmt, args);
	p = hand_out(a, n >= 0 ? (size_t)n + 1 : SIZE_MAX);
	if (p && n < USUAL_TEXT)
		memcpy(p, usual, (size_t)n + 1);
	else if (p)
		(void)vsnprintf(p, (size_t)n + 1, fmt, again);
	va_end(again);
	va_end(args);
	return p ? (struct gp_str){ p, (size_t)n } : GP_STR("");
}

struct gp_str
gp_arena_buf(struct gp_arena *a, struct gp_buf *b)
{
	struct gp_str text;

	if (a->failed == GP_OK)
		a->failed = b->failed;
	text = gp_arena_str(a, gp_buf_view(b));
	gp_buf_free(b);
	return text;
}

bool
gp_arena_ok(const struct gp_arena *a, struct gp_err *e)
{
	switch (a->failed) {
	case GP_OK:
		return true;
	case GP_LIMIT:
		return gp_fail(e, GP_LIMIT,
		               "needs more than %zu MiB of memory; split the "
		               "source into smaller files",
		               a->limit >> 20);
	case GP_INTERNAL:
		return gp_fail(
			e, GP_INTERNAL,
			"asked for memory of something finished: a fault "
			"of govpub, please report it");
	case GP_USAGE:
	case GP_INPUT:
	case GP_SYNTAX:
	case GP_OUTPUT:
	case GP_CANCELLED:
	case GP_NOMEM:
		break;
	}
	return gp_fail(e, GP_NOMEM, "out of memory");
}

void
gp_arena_seal(struct gp_arena *a)
{
	if (a)
		a->sealed = true;
}

size_t
gp_arena_used(const struct gp_arena *a)
{
	return a->used;
}
