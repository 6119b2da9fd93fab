/* manifest.json put together by jansson in a fixed order of keys, its rows
   sorted by path or in the order of the pack, and one line of SHA256SUMS a
   file.  It digests the bytes that it is handed; it opens no file and judges
   no drop. */
#include "publish/manifest.h"

#include "base/version.h"
#include "import/picture/image_fit.h"

#include <jansson.h>
#include <stdlib.h>

static json_t *
text_of(struct gp_str s)
{
	return json_stringn(s.p, s.n);
}

static json_t *
file_row(struct gp_str path, size_t bytes, const char *sha256)
{
	return json_pack("{s:o, s:I, s:s}", "file", text_of(path), "bytes",
	                 (json_int_t)bytes, "sha256", sha256);
}

static int
by_path(const void *a, const void *b)
{
	const struct gp_ingredient *x = a, *y = b;

	return gp_str_cmp(x->path, y->path);
}

static json_t *
ingredient_rows(const struct gp_ingredient *rows, size_t n)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < n; i++)
		json_array_append_new(
			list,
			file_row(rows[i].path, rows[i].bytes, rows[i].sha256));
	return list;
}

/* Sorted, so that the order of the writers does not show. */
static json_t *
data_rows(const struct gp_ingredients *used)
{
	if (used->n_files)
		qsort(used->files, used->n_files, sizeof *used->files, by_path);
	return ingredient_rows(used->files, used->n_files);
}

static int
by_library(const void *a, const void *b)
{
	const struct gp_str *x = a, *y = b;

	return gp_str_cmp(x[0], y[0]);
}

static json_t *
library_rows(const struct gp_ingredients *used)
{
	json_t *map = json_object();
	size_t i;

	if (used->n_libraries)
		qsort(used->libraries, used->n_libraries,
		      sizeof *used->libraries, by_library);
	for (i = 0; i < used->n_libraries; i++)
		json_object_set_new(map, used->libraries[i][0].p,
		                    text_of(used->libraries[i][1]));
	return map;
}

static json_t *
output_rows(const struct gp_output *outputs, size_t n)
{
	json_t *list = json_array(), *row;
	char hex[GP_SHA256_HEX];
	size_t i;

	for (i = 0; i < n; i++) {
		gp_sha256_hex(outputs[i].bytes.data, outputs[i].bytes.size,
		              hex);
		row = file_row(gp_str(outputs[i].name), outputs[i].bytes.size,
		               hex);
		json_object_set_new(row, "type", json_string(outputs[i].type));
		json_array_append_new(list, row);
	}
	return list;
}

static json_t *
dropped_rows(const struct gp_doc *doc)
{
	json_t *list = json_array();
	const struct gp_dropped *d;

	for (d = doc->dropped; d; d = d->next)
		json_array_append_new(
			list,
			json_pack("{s:[i, i], s:o, s:o, s:i}", "lines",
		                  (int)d->at.first, (int)d->at.last, "reason",
		                  text_of(d->reason), "rule", text_of(d->rule),
		                  "confidence", d->confidence));
	return list;
}

/* Of one that was withdrawn the name of its file is a word, too. */
static json_t *
article_row(const struct gp_entry *entry)
{
	const struct gp_doc *doc = entry->doc;

	if (entry->withdrawn)
		return json_pack("{s:o, s:o, s:b}", "id", text_of(entry->id),
		                 "uri", text_of(entry->uri), "withdrawn", 1);
	return json_pack(
		"{s:o, s:o, s:o, s:o, s:o}", "id", text_of(entry->id), "uri",
		text_of(entry->uri), "file", text_of(doc->input.file), "title",
		text_of(doc->title.text), "dropped", dropped_rows(doc));
}

static json_t *
article_rows(const struct gp_pack *pack)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < pack->n_entries; i++)
		json_array_append_new(list, article_row(&pack->entries[i]));
	return list;
}

