/* Sections as listed, then those only named by rows of articles, as they come,
   then those that articles ask for themselves.  In which order articles stand
   within one is not decided here. */
#include "pack/editor/sections.h"

#include "base/limits.h"

#include <string.h>

size_t
gp_section_find(const struct gp_pack *pack, struct gp_str name)
{
	size_t i;

	for (i = 0; i < pack->n_sections; i++)
		if (gp_str_eq(pack->sections[i], name))
			return i;
	return GP_NO_SECTION;
}

void
gp_sections_settle(struct gp_pack *pack, const struct gp_packfile *file)
{
	size_t i, max = file->n_sections + file->n_articles;

	pack->sections =
		gp_arena_array(pack->arena, max + 1, sizeof *pack->sections);
	if (!pack->sections)
		return;
	for (i = 0; i < file->n_sections; i++)
		pack->sections[pack->n_sections++] = file->sections[i];
	for (i = 0; i < file->n_articles; i++) {
		struct gp_str name = file->articles[i].section;

		if (name.n && gp_section_find(pack, name) == GP_NO_SECTION)
			pack->sections[pack->n_sections++] = name;
	}
	pack->n_given_sections = pack->n_sections;
}

size_t
gp_section_own(struct gp_pack *pack, const struct gp_packfile *file,
               const struct gp_doc *doc, const char *path, struct gp_diag *d)
{
	struct gp_str name = doc->section.text, *rows;
	size_t at = gp_section_find(pack, name);

	if (name.n == 0 || at != GP_NO_SECTION)
		return name.n ? at : GP_NO_SECTION;
	if (file->n_sections || pack->n_sections >= GP_MAX_SECTIONS) {
		gp_diag_add(d, GP_WARNING, "no-section", path,
		            doc->section.at.first,
		            "section `%.*s` is not among `sections` of "
		            "pack.yaml: the article stands before them",
		            GP_ARG(gp_str_sub(name, 0, 80)));
		return GP_NO_SECTION;
	}
	rows = gp_arena_array(pack->arena, pack->n_sections + 1, sizeof *rows);
	if (!rows)
		return GP_NO_SECTION;
	if (pack->n_sections)
		memcpy(rows, pack->sections, pack->n_sections * sizeof *rows);
	rows[pack->n_sections] = gp_arena_str(pack->arena, name);
	pack->sections = rows;
	return pack->n_sections++;
}
