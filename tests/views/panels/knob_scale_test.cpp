// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/panels/knob_scale.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

std::string text(const QString& s) { return QString(s).replace(QChar(0x2009), ' ').toStdString(); }

Knob knob(const Workload& workload, std::string_view field) {
    for (const Knob& each : knobsOf(workload, *test::cloudMatrix()))
        if (each.words->field == field)
            return each;
    return {};
}

// 1 KiB is 2^10, 1 GiB is 2^30: 21 powers of two.
TEST(KnobScale, SizesStopAtPowersOfTwo) {
    const std::vector<KnobValue> stops = stopsOf(knob(AllToAll{}, "bytes"));
    ASSERT_EQ(stops.size(), 21u);
    EXPECT_EQ(stops.front(), KnobValue(1024));
    EXPECT_EQ(stops.back(), KnobValue(1073741824));
    EXPECT_EQ(stopNear(stops, 64 * 1048576.0), 16);
    EXPECT_EQ(stopNear(stops, 1e15), 20);
}

// All, then 1, 2, 3, 4, 6, 8, ... 384: whole numbers only, so 1.5 is left out.
TEST(KnobScale, CountsBeginWithWhatNoughtMeans) {
    const Knob chips = knob(Decode{}, "chips");
    const std::vector<KnobValue> stops = stopsOf(chips);
    EXPECT_EQ(text(textOf(chips, stops[0])), "all");
    EXPECT_EQ(stops[1], KnobValue(1));
    EXPECT_EQ(stops[2], KnobValue(2));
    EXPECT_EQ(stops[3], KnobValue(3));
    EXPECT_EQ(stops.back(), KnobValue(384));
}

TEST(KnobScale, DecadesHaveSixStopsEach) {
    // 0.1 to 1,000 are four decades of six and the last 1,000.
    EXPECT_EQ(stopsOf(knob(Serving{}, "arrivals_per_second")).size(), 25u);
}

TEST(KnobScale, ValuesAreWrittenWithTheUnitTheyNeed) {
    EXPECT_EQ(text(textOf(knob(Decode{}, "context_tokens"), 4096)), "4,096");
    EXPECT_EQ(text(textOf(knob(AllToAll{}, "bytes"), 67108864)), "64 MiB");
    EXPECT_EQ(text(textOf(knob(Hotspot{}, "share"), 0.3)), "30 %");
    EXPECT_EQ(text(textOf(knob(Serving{}, "first_token_limit_ms"), 4000)), "4,000 ms");
    EXPECT_EQ(text(textOf(knob(Decode{}, "batch_per_chip"), 0)), "largest that fits");
    EXPECT_EQ(text(textOf(knob(Decode{}, "mtp_acceptance"), std::nullopt)), "no guessing");
}

TEST(KnobScale, WhatIsWrittenCanBeTypedAgain) {
    for (const Workload& workload : {Workload(AllToAll{}), Workload(Hotspot{}), Workload(Decode{}),
                                     Workload(Serving{}), Workload(MoeDispatch{})})
        for (const Knob& each : knobsOf(workload, *test::cloudMatrix())) {
            if (each.form == KnobForm::Choice || each.form == KnobForm::Text)
                continue;
            for (const KnobValue value : stopsOf(each)) {
                const std::optional<KnobValue> back = typed(each, textOf(each, value));
                ASSERT_TRUE(back) << each.words->field << " " << text(textOf(each, value));
                EXPECT_EQ(back->has_value(), value.has_value()) << each.words->field;
                if (value && *back) {
                    EXPECT_NEAR(**back, *value, 1e-5 * *value) << each.words->field;
                }
            }
        }
}

TEST(KnobScale, TypedValuesMayUseOtherUnits) {
    EXPECT_EQ(typed(knob(Decode{}, "context_tokens"), "4K"), KnobValue(4096));
    EXPECT_EQ(typed(knob(AllToAll{}, "bytes"), "1.5 MB"), KnobValue(1.5e6));
    EXPECT_EQ(typed(knob(Hotspot{}, "share"), "0.25"), KnobValue(0.25));
    EXPECT_EQ(typed(knob(Serving{}, "first_token_limit_ms"), "2 s"), KnobValue(2000));
    EXPECT_FALSE(typed(knob(Decode{}, "context_tokens"), "many"));
    EXPECT_FALSE(typed(knob(Decode{}, "context_tokens"), "30 %"));
}

} // namespace
} // namespace supernode
