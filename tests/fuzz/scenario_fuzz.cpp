// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/builtin.h"
#include "app/files/scenario_file.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace supernode;
    static const SystemPtr system = builtinSystem("gb200-nvl72");
    const auto lookup = [](const std::string&) { return Result<SystemPtr>(system); };
    const Result<Scenario> scenario = readScenario(fuzz::textOf(data, size), lookup);
    fuzz::expectExplained(scenario);
    if (!scenario)
        return 0;
    const std::string written = writeScenario(*scenario);
    const Result<Scenario> again = readScenario(written, lookup);
    fuzz::expect(static_cast<bool>(again), "what was written is read");
    fuzz::expect(*again == *scenario, "the round trip keeps the scenario");
    fuzz::expect(writeScenario(*again) == written, "the round trip keeps the bytes");
    return 0;
}