/* Sources that are not in the pack; only when there are any. */
static void
add_left_out(json_t *root, const struct gp_pack *pack)
{
	json_t *list = pack->n_left_out ? json_array() : NULL;
	const struct gp_left_out *row = pack->left_out;
	size_t i;

	for (i = 0; i < pack->n_left_out; i++, row++)
		json_array_append_new(list,
		                      json_pack("{s:o, s:i, s:o}", "file",
		                                text_of(row->file), "line",
		                                (int)row->line, "why",
		                                text_of(row->why)));
	if (list)
		json_object_set_new(root, "left_out", list);
}

static json_t *
smaller_row(const struct gp_image *image)
{
	unsigned wide, high;

	(void)gp_image_bound(image->width, image->height, GP_SCREEN_WIDTH,
	                     GP_SCREEN_HEIGHT, &wide, &high);
	return json_pack("{s:o, s:[i, i], s:[i, i], s:[i, i]}", "picture",
	                 text_of(image->name), "source", (int)image->from_width,
	                 (int)image->from_height, "paper", (int)image->width,
	                 (int)image->height, "screens", (int)wide, (int)high);
}

/* Pictures with fewer dots than their sources; only when there are any. */
static void
add_smaller(json_t *root, const struct gp_pack *pack)
{
	const struct gp_image *image = pack->images;
	json_t *list = NULL;
	unsigned wide, high;
	size_t i;

	for (i = 0; i < pack->n_images; i++, image++) {
		if (image->type == GP_IMAGE_SVG ||
		    !gp_image_bound(image->from_width, image->from_height,
		                    GP_SCREEN_WIDTH, GP_SCREEN_HEIGHT, &wide,
		                    &high))
			continue;
		list = list ? list : json_array();
		json_array_append_new(list, smaller_row(image));
	}
	if (list)
		json_object_set_new(root, "smaller", list);
}

static json_t *
pack_row(const struct gp_write_job *job)
{
	const struct gp_pack *pack = job->pack;
	char date[GP_DATE_TEXT];
	json_t *row;

	gp_date_iso(&pack->info.date, date);
	row = json_pack("{s:o, s:o, s:s, s:o}", "title",
	                text_of(pack->info.title), "identifier",
	                text_of(pack->info.identifier), "date", date,
	                "articles", article_rows(pack));
	if (pack->info.issue.edition)
		json_object_set_new(
			row, "edition",
			json_integer((json_int_t)pack->info.issue.edition));
	if (job->reference[0])
		json_object_set_new(row, "reference",
		                    json_string(job->reference));
	add_left_out(row, pack);
	add_smaller(row, pack);
	return row;
}

bool
gp_manifest(const struct gp_write_job *job, const struct gp_output *outputs,
            size_t n, struct gp_buf *out, struct gp_err *e)
{
	const struct gp_pack *pack = job->pack;
	const struct gp_ingredients *used = job->used;
	json_t *root =
		json_pack("{s:s, s:o, s:o, s:o, s:o, s:o}", "govpub",
	                  GP_VERSION, "pack", pack_row(job), "inputs",
	                  ingredient_rows(pack->inputs, pack->n_inputs), "data",
	                  data_rows(used), "libraries", library_rows(used),
	                  "outputs", output_rows(outputs, n));
	char *text =
		root ? json_dumps(root, JSON_INDENT(1) | JSON_PRESERVE_ORDER)
		     : NULL;

	json_decref(root);
	if (!text)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, text);
	gp_buf_putc(out, '\n');
	free(text);
	return gp_buf_ok(out, e);
}

void
gp_checksums(const struct gp_output *outputs, size_t n, struct gp_buf *out)
{
	char hex[GP_SHA256_HEX];
	size_t i;

	for (i = 0; i < n; i++) {
		gp_sha256_hex(outputs[i].bytes.data, outputs[i].bytes.size,
		              hex);
		gp_buf_printf(out, "%s  %s\n", hex, outputs[i].name);
	}
}
