// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/roofline/roofline_picture.h"

#include "tests/views/roofline/sample_work.h"
#include "views/roofline/roofline_traffic.h"

#include <gtest/gtest.h>

#include <cmath>

namespace supernode::test {
namespace {

const RoofMark& markNamed(const RoofPanel& panel, const char* key) {
    const RoofMark* mark = panel.find(key);
    EXPECT_NE(mark, nullptr) << key;
    static const RoofMark none;
    return mark ? *mark : none;
}

void expectUnderRoofs(const RooflinePicture& picture) {
    for (const RoofPanel* panel : {&picture.arithmetic, &picture.fabric})
        for (const RoofMark& mark : panel->marks) {
            EXPECT_LE(mark.y, mark.height * (1 + 1e-9)) << mark.key;
            EXPECT_GT(mark.y, 0) << mark.key;
        }
}

} // namespace

TEST(RooflinePicture, AMarkIsFlopsPerByteAndPerSecond) {
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Operator);
    // 60 GFLOP / 0.3 GB = 200; 60 GFLOP / 0.6 ms = 100 TFLOP/s; 0.6 of the millisecond.
    const RoofMark& experts = markNamed(picture.arithmetic, "routed experts");
    EXPECT_NEAR(experts.x, 200, 1e-9);
    EXPECT_NEAR(experts.y, 1e14, 1);
    EXPECT_NEAR(experts.share, 0.6, 1e-12);
    EXPECT_EQ(experts.limit, WorkLimit::Compute);
    EXPECT_EQ(picture.arithmetic.marks.front().key, "routed experts") << "largest share first";
    // The norm computes nothing: 0.05 of the time has no place.
    EXPECT_EQ(picture.arithmetic.find("input norm"), nullptr);
    EXPECT_NEAR(picture.placeless, 0.05, 1e-12);
}

TEST(RooflinePicture, APhaseIsAllItsOperators) {
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Phase);
    // Attention and its norm: 3 GFLOP on 301 MB in 0.3 ms; the HBM held 0.25 of it.
    const RoofMark& attention = markNamed(picture.arithmetic, "attention");
    EXPECT_NEAR(attention.x, 3e9 / 0.301e9, 1e-9);
    EXPECT_NEAR(attention.y, 1e13, 1);
    EXPECT_NEAR(attention.share, 0.3, 1e-12);
    EXPECT_EQ(attention.limit, WorkLimit::Memory);
    EXPECT_EQ(picture.placeless, 0);
}

TEST(RooflinePicture, AMessageStandsUnderTheLinks) {
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Phase);
    // 10 MB in 0.1 ms are 100 GB/s, of seven links of 28 GB/s.
    const RoofMark& dispatch = markNamed(picture.fabric, "dispatch");
    EXPECT_NEAR(dispatch.x, 10e6, 1e-6);
    EXPECT_NEAR(dispatch.y, 100e9, 1);
    EXPECT_NEAR(dispatch.height, 7 * 28e9, 1);
    EXPECT_EQ(picture.arithmetic.find("dispatch"), nullptr);
}

TEST(RooflinePicture, WhereNoOperatorSaysWhatItSendsThePhasesDo) {
    auto silent = std::make_shared<Outcome>(*sampleWork());
    for (WorkPoint& point : silent->work)
        point.fabricBytes = 0;
    const RooflinePicture picture = rooflineOf(*silent, WorkDetail::Phase);
    EXPECT_FALSE(picture.arithmetic.marks.empty());
    ASSERT_EQ(picture.fabric.marks.size(), 1u);
    EXPECT_EQ(picture.fabric.marks[0].key, silent->phases[0].name);
    // What holds the time is still what the operators say.
    EXPECT_NEAR(picture.limits[static_cast<std::size_t>(WorkLimit::Compute)], 0.6, 1e-12);
}

TEST(RooflinePicture, RoofsAreThoseOfOneEndpointAndOfTheUnitsInUse) {
    const SystemPtr system = cloudMatrix();
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Phase);
    ASSERT_EQ(picture.arithmetic.roofs.size(), 3u); // BF16 of attention, 8 bit of experts, HBM
    EXPECT_NEAR(picture.arithmetic.roofs[0].rate, system->chip.bf16.value.base() / 2, 1);
    EXPECT_NEAR(picture.arithmetic.roofs[1].rate, system->chip.eightBit.value.base() / 2, 1);
    EXPECT_NEAR(picture.arithmetic.roofs[2].rate, system->chip.hbmBandwidth.value.base() / 2, 1);
    EXPECT_NEAR(heightOf(picture.arithmetic.roofs[2], 10), 10 * picture.arithmetic.roofs[2].rate, 1);
}

TEST(RooflinePicture, AFailedPlaneLowersTheRoofOfTheLinks) {
    const RooflinePicture picture = rooflineOf(*sampleWork({Fail{"plane 3"}}), WorkDetail::Phase);
    EXPECT_NEAR(picture.fabric.roofs.front().rate, 6 * 28e9, 1);
    EXPECT_NEAR(picture.fabric.roofs.front().built, 7 * 28e9, 1);
}

