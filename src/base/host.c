/* The host taken from the settings of a call, and told how far the work is;
   whether it wants to stop is asked first.  What a stage is for is not known
   here, nor whether there is anything in a data folder. */
#include "base/host.h"

#include "base/date.h"

/* A library that runs from its tree has none of its own, so that its tests read
   nothing of what happens to be installed. */
#ifdef GP_DATADIR
static const char *const built_in = GP_DATADIR;
#else
static const char *const built_in = NULL;
#endif

const char *
gp_datadir(const char *given)
{
	return given ? given : built_in;
}

const char *
gp_data_folder(void)
{
	return built_in;
}

struct gp_host
gp_host_of(const struct gp_settings *settings)
{
	return (struct gp_host){
		.data = gp_datadir(settings->data),
		.threads = settings->threads,
		.user = settings->user,
		.cancelled = settings->cancelled,
		.progress = settings->progress,
	};
}

int64_t
gp_moment_of(const struct gp_settings *settings)
{
	struct gp_date date;

	if (settings->date && gp_date_parse(gp_str(settings->date), &date) &&
	    date.precision >= GP_MINUTE)
		return gp_date_seconds(&date);
	return settings->now;
}

bool
gp_host_progress(const struct gp_host *host, const char *stage, size_t done,
                 size_t total, struct gp_err *e)
{
	if (host->cancelled && host->cancelled(host->user))
		return gp_fail(e, GP_CANCELLED, "stopped before the end");
	if (host->progress)
		host->progress(host->user, stage, done, total);
	return true;
}
