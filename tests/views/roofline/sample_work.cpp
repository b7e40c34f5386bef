// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/roofline/sample_work.h"

namespace supernode::test {

OutcomePtr sampleWork(std::vector<Change> changes) {
    auto o = std::make_shared<Outcome>(*answer(allToAllOn(cloudMatrix(), std::move(changes))));
    using L = WorkLimit;
    const auto us = [](double t) { return microseconds(t); };
    const std::string layer = "layer with experts";
    o->work = {{"attention", layer, "attention", Lane::Compute, 3e9, 0.3e9, 0, us(250), 1, "HBM", L::Memory,
                MatrixRate::Bf16},
               {"input norm", layer, "attention", Lane::Compute, 0, 1e6, 0, us(50), 1,
                "launches of operators", L::Software},
               {"dispatch", layer, "dispatch", Lane::Dispatch, 0, 5e6, 10e6, us(100), 1,
                "dispatch on the links", L::Fabric},
               {"routed experts", layer, "experts", Lane::Compute, 60e9, 0.3e9, 0, us(600), 1,
                "products of the experts on the matrix units", L::Compute, MatrixRate::EightBit}};
    Phase phase;
    phase.name = "experts B";
    phase.duration = o->end;
    o->phases = {phase};
    for (Interval& interval : o->intervals)
        interval.phase = 0;
    return o;
}

} // namespace supernode::test