TEST(RooflinePicture, NoMarkStandsAboveItsRoofs) {
    expectUnderRoofs(rooflineOf(*sampleWork(), WorkDetail::Phase));
    expectUnderRoofs(rooflineOf(*sampleWork(), WorkDetail::Operator));
    for (const SystemPtr& system : {cloudMatrix(), nvl72()})
        expectUnderRoofs(rooflineOf(*answer(allToAllOn(system)), WorkDetail::Phase));
}

TEST(RooflinePicture, EveryMarkIsInsideItsRanges) {
    const RooflinePicture picture = rooflineOf(*sampleWork(), WorkDetail::Operator);
    for (const RoofPanel* panel : {&picture.arithmetic, &picture.fabric})
        for (const RoofMark& mark : panel->marks) {
            EXPECT_GT(std::log10(mark.x), panel->x.least);
            EXPECT_LT(std::log10(mark.x), panel->x.most);
            EXPECT_GT(std::log10(mark.y), panel->y.least);
            EXPECT_LT(std::log10(mark.y), panel->y.most);
        }
}

TEST(RooflinePicture, HalfwayIsTheGeometricMean) {
    const RooflinePicture before = rooflineOf(*sampleWork(), WorkDetail::Phase);
    RooflinePicture after = before;
    for (RoofMark& mark : after.arithmetic.marks) {
        mark.x *= 100;
        mark.y /= 4;
    }
    const RooflinePicture half = between(before, after, 0.5);
    EXPECT_NEAR(half.arithmetic.marks[0].x, before.arithmetic.marks[0].x * 10, 1e-6);
    EXPECT_NEAR(half.arithmetic.marks[0].y / before.arithmetic.marks[0].y, 0.5, 1e-9);
    EXPECT_NEAR(between(before, after, 1).arithmetic.marks[0].x / after.arithmetic.marks[0].x, 1, 1e-9);
}

TEST(RooflinePicture, ThePhaseThatRunsFindsItsMark) {
    const OutcomePtr outcome = sampleWork();
    const RooflinePicture picture = rooflineOf(*outcome, WorkDetail::Phase);
    EXPECT_TRUE(worksIn(markNamed(picture.arithmetic, "experts"), outcome->phases[0]))
        << "of either microbatch";
    EXPECT_FALSE(worksIn(markNamed(picture.arithmetic, "attention"), outcome->phases[0]));
}

TEST(RooflineTraffic, ARateIsThePayloadOfTheBusiestEndpoint) {
    // 64 MiB over 768 dies: each sends 767/768 of them to others. At line rate the seven links of a die are
    // full: 196 GB/s.
    const OutcomePtr outcome = answer(allToAllOn(cloudMatrix()));
    const std::vector<SentWork> work = sentWorkOf(*outcome);
    ASSERT_EQ(work.size(), 1u);
    EXPECT_NEAR(work[0].bytes, mebibytes(64).base() * 767 / 768, 100);
    EXPECT_NEAR(work[0].bytes / work[0].seconds, 196e9, 1e6);
    EXPECT_EQ(work[0].network, Network::ScaleUp);
}

TEST(RooflineTraffic, WorkThatRepeatsIsNoFasterThanItsLinks) {
    // The same all-to-all three times, told as one phase that comes again.
    auto o = std::make_shared<Outcome>(*answer(allToAllOn(cloudMatrix())));
    const Duration once = o->end;
    o->phases[0].repeats = 3;
    o->phases[0].period = once;
    const Interval first = o->intervals.front();
    for (const double turn : {1.0, 2.0})
        o->intervals.push_back({once * turn, once * (turn + 1), 0, first.loads});
    o->end = once * 3.0;
    const std::vector<SentWork> work = sentWorkOf(*o);
    ASSERT_EQ(work.size(), 1u);
    EXPECT_NEAR(work[0].bytes / work[0].seconds, 196e9, 1e6);
    EXPECT_NEAR(work[0].bytes / work[0].runs, mebibytes(64).base() * 767 / 768, 100);
}

TEST(RooflineTraffic, AReceiverCanBeTheBusiest) {
    // 767 dies send 1 MiB each to one: it takes 767 MiB in, over seven links.
    Scenario scenario{cloudMatrix(), {}, Incast{}};
    const std::vector<SentWork> work = sentWorkOf(*answer(scenario));
    ASSERT_EQ(work.size(), 1u);
    EXPECT_NEAR(work[0].bytes, mebibytes(1).base() * 767, 1000);
}

TEST(RooflineTraffic, WhatGoesOverTheScaleOutNetworkStandsUnderItsRoof) {
    Scenario scenario{cloudMatrix(), {}, KvTransfer{}};
    if (!scenario.system->scaleOut)
        GTEST_SKIP();
    const OutcomePtr outcome = answer(scenario);
    const RooflinePicture picture = rooflineOf(*outcome, WorkDetail::Phase);
    ASSERT_EQ(picture.fabric.marks.size(), 1u);
    EXPECT_NEAR(picture.fabric.marks[0].height, scenario.system->scaleOut->rate.value.base(), 1);
    EXPECT_EQ(picture.fabric.roofs.size(), 2u);
}

} // namespace supernode::test
