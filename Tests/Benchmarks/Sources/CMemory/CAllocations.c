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
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>

// What a program defines under these names takes the place of the C library's functions in all libraries that it loads. Each
// counts, where counting is on, and has the C library do the work; what was allocated before or meanwhile is freed as ever.
// Where counting is off, which is while time is measured, an allocation takes one look at a flag longer.

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *memory);

static atomic_bool is_counting;
static atomic_long count;
// The bytes that are in use beyond those that were when the counting began, and the most that there were.
static atomic_long bytes;
static atomic_long most_bytes;

static inline int counts(void) {
  return atomic_load_explicit(&is_counting, memory_order_relaxed);
}

static inline void add_bytes(long more) {
  long now = atomic_fetch_add_explicit(&bytes, more, memory_order_relaxed) + more;
  long most = atomic_load_explicit(&most_bytes, memory_order_relaxed);
  while (now > most && !atomic_compare_exchange_weak_explicit(
                           &most_bytes, &most, now, memory_order_relaxed, memory_order_relaxed)) {
  }
}

// Counts an allocation that was made.
static inline void *noted(void *memory) {
  if (counts()) {
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
    add_bytes((long)malloc_usable_size(memory));
  }
  return memory;
}

void *malloc(size_t size) {
  return noted(__libc_malloc(size));
}

void *calloc(size_t elements, size_t size) {
  return noted(__libc_calloc(elements, size));
}

void *realloc(void *memory, size_t size) {
  long before = counts() ? (long)malloc_usable_size(memory) : 0;
  void *allocated = __libc_realloc(memory, size);
  // What cannot be made larger stays as it is.
  if (counts() && (allocated != NULL || size == 0)) add_bytes(-before);
  return noted(allocated);
}

void free(void *memory) {
  if (counts()) add_bytes(-(long)malloc_usable_size(memory));
  __libc_free(memory);
}

void *memalign(size_t alignment, size_t size) {
  return noted(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size) {
  return noted(__libc_memalign(alignment, size));
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
  if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  // Other than its kin it leaves the last error alone.
  int last_error = errno;
  void *allocated = noted(__libc_memalign(alignment, size));
  errno = last_error;
  if (allocated == NULL) return ENOMEM;
  *memory = allocated;
  return 0;
}

void allocations_begin(void) {
  atomic_store(&count, 0);
  atomic_store(&bytes, 0);
  atomic_store(&most_bytes, 0);
  atomic_store(&is_counting, 1);
}

long allocations_end(void) {
  atomic_store(&is_counting, 0);
  return atomic_load(&count);
}

long allocations_most_bytes(void) {
  return atomic_load(&most_bytes);
}

#else

void allocations_begin(void) {}

long allocations_end(void) {
  return -1;
}

long allocations_most_bytes(void) {
  return -1;
}

#endif
