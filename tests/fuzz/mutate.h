/*
 * Inputs that are made of others by damage: bytes put for others, ranges that
 * are lost, repeated or taken from another input.  The same number gives the
 * same bytes wherever it is asked.  Knows nothing of what the bytes mean, and
 * does not learn which of them led anywhere: that is libFuzzer's.
 */
#ifndef GP_TESTS_FUZZ_MUTATE_H
#define GP_TESTS_FUZZ_MUTATE_H

#include <stddef.h>
#include <stdint.h>

/* Room for what becomes of any seed; longer seeds are cut. */
enum { MUTANT_BYTES = 64 * 1024 };

struct mutant_seed {
	const uint8_t *bytes;
	size_t size;
};

/* Writes mutant `number` of the seeds, of which there is at least one, and
   returns its size in bytes, at most MUTANT_BYTES.  Cost: linear in that. */
size_t
mutant(const struct mutant_seed *seeds, size_t count, uint64_t number,
       uint8_t out[MUTANT_BYTES]);

#endif
