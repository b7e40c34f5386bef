// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"
#include "app/files/system_file.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace supernode;
    const Result<SystemSpec> system = readSystem(fuzz::textOf(data, size), builtinSystem);
    fuzz::expectExplained(system);
    if (system)
        fuzz::expect(check(*system).empty(), "a system that is read can be built");
    return 0;
}
