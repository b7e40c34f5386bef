// SPDX-License-Identifier: GPL-3.0-or-later
// What the C library does with memory that an answer no longer needs.
//
// As it comes, glibc gives the top of the heap back to the system after each answer, and the next one waits
// for its pages again: several milliseconds of a click. Kept is at most 256 MB. Other C libraries are left as
// they are. To be called once, at the start of a program that answers more than one question. Thread: the
// first.
#pragma once

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace supernode {

inline void keepFreedMemory() {
#ifdef M_TRIM_THRESHOLD
    mallopt(M_TRIM_THRESHOLD, 256 << 20); // bytes
    mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the most that glibc takes
#endif
}

} // namespace supernode
