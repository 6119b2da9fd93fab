/*
 * Arena: memory that is freed all at once, with a required limit.
 * No per-object free.  Sticky: after one failure every call returns NULL or
 * an empty string, and gp_arena_ok() says so once at the end.
 * This module does not know what is kept in it.
 */
#ifndef GP_BASE_ARENA_H
#define GP_BASE_ARENA_H

#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

struct gp_arena;

/* A new arena that will hand out at most `limit` bytes, each object rounded
   up to its alignment; NULL when out of memory.  The caller frees it. */
struct gp_arena *
gp_arena_new(size_t limit);

/* Frees everything handed out; NULL is accepted. */
void
gp_arena_free(struct gp_arena *a);

/* `size` zeroed bytes aligned for any type; NULL after a failure. */
void *
gp_arena_alloc(struct gp_arena *a, size_t size);

/* `count` zeroed objects of `size` bytes; NULL after a failure. */
void *
gp_arena_array(struct gp_arena *a, size_t count, size_t size);

/* The block `p` of `old` bytes (NULL and 0: none yet) with `size` of them,
   perhaps elsewhere; what is new is not zeroed.  A large block (1 MiB and
   over) really grows and shrinks: pointers into it are no longer good.  NULL
   after a failure. */
void *
gp_arena_resize(struct gp_arena *a, void *p, size_t old, size_t size);

/* A copy of `s` with a NUL after its end; empty after a failure. */
struct gp_str
gp_arena_str(struct gp_arena *a, struct gp_str s);

/* The same for a NUL-terminated string. */
struct gp_str
gp_arena_cstr(struct gp_arena *a, const char *s);

/* Formatted text, NUL-terminated; empty after a failure, and text that
   printf refuses is one. */
struct gp_str
gp_arena_printf(struct gp_arena *a, const char *fmt, ...) GP_PRINTF(2, 3);

/* What `b` holds, NUL-terminated, and the end of `b`; its failure becomes the
   arena's. */
struct gp_str
gp_arena_buf(struct gp_arena *a, struct gp_buf *b);

/* True while nothing has failed; else records GP_LIMIT, GP_NOMEM or, when
   something was asked of a sealed arena, GP_INTERNAL. */
bool
gp_arena_ok(const struct gp_arena *a, struct gp_err *e);

/* Closes the arena: what was handed out stays as it is, and who asks for more
   from now on has made a mistake, which gp_arena_ok() records as GP_INTERNAL.
   An earlier failure stays the one that is told.  NULL is accepted. */
void
gp_arena_seal(struct gp_arena *a);

/* Bytes handed out so far, of those that the limit counts. */
size_t
gp_arena_used(const struct gp_arena *a);

#endif
