// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/short_scenario.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace supernode;
    const Result<Scenario> scenario = readShortScenario(fuzz::textOf(data, size));
    fuzz::expectExplained(scenario);
    if (!scenario)
        return 0;
    const Result<std::string> text = shortScenario(*scenario);
    fuzz::expect(static_cast<bool>(text), "what was read can be written");
    const Result<Scenario> again = readShortScenario(*text);
    fuzz::expect(again && *again == *scenario, "and is read as the same");
    return 0;
}
