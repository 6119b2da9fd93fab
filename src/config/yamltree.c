/* libyaml's events to nodes on a stack of a fixed depth, after the bytes
   themselves were checked, so that a character that no text may hold is
   named by its line before any parser sees it.  What would make a file mean
   more than it shows (anchors, aliases, tags, a second document) is refused.
   It knows no key. */
#include "config/yamltree.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/decode.h"
#include "config/yamlwords.h"

#include <yaml.h>

/* An open list or map, and the key that waits for its value. */
struct frame {
	struct gp_yaml *node, *last;
	bool has_key;
	struct gp_str key;
	unsigned key_line, key_column;
};

struct yaml_reader {
	struct gp_arena *arena;
	const char *path;
	struct gp_err *e;
	struct gp_yaml *root;
	struct frame stack[GP_MAX_YAML_DEPTH];
	size_t depth, nodes, documents;
	bool done;
};

static unsigned
line_of(const yaml_mark_t *mark)
{
	return (unsigned)mark->line + 1;
}

static unsigned
column_of(const yaml_mark_t *mark)
{
	return (unsigned)mark->column + 1;
}

static bool
fault(const struct yaml_reader *r, const yaml_mark_t *mark,
      const char *sentence)
{
	return gp_fail_at(r->e, GP_SYNTAX, r->path, line_of(mark),
	                  column_of(mark), "%s", sentence);
}

/* ---- the bytes, before libyaml sees them ---- */

/* Line and column of byte `at`, as an editor counts them. */
static bool
fault_at_byte(const struct yaml_reader *r, struct gp_str text, size_t at,
              const char *sentence)
{
	unsigned line = 1, column = 1;
	size_t i;

	for (i = 0; i < at; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if (c == '\n' || (c == '\r' && text.p[i + 1] != '\n')) {
			line++;
			column = 1;
		} else if ((c & 0xC0) != 0x80) {
			column++;
		}
	}
	return gp_fail_at(r->e, GP_SYNTAX, r->path, line, column, "%s",
	                  sentence);
}

static bool
is_forbidden(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	       (c >= 0x7F && c < 0xA0 && c != 0x85) || gp_is_noncharacter(c);
}

/* The first character that no text may hold, or the length. */
static size_t
find_forbidden(struct gp_str s)
{
	size_t i = 0, at;

	while (i < s.n) {
		at = i;
		if (is_forbidden(gp_utf8_next(s, &i)))
			return at;
	}
	return s.n;
}

static bool
check_bytes(const struct yaml_reader *r, struct gp_str text)
{
	size_t at;

	if (text.n > GP_MAX_PACKFILE_BYTES)
		return gp_fail_at(r->e, GP_LIMIT, r->path, 0, 0,
		                  "the file is larger than %zu MiB",
		                  GP_MAX_PACKFILE_BYTES / GP_MIB);
	at = gp_utf8_valid(text);
	if (at < text.n)
		return fault_at_byte(r, text, at,
		                     "this byte is not UTF-8; save the file "
		                     "as UTF-8");
	at = find_forbidden(text);
	if (at < text.n)
		return fault_at_byte(r, text, at,
		                     "a control character stands here; "
		                     "remove it");
	return true;
}

/* ---- events to nodes ---- */

static struct gp_yaml *
new_node(struct yaml_reader *r, enum gp_yaml_kind kind, const yaml_mark_t *mark)
{
	struct gp_yaml *n;

	if (r->nodes++ == GP_MAX_YAML_NODES) {
		gp_fail_at(r->e, GP_LIMIT, r->path, line_of(mark),
		           column_of(mark), "holds more than %zu values",
		           GP_MAX_YAML_NODES);
		return NULL;
	}
	n = gp_arena_alloc(r->arena, sizeof *n);
	if (!n) {
		gp_arena_ok(r->arena, r->e);
		return NULL;
	}
	n->kind = kind;
	n->path = r->path;
	n->line = line_of(mark);
	n->column = column_of(mark);
	return n;
}

/* Hangs a finished or just opened node where it belongs. */
static bool
attach(struct yaml_reader *r, struct gp_yaml *n, const yaml_mark_t *mark)
{
	struct frame *f;

	if (r->depth == 0) {
		r->root = n;
		return true;
	}
	f = &r->stack[r->depth - 1];
	if (f->node->kind == GP_YAML_MAP) {
		if (!f->has_key)
			return fault(r, mark, "a key must be a plain word");
		n->key = f->key;
		n->key_line = f->key_line;
		n->key_column = f->key_column;
		f->has_key = false;
	}
	if (f->last)
		f->last->next = n;
	else
		f->node->first = n;
	f->last = n;
	f->node->count++;
	return true;
}

static bool
on_open(struct yaml_reader *r, const yaml_event_t *event,
        enum gp_yaml_kind kind)
{
	struct gp_yaml *n;

	if (r->depth == GP_MAX_YAML_DEPTH)
		return gp_fail_at(
			r->e, GP_LIMIT, r->path, line_of(&event->start_mark),
			column_of(&event->start_mark),
			"nested more than %d levels deep", GP_MAX_YAML_DEPTH);
	n = new_node(r, kind, &event->start_mark);
	if (!n || !attach(r, n, &event->start_mark))
		return false;
	r->stack[r->depth++] = (struct frame){ .node = n };
	return true;
}

static bool
on_close(struct yaml_reader *r)
{
	r->depth--;
	return true;
}

