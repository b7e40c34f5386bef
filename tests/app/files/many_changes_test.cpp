// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand changes, and everything failed at once.
#include "app/files/builtin.h"
#include "app/files/change_tree.h"
#include "app/files/scenario_code.h"
#include "app/files/scenario_file.h"
#include "model/base/random.h"
#include "model/evaluate.h"
#include "tests/app/files/issues.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode {
namespace {

// Links, modules and stacks, failed and slowed, each another part.
std::vector<Change> aThousand(const Fabric& fabric) {
    Random random(3);
    std::vector<Change> changes;
    for (const ElementKind kind : {ElementKind::Link, ElementKind::Module, ElementKind::HbmStack})
        for (std::size_t i = 0; i < 334; ++i) {
            const std::string name = fabric.name(fabric.id(kind, i * (fabric.count(kind) / 334)));
            changes.push_back(random.below(2) == 0 ? Change(Fail{name}) : Change(Slow{name, 50}));
        }
    changes.resize(1000);
    return changes;
}

TEST(ManyChanges, AThousandAreAnsweredSavedReadAndTakenBack) {
    Scenario scenario = *builtinScenario("moe-dispatch");
    const FabricPtr fabric = *buildFabric(scenario.system);
    ChangeTree tree(scenario);
    for (const Change& change : aThousand(*fabric)) {
        scenario = withChange(std::move(scenario), change);
        ASSERT_TRUE(tree.change(scenario, "one more"));
        tree.accept();
    }
    ASSERT_EQ(scenario.changes.size(), 1000u);
    const Result<OutcomePtr> answer = evaluate(scenario);
    ASSERT_TRUE(answer) << sentences(answer.issues());
    EXPECT_GT((*answer)->metrics.front().value, 0);
    EXPECT_GT(fabricUse(**answer).failedLinks, 200u);
    const Result<Scenario> read =
        readScenario(writeScenario(scenario),
                     [](const std::string& id) -> Result<SystemPtr> { return builtinSystem(id); });
    ASSERT_TRUE(read) << sentences(read.issues());
    EXPECT_EQ(*read, scenario);
    const Result<std::string> code = codeOf(scenario);
    ASSERT_FALSE(code);
    EXPECT_NE(code.issues().front().reason.find("1000 changes"), std::string::npos)
        << sentences(code.issues());
    for (int i = 0; i < 1000; ++i)
        tree.undo();
    EXPECT_EQ(tree.scenario(), *builtinScenario("moe-dispatch"));
}

// Every part of a kind, for every kind: an answer with finite numbers, or a sentence and what would be right.
TEST(ManyChanges, FailingEverythingIsAnsweredOrSaid) {
    for (const char* preset : {"all-to-all", "point-to-point", "moe-dispatch", "moe-decode", "prefill",
                               "serving", "training-step", "all-reduce"}) {
        const Scenario whole = *builtinScenario(preset);
        const FabricPtr fabric = *buildFabric(whole.system);
        for (std::size_t k = 0; k < elementKinds; ++k) {
            Scenario scenario = whole;
            const auto kind = static_cast<ElementKind>(k);
            for (std::size_t i = 0; i < fabric->count(kind); ++i)
                scenario.changes.emplace_back(Fail{fabric->name(fabric->id(kind, i))});
            const Result<OutcomePtr> answer = evaluate(scenario);
            if (!answer) {
                EXPECT_FALSE(answer.issues().front().reason.empty()) << preset << " " << k;
                EXPECT_FALSE(answer.issues().front().remedy.empty()) << preset << " " << k;
                continue;
            }
            for (const Metric& metric : (*answer)->metrics)
                EXPECT_TRUE(std::isfinite(metric.value)) << preset << " " << k << " " << metric.id;
        }
    }
}

} // namespace
} // namespace supernode
