// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/workload_table.h"

#include "tests/model/test_systems.h"
#include "views/panels/question_words.h"

#include <gtest/gtest.h>

#include <set>

namespace supernode {
namespace {

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }

// 48 nodes x 8 chips x 2 dies = 768 dies.
TEST(WorkloadTable, SummariesComeFromParametersAndMachine) {
    const SystemPtr system = test::cloudMatrix();
    EXPECT_EQ(text(summaryOf(AllToAll{}, *system, {})), "768 dies, 64 MiB each");
    Permutation permutation;
    permutation.seed = 7;
    EXPECT_EQ(text(summaryOf(permutation, *system, {})), "64 MiB each, seed 7");
    EXPECT_EQ(text(summaryOf(Incast{}, *system, {})), "1 MiB each to one die");
    EXPECT_EQ(text(summaryOf(AllToAll{}, *test::nvl72(), {})), "72 GPUs, 64 MiB each");
    EXPECT_TRUE(text(summaryOf(Decode{}, *system, "DeepSeek-R1")).starts_with("DeepSeek-R1, "));
}

TEST(WorkloadTable, EveryKindHasOneRowAndItsFreshWorkIsOfThatKind) {
    const std::vector<WorkloadRow> rows = workloadRows();
    std::set<std::string_view> kinds;
    for (const WorkloadRow& row : rows) {
        EXPECT_TRUE(kinds.insert(row.kind).second) << row.kind;
        EXPECT_FALSE(row.title.isEmpty()) << row.kind;
        const Workload fresh = freshWorkload(row.kind, *test::cloudMatrix(), AllToAll{});
        EXPECT_EQ(kindOf(fresh), row.kind);
        const WorkloadRow* const found = rowOf(rows, fresh);
        ASSERT_NE(found, nullptr) << row.kind;
        EXPECT_EQ(found->kind, row.kind);
    }
    EXPECT_GE(rows.size(), 14u);
    EXPECT_EQ(rowOf(rows, Specification{}), nullptr);
}

TEST(WorkloadTable, ANewKindKeepsSizeAndOperation) {
    AllToAll from;
    from.bytes = mebibytes(8);
    from.operation = Operation::Write;
    const Workload made = freshWorkload("incast", *test::cloudMatrix(), from);
    ASSERT_TRUE(std::holds_alternative<Incast>(made));
    EXPECT_EQ(sizeOf(made), mebibytes(8));
    EXPECT_EQ(operationOf(made), Operation::Write);
}

} // namespace
} // namespace supernode
