#include "CMemory.h"

// Swift does not see this header of the C library.
#if defined(__linux__) && __has_include(<malloc.h>)
#include <malloc.h>
#endif

long memory_in_use(void) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
  struct mallinfo2 info = mallinfo2();
  return (long)(info.uordblks + info.hblkhd);
#else
  return -1;
#endif
}
