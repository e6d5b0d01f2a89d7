// Numbers that Swift draws by lot are the same in every run: how rows lie in the file depends on them.
#include <stddef.h>
#include <stdint.h>


void swift_stdlib_random(void *bytes, size_t size) {
    static _Atomic uint64_t drawn;
    for (size_t place = 0; place < size; place++) {
        // The mixing function of splitmix64.
        uint64_t number = ++drawn * 0x9E3779B97F4A7C15u;
        number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9u;
        ((unsigned char *)bytes)[place] = (unsigned char)(number >> 56);
    }
}
