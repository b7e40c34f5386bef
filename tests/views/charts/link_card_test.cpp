// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/link_card.h"

#include "tests/model/test_systems.h"
#include "views/charts/link_cdf.h"

#include <gtest/gtest.h>

namespace supernode::test {

TEST(LinkCard, ShowsTheInstantAndTheSamePartOfTheBaseline) {
    // With one chip less, flows end one after the other: the distribution changes during the run.
    const OutcomePtr now = answer(allToAllOn(cloudMatrix(), {Fail{"plane 3 l2 5"}}));
    const OutcomePtr baseline = answer(allToAllOn(cloudMatrix()));
    LinkCard card;
    for (const double part : {0.2, 0.9999, 0.2}) {
        card.show(*now, now->end * part, baseline.get());
        EXPECT_EQ(card.nowPoints(), linkUtilizationCdf(*now, now->at(now->end * part))) << part;
        EXPECT_EQ(card.baselinePoints(), linkUtilizationCdf(*baseline, baseline->at(baseline->end * part)))
            << part;
    }
    EXPECT_NE(linkUtilizationCdf(*now, now->intervals.front()),
              linkUtilizationCdf(*now, now->intervals.back()));
    card.show(*now, now->end * 0.2, nullptr);
    EXPECT_TRUE(card.baselinePoints().isEmpty());
}

} // namespace supernode::test
