// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/files/answers.h"

#include "app/files/builtin.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <gtest/gtest.h>

namespace supernode {

Result<OutcomePtr> ask(const char* system, const Workload& workload, std::vector<Change> changes) {
    const Result<Scenario> scenario = withModel({builtinSystem(system), std::move(changes), workload});
    return scenario ? evaluate(*scenario) : Result<OutcomePtr>::refused(scenario.issues());
}

double value(const Result<OutcomePtr>& outcome, const char* id) {
    EXPECT_TRUE(outcome) << toSentence(outcome.issues().front());
    const Metric* metric = outcome ? (*outcome)->metric(id) : nullptr;
    EXPECT_NE(metric, nullptr) << id;
    return metric ? metric->value : NAN;
}

std::string refusal(const Result<OutcomePtr>& outcome) {
    EXPECT_FALSE(outcome);
    return outcome ? "" : toSentence(outcome.issues().front());
}

bool says(const std::string& sentence, const std::string& part) {
    return sentence.find(part) != std::string::npos;
}

Shown shownOf(const SystemSpec& system, std::string_view path) {
    Shown shown;
    visitFacts(system, [&](std::string_view at, const auto& fact) {
        if (at != path)
            return;
        if constexpr (requires { fact.from; })
            shown = {fact.from.shown, dimensionOf(fact.value)};
        else if (fact)
            shown = {fact->from.shown, dimensionOf(fact->value)};
    });
    return shown;
}

} // namespace supernode
