/* One look through styles/ for the name that a pack asks for, and for the
   one nearest to it.  The files are not opened: whether a design is sound
   shows when it is read. */
#include "pack/names/design_names.h"

#include <dirent.h>

static const char suffix[] = ".yaml";

/* The one file beside them that is none. */
static const char markings_file[] = "markings.yaml";

/* Of two equally near names the first in byte order. */
static void
weigh(const struct gp_pack *pack, struct gp_str name, struct gp_str *near,
      size_t *best)
{
	size_t far = gp_str_distance(pack->info.design, name);

	if (far > *best || (far == *best && near->n == 0) ||
	    (far == *best && gp_str_cmp(name, *near) > 0))
		return;
	*best = far;
	*near = gp_arena_str(pack->arena, name);
}

bool
gp_designs_check(const struct gp_pack *pack, const char *data,
                 struct gp_str *near)
{
	struct gp_str path = gp_arena_printf(pack->arena, "%s/styles", data);
	DIR *dir = path.n ? opendir(path.p) : NULL;
	const struct dirent *entry;
	size_t best = pack->info.design.n / 2 + 1;
	bool found = false;

	*near = GP_STR("");
	while (dir && !found && (entry = readdir(dir)) != NULL) {
		struct gp_str name = gp_str(entry->d_name);

		if (name.p[0] == '.' || !gp_str_ends(name, gp_str(suffix)) ||
		    gp_str_eq(name, gp_str(markings_file)))
			continue;
		name = gp_str_sub(name, 0, name.n - (sizeof suffix - 1));
		found = gp_str_eq(name, pack->info.design);
		weigh(pack, name, near, &best);
	}
	if (dir)
		(void)closedir(dir);
	return found;
}