static bool
is_null(const yaml_event_t *event, struct gp_str text)
{
	return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	       (text.n == 0 || gp_str_eq(text, GP_STR("~")) ||
	        gp_str_eq_nocase(text, GP_STR("null")));
}

/* Escapes such as "\0" bring back what check_bytes() kept out.  A byte order
   mark is one only before the first character of a file; fonts have nothing
   for it. */
static bool
take_text(struct yaml_reader *r, const yaml_event_t *event, struct gp_str *out)
{
	struct gp_str text = { (const char *)event->data.scalar.value,
		               event->data.scalar.length };

	if (find_forbidden(text) < text.n)
		return fault(r, &event->start_mark,
		             "this value holds an escaped control character; "
		             "remove it");
	if (gp_str_find(text, GP_STR("\ufeff"), 0) < text.n)
		return fault(
			r, &event->start_mark,
			"this value holds a byte order mark (U+FEFF), which "
			"nobody sees; remove it");
	*out = gp_arena_str(r->arena, text);
	return gp_arena_ok(r->arena, r->e);
}

static bool
on_scalar(struct yaml_reader *r, const yaml_event_t *event)
{
	struct frame *f = r->depth ? &r->stack[r->depth - 1] : NULL;
	struct gp_yaml *n;
	struct gp_str text;

	if (!take_text(r, event, &text))
		return false;
	if (f && f->node->kind == GP_YAML_MAP && !f->has_key) {
		f->has_key = true;
		f->key = text;
		f->key_line = line_of(&event->start_mark);
		f->key_column = column_of(&event->start_mark);
		return true;
	}
	n = new_node(r, is_null(event, text) ? GP_YAML_EMPTY : GP_YAML_TEXT,
	             &event->start_mark);
	if (!n)
		return false;
	n->text = text;
	return attach(r, n, &event->start_mark);
}

static bool
on_document(struct yaml_reader *r, const yaml_event_t *event)
{
	if (r->documents++ > 0)
		return fault(r, &event->start_mark,
		             "a second document begins here; the file must "
		             "hold one, so take the `---` line out");
	return true;
}

/* An anchor or a tag on a value of any kind. */
static bool
check_plain(const struct yaml_reader *r, const yaml_event_t *event)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;

	if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	}
	if (anchor)
		return fault(r, &event->start_mark,
		             "anchors (`&name`) are not taken; a value that "
		             "begins with `&` must stand in quotes");
	if (tag)
		return fault(r, &event->start_mark,
		             "tags (`!name`) are not taken; a value that "
		             "begins with `!` must stand in quotes");
	return true;
}

static bool
on_event(struct yaml_reader *r, const yaml_event_t *event)
{
	if (!check_plain(r, event))
		return false;
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return on_document(r, event);
	case YAML_SEQUENCE_START_EVENT:
		return on_open(r, event, GP_YAML_LIST);
	case YAML_MAPPING_START_EVENT:
		return on_open(r, event, GP_YAML_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return on_close(r);
	case YAML_SCALAR_EVENT:
		return on_scalar(r, event);
	case YAML_ALIAS_EVENT:
		return fault(r, &event->start_mark,
		             "aliases (`*name`) are not taken; a value that "
		             "begins with `*` must stand in quotes");
	case YAML_STREAM_END_EVENT:
		r->done = true;
		return true;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	}
	return true;
}

/* What libyaml complains of, in words for an editor. */
static bool
parser_fault(const struct yaml_reader *r, const yaml_parser_t *p,
             struct gp_str text)
{
	struct gp_yaml_fault f = {
		.problem = p->problem,
		.context = p->context,
		.context_line = line_of(&p->context_mark),
		.context_column = column_of(&p->context_mark),
		.line = line_of(&p->problem_mark),
		.column = column_of(&p->problem_mark),
	};

	if (p->error == YAML_MEMORY_ERROR)
		return gp_fail(r->e, GP_NOMEM, "out of memory");
	return gp_yaml_explain(&f, text, r->path, r->e);
}

static bool
run_parser(struct yaml_reader *r, yaml_parser_t *parser, struct gp_str text)
{
	yaml_event_t event;
	bool good = true;

	while (good && !r->done) {
		if (!yaml_parser_parse(parser, &event))
			return parser_fault(r, parser, text);
		good = on_event(r, &event);
		yaml_event_delete(&event);
	}
	return good;
}

bool
gp_yaml_parse(struct gp_arena *a, const char *path, struct gp_str text,
              struct gp_yaml **root, struct gp_err *e)
{
	struct yaml_reader r = { .arena = a, .path = path, .e = e };
	yaml_parser_t parser;
	bool good;

	*root = NULL;
	if (gp_str_starts(text, GP_STR("\xEF\xBB\xBF")))
		text = gp_str_sub(text, 3, text.n);
	if (!check_bytes(&r, text))
		return false;
	if (!yaml_parser_initialize(&parser))
		return gp_fail(e, GP_NOMEM, "out of memory");
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text.p,
	                             text.n);
	good = run_parser(&r, &parser, text);
	yaml_parser_delete(&parser);
	if (good && r.root && r.root->kind != GP_YAML_EMPTY)
		*root = r.root;
	return good;
}

const char *
gp_yaml_what(const struct gp_yaml *node)
{
	static const char *const words[] = {
		[GP_YAML_EMPTY] = "nothing",
		[GP_YAML_TEXT] = "text",
		[GP_YAML_LIST] = "a list",
		[GP_YAML_MAP] = "a group of keys",
	};

	return words[node->kind];
}
