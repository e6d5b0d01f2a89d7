#define _GNU_SOURCE
#include "CMemory.h"

#include <link.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/// The program itself comes first; libraries follow, which others use too.
static int let_go(struct dl_phdr_info *object, size_t size, void *nothing) {
    (void)size;
    (void)nothing;
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int part = 0; part < object->dlpi_phnum; part++) {
        const ElfW(Phdr) *header = &object->dlpi_phdr[part];
        // Only where nothing was ever written: what relocation changed is in no file.
        if (header->p_type != PT_LOAD || !(header->p_flags & PF_X) || (header->p_flags & PF_W)) continue;
        uintptr_t first = (object->dlpi_addr + header->p_vaddr) / page * page;
        uintptr_t end = object->dlpi_addr + header->p_vaddr + header->p_filesz;
        madvise((void *)first, (end - first) / page * page, MADV_DONTNEED);
    }
    return 1;
}

void memory_let_go_of_code(void) {
    dl_iterate_phdr(let_go, NULL);
}
