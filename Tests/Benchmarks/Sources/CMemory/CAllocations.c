#include "CMemory.h"

#include <stdlib.h>

// The sanitizers put functions of their own in the same places.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED
#endif
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>

// What a program defines under these names takes the place of the C library's functions in all libraries that it loads. Each
// counts, where counting is on, and has the C library do the work; what was allocated before or meanwhile is freed as ever.
// Where counting is off, which is while time is measured, an allocation takes one look at a flag longer.

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static atomic_bool is_counting;
static atomic_long count;

static inline void note(void) {
  if (atomic_load_explicit(&is_counting, memory_order_relaxed)) {
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
  }
}

void *malloc(size_t size) {
  note();
  return __libc_malloc(size);
}

void *calloc(size_t elements, size_t size) {
  note();
  return __libc_calloc(elements, size);
}

void *realloc(void *memory, size_t size) {
  note();
  return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
  note();
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
  note();
  return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  note();
  // Other than its kin it leaves the last error alone.
  int last_error = errno;
  void *allocated = __libc_memalign(alignment, size);
  errno = last_error;
  if (allocated == NULL) return ENOMEM;
  *memory = allocated;
  return 0;
}

void allocations_begin(void) {
  atomic_store(&count, 0);
  atomic_store(&is_counting, 1);
}

long allocations_end(void) {
  atomic_store(&is_counting, 0);
  return atomic_load(&count);
}

#else

void allocations_begin(void) {}

long allocations_end(void) {
  return -1;
}

#endif
