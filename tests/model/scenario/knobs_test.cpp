// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/knobs.h"

#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

namespace supernode {
namespace {

template <std::size_t... kinds>
std::vector<Workload> everyKind(std::index_sequence<kinds...>) {
    return {std::variant_alternative_t<kinds, Workload>{}...};
}
std::vector<Workload> everyKind() {
    return everyKind(std::make_index_sequence<std::variant_size_v<Workload>>{});
}

const Knob* find(const std::vector<Knob>& knobs, std::string_view field) {
    for (const Knob& knob : knobs)
        if (knob.words->field == field)
            return &knob;
    return nullptr;
}

TEST(Knobs, EveryFieldOfEveryWorkloadHasWords) {
    const SystemPtr system = test::cloudMatrix();
    for (Workload& workload : everyKind()) {
        std::size_t fields = 0;
        std::visit([&](auto& w) { visitFields(w, [&](auto&&...) { ++fields; }); }, workload);
        fields += std::holds_alternative<Decode>(workload) ? 1 : 0; // its batch may be a word in files
        const std::vector<Knob> knobs = knobsOf(workload, *system);
        EXPECT_EQ(knobs.size(), fields) << kindOf(workload);
        for (const Knob& knob : knobs) {
            EXPECT_FALSE(knob.words->name.empty()) << knob.words->field;
            EXPECT_TRUE(knob.words->sentence.ends_with(".")) << knob.words->field;
        }
    }
}

TEST(Knobs, WhatASliderSpansIsAllowedAndHasRoom) {
    const SystemPtr system = test::cloudMatrix();
    for (const Workload& workload : everyKind())
        for (const Knob& knob : knobsOf(workload, *system)) {
            if (knob.form == KnobForm::Choice || knob.form == KnobForm::Text)
                continue;
            EXPECT_LT(knob.usual.least, knob.usual.most) << knob.words->field;
            EXPECT_GE(knob.usual.least, knob.allowed.least) << knob.words->field;
            EXPECT_LE(knob.usual.most, knob.allowed.most) << knob.words->field;
        }
}

// CloudMatrix has 384 chips of two dies.
TEST(Knobs, CountsSpanWhatTheMachineHas) {
    const SystemPtr system = test::cloudMatrix();
    EXPECT_EQ(find(knobsOf(Decode{}, *system), "chips")->usual.most, 384);
    EXPECT_EQ(find(knobsOf(AllReduce{}, *system), "ranks")->usual.most, 768);
}

TEST(Knobs, WhatWasSetIsRead) {
    const SystemPtr system = test::cloudMatrix();
    for (const Workload& workload : everyKind())
        for (const Knob& knob : knobsOf(workload, *system)) {
            const std::string_view field = knob.words->field;
            const bool wordy = knob.form == KnobForm::Choice || knob.form == KnobForm::Text;
            const std::string word = knob.choices.empty() ? "node 2" : std::string(knob.choices.back());
            const Result<Workload> set =
                wordy ? withWord(workload, field, word) : withNumber(workload, field, knob.usual.most);
            ASSERT_TRUE(set) << field;
            const std::vector<Knob> now = knobsOf(*set, *system);
            if (wordy)
                EXPECT_EQ(find(now, field)->word, word);
            else
                EXPECT_EQ(find(now, field)->value, knob.usual.most) << field;
        }
}

TEST(Knobs, WhatCannotBeIsRefusedByItsField) {
    EXPECT_EQ(withNumber(AllToAll{}, "seed", 2).issues().front().field, "workload.seed");
    EXPECT_EQ(withNumber(Decode{}, "context_tokens", 0).issues().front().field, "workload.context_tokens");
    EXPECT_EQ(withWord(AllToAll{}, "operation", "teleport").issues().front().remedy,
              "give one of line, read, write");
    EXPECT_FALSE(withNumber(AllToAll{}, "operation", 1));
}

TEST(Knobs, AGuessMayBeGivenUp) {
    const Result<Workload> none = withNumber(Serving{}, "mtp_acceptance", std::nullopt);
    ASSERT_TRUE(none);
    EXPECT_FALSE(std::get<Serving>(*none).mtpAcceptance.has_value());
}

TEST(Knobs, OnlyLanguageWorkNamesAModel) {
    EXPECT_EQ(modelIn(AllToAll{}), nullptr);
    ASSERT_NE(modelIn(Decode{}), nullptr);
    EXPECT_EQ(*modelIn(Decode{}), "deepseek-r1");
}

} // namespace
} // namespace supernode
