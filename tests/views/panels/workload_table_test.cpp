// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/workload_table.h"

#include "model/scenario/fitting_work.h"
#include "model/scenario/knobs.h"
#include "tests/model/test_systems.h"
#include "views/panels/question_words.h"

#include <gtest/gtest.h>

#include <set>

namespace supernode {
namespace {

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }
std::string summary(const Workload& workload, const SystemSpec& system = *test::cloudMatrix()) {
    return text(summaryOf(workload, system, "DeepSeek-R1"));
}

template <std::size_t... kinds>
std::set<std::string_view> kindsOfWorkload(std::index_sequence<kinds...>) {
    return {std::variant_alternative_t<kinds, Workload>::kind...};
}

TEST(WorkloadTable, EveryKindHasItsRow) {
    std::set<std::string_view> without =
        kindsOfWorkload(std::make_index_sequence<std::variant_size_v<Workload>>{});
    for (const WorkloadRow& row : workloadRows())
        EXPECT_EQ(without.erase(row.kind), 1u) << row.kind;
    // Drawn flows have no parameters, a data sheet is no work.
    EXPECT_EQ(without, (std::set<std::string_view>{Flows::kind, Specification::kind}));
}

TEST(WorkloadTable, RowsStandInTheOrderOfTheirGroups) {
    WorkloadGroup last = workloadGroups().front();
    for (const WorkloadRow& row : workloadRows()) {
        EXPECT_GE(row.group, last) << row.kind;
        last = row.group;
    }
}

TEST(WorkloadTable, WhatIsAskedFirstIsAFieldOfTheKind) {
    const SystemPtr system = test::cloudMatrix();
    for (const WorkloadRow& row : workloadRows()) {
        std::set<std::string_view> fields;
        for (const Knob& knob : knobsOf(freshWorkload(row.kind, *system, Specification{}), *system))
            fields.insert(knob.words->field);
        for (const std::string_view field : row.first)
            EXPECT_TRUE(fields.contains(field)) << row.kind << " " << field;
    }
}

// 48 nodes x 8 chips x 2 dies = 768 dies.
TEST(WorkloadTable, SummariesComeFromParametersAndMachine) {
    EXPECT_EQ(summary(AllToAll{}), "768 dies, 64 MiB each");
    EXPECT_EQ(summary(Permutation{.seed = 7}), "64 MiB each, seed 7");
    EXPECT_EQ(summary(Incast{}), "1 MiB each to one die");
    EXPECT_EQ(summary(PointToPoint{.operation = Operation::Read}), "one die reads 1 MiB");
    EXPECT_EQ(summary(AllToAll{}, *test::nvl72()), "72 GPUs, 64 MiB each");
    EXPECT_EQ(summary(Decode{.chips = 160, .batchPerChip = 96}), "DeepSeek-R1, 160 NPUs, batch 96");
    EXPECT_EQ(summary(Decode{}), "DeepSeek-R1, all 384 NPUs, full batch");
    EXPECT_EQ(summary(Serving{}), "DeepSeek-R1, 10 requests/s");
}

TEST(WorkloadTable, ANewKindKeepsSizeOperationAndModel) {
    const SystemPtr system = test::cloudMatrix();
    const AllToAll from{.operation = Operation::Write, .bytes = mebibytes(8)};
    const Workload made = freshWorkload(Incast::kind, *system, from);
    ASSERT_TRUE(std::holds_alternative<Incast>(made));
    EXPECT_EQ(sizeOf(made), mebibytes(8));
    EXPECT_EQ(operationOf(made), Operation::Write);
    EXPECT_EQ(freshWorkload(AllToAll::kind, *system, from), Workload(from));
    EXPECT_EQ(*modelIn(freshWorkload(Prefill::kind, *system, Decode{.model = "llama-3-70b"})), "llama-3-70b");
}

TEST(WorkloadTable, WhatARowBeginsWithFitsTheMachine) {
    for (const SystemPtr& system : {test::cloudMatrix(), test::nvl72()})
        for (const WorkloadRow& row : workloadRows())
            EXPECT_FALSE(lacking(freshWorkload(row.kind, *system, Specification{}), *system)) << row.kind;
}

TEST(WorkloadTable, WhatNobodyPublishedSaysSo) {
    auto system = std::make_shared<SystemSpec>(*test::nvl72());
    system->transfer.readShare.reset();
    system->fabric.cpuBandwidth.reset();
    EXPECT_FALSE(whyNot("operation", "read", *system).isEmpty());
    EXPECT_TRUE(whyNot("operation", "line", *system).isEmpty());
    EXPECT_FALSE(whyNot("target", "cpu", *system).isEmpty());
}

} // namespace
} // namespace supernode
