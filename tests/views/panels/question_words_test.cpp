// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/question_words.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }

// 48 nodes x 8 chips x 2 dies = 768 dies.
TEST(QuestionWords, SubtitlesComeFromParametersAndMachine) {
    const SystemPtr system = test::cloudMatrix();
    EXPECT_EQ(text(subtitleOf(AllToAll{}, *system)), "768 dies, 64 MiB each");
    Permutation permutation;
    permutation.seed = 7;
    EXPECT_EQ(text(subtitleOf(permutation, *system)), "64 MiB each, seed 7");
    EXPECT_EQ(text(subtitleOf(Incast{}, *system)), "1 MiB each to one die");
    PointToPoint read;
    read.operation = Operation::Read;
    EXPECT_EQ(text(subtitleOf(read, *system)), "one die reads 1 MiB");
    EXPECT_EQ(text(subtitleOf(AllToAll{}, *test::nvl72())), "72 GPUs, 64 MiB each");
}

TEST(QuestionWords, ANewKindKeepsSizeAndOperation) {
    AllToAll from;
    from.bytes = mebibytes(8);
    from.operation = Operation::Write;
    const Workload made = workloadOf(WorkloadKind::Incast, from);
    ASSERT_TRUE(std::holds_alternative<Incast>(made));
    EXPECT_EQ(sizeOf(made), mebibytes(8));
    EXPECT_EQ(operationOf(made), Operation::Write);
    EXPECT_EQ(workloadOf(WorkloadKind::AllToAll, from), Workload(from));
}

TEST(QuestionWords, EveryKindHasItsRow) {
    for (std::size_t row = 0; row < workloadKinds.size(); ++row)
        EXPECT_EQ(rowOf(workloadOf(workloadKinds[row], AllToAll{})), static_cast<int>(row));
    EXPECT_EQ(rowOf(Specification{}), -1);
}

// 1 KiB is 2^10, 1 GiB is 2^30, 64 MiB is 2^26: steps 0, 20 and 16.
TEST(QuestionWords, SizesStepInPowersOfTwo) {
    EXPECT_EQ(sizeAt(0), bytes(1024));
    EXPECT_EQ(sizeAt(sizeSteps), mebibytes(1024));
    EXPECT_EQ(sizeStep(mebibytes(64)), 16);
    EXPECT_EQ(sizeStep(bytes(1)), 0);
    EXPECT_EQ(sizeStep(bytes(1e15)), sizeSteps);
}

TEST(QuestionWords, ChangesAreSentences) {
    const SystemPtr system = test::cloudMatrix();
    EXPECT_EQ(text(chipOf(Fail{"plane 3"}, *system).text), "plane 3 failed");
    EXPECT_TRUE(chipOf(Fail{"plane 3"}, *system).failure);
    EXPECT_EQ(text(chipOf(Slow{"node 18", 60}, *system).text), "node 18 slowed to 60 %");
    EXPECT_EQ(text(chipOf(Restore{"node 18"}, *system).text), "node 18 restored");
    EXPECT_EQ(text(chipOf(SetFact{"no.such_fact", 2}, *system).text), "such fact set to 2");
}

// 224 / 8 = 28, 200 / 8 = 25.
TEST(QuestionWords, ASetFactTellsWhatItWas) {
    auto system = std::make_shared<SystemSpec>(*test::cloudMatrix());
    system->fabric.linkRate.from.shown = 224;
    system->fabric.linkRate.from.unit = "Gbit/s";
    EXPECT_EQ(text(chipOf(SetFact{"fabric.link_rate", 200}, *system).text), "link rate 28 to 25 GB/s");
}

} // namespace
} // namespace supernode
