// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/case_file.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace supernode;
    const Result<std::vector<PublishedCase>> cases = readCases(fuzz::textOf(data, size));
    fuzz::expectExplained(cases);
    if (cases)
        for (const PublishedCase& c : *cases)
            fuzz::expect(c.workload.has_value() == c.missing.empty(), "a case runs or says why not");
    return 0;
}
