// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workload/roofline.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

Fact<Ratio> share(double r) { return {ratio(r), {r, "ratio", Grade::Paper, "", "", ""}}; }

// Half of all rates, a launch of 2 us.
SystemSpec machine() {
    SystemSpec s = *cloudMatrix();
    s.compute.bf16Share = s.compute.eightBitShare = share(0.5);
    s.compute.attentionShare = s.compute.memoryShare = share(0.5);
    s.compute.launch = Fact<Duration>{microseconds(2), {2, "us", Grade::Paper, "", "", ""}};
    return s;
}

constexpr int hidden = 7168;

// A die: 752 / 2 TFLOPS in BF16, 1,504 / 2 in INT8, 3,200 / 2 GB/s; half of each.
TEST(Roofline, ARankReachesItsShareOfItsPartOfTheChip) {
    const Roofs roofs = *roofsOf(machine(), numbersOf(Precision::Int8, hidden));
    EXPECT_DOUBLE_EQ(roofs.product[std::size_t(MatrixRate::Bf16)], 188e12);
    EXPECT_DOUBLE_EQ(roofs.product[std::size_t(MatrixRate::EightBit)], 376e12);
    EXPECT_DOUBLE_EQ(roofs.product[std::size_t(MatrixRate::FourBit)], 0);
    EXPECT_DOUBLE_EQ(roofs.attention[std::size_t(MatrixRate::Bf16)], 188e12);
    EXPECT_DOUBLE_EQ(roofs.memory, 800e9);
    EXPECT_DOUBLE_EQ(roofs.launch, 2e-6);
    EXPECT_DOUBLE_EQ(ridge(roofs, MatrixRate::EightBit), 470);
}

// 10 FLOPs a ns against 2 bytes a ns: at 1,000 FLOPs and 100 bytes arithmetic takes 100 ns, memory 50 ns.
TEST(Roofline, TheSlowerRoofDecides) {
    Roofs roofs;
    roofs.product = {10e9, 0, 0};
    roofs.memory = 2e9;
    roofs.launch = 1e-9;
    Operator part{.kind = OperatorKind::Head,
                  .rate = MatrixRate::Bf16,
                  .flops = 1000,
                  .weightBytes = 60,
                  .inputBytes = 30,
                  .outputBytes = 10};
    EXPECT_DOUBLE_EQ(timeOf(part, roofs).total(), 101e-9);
    EXPECT_EQ(timeOf(part, roofs).bound(), Bound::Compute);
    part.cacheBytes = 300;
    EXPECT_DOUBLE_EQ(timeOf(part, roofs).total(), 201e-9);
    EXPECT_EQ(timeOf(part, roofs).bound(), Bound::Memory);
    roofs.launch = 300e-9;
    EXPECT_EQ(timeOf(part, roofs).bound(), Bound::Launch);
    EXPECT_DOUBLE_EQ(timeOf(LayerParts{part, part}, roofs), 1000e-9);
}

// Everything that is missing is named at once.
TEST(Roofline, AMachineWhoseKernelsNobodyMeasuredSaysAllThatIsMissing) {
    SystemSpec s = machine();
    s.compute = {};
    s.compute.memoryShare = share(0.5);
    const Issue issue = roofsOf(s, numbersOf(Precision::Int8, hidden)).issues().front();
    EXPECT_EQ(issue.field, "compute.attention_share");
    EXPECT_NE(issue.reason.find("compute.attention_share, compute.bf16_share, compute.eight_bit_share and "
                                "compute.launch"),
              std::string::npos)
        << issue.reason;
}

TEST(Roofline, AttentionHasARoofOfItsOwn) {
    Roofs roofs;
    roofs.product = {10e9, 0, 0};
    roofs.attention = {5e9, 0, 0};
    roofs.memory = 1e9;
    const Operator part{.kind = OperatorKind::Attention, .rate = MatrixRate::Bf16, .flops = 1000};
    EXPECT_DOUBLE_EQ(timeOf(part, roofs).total(), 200e-9);
}

TEST(Roofline, AnOperatorThatOnlySendsTakesNoTimeHere) {
    const Roofs roofs = *roofsOf(machine(), numbersOf(Precision::Int8, hidden));
    const Operator part{
        .kind = OperatorKind::FfnReduce, .rate = {}, .message = Message{Exchange::AllReduce, 8, 1e6}};
    EXPECT_EQ(timeOf(part, roofs), OperatorTime{});
    EXPECT_EQ(timeOf(part, roofs).bound(), Bound::Nothing);
}

TEST(Roofline, AMachineThatDoesNotSayItsSharesIsRefusedByPath) {
    const auto field = [](auto forget) {
        SystemSpec s = machine();
        forget(s.compute);
        const Result<Roofs> roofs = roofsOf(s, numbersOf(Precision::Int8, hidden));
        return roofs ? std::string() : roofs.issues().front().field;
    };
    EXPECT_EQ(field([](ComputeSpec&) {}), "");
    EXPECT_EQ(field([](ComputeSpec& c) { c.bf16Share.reset(); }), "compute.bf16_share");
    EXPECT_EQ(field([](ComputeSpec& c) { c.eightBitShare.reset(); }), "compute.eight_bit_share");
    EXPECT_EQ(field([](ComputeSpec& c) { c.attentionShare.reset(); }), "compute.attention_share");
    EXPECT_EQ(field([](ComputeSpec& c) { c.memoryShare.reset(); }), "compute.memory_share");
    EXPECT_EQ(field([](ComputeSpec& c) { c.launch.reset(); }), "compute.launch");
}

} // namespace
} // namespace supernode::test
