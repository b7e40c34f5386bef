// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/simulation/certificate.h"

#include "tests/model/simulation/random_problems.h"

#include <gtest/gtest.h>

namespace supernode::test {
namespace {

TEST(Certificate, RefusesRatesThatAreMoved) {
    // Fair rates are unique: moving any one of them by a millionth, up or down, must be found.
    Random random(5);
    for (int round = 0; round < 500; ++round) {
        const SharingProblem p = randomProblem(random);
        const Sharing fair = shareMaxMin(p);
        ASSERT_EQ(certify(p, fair), std::nullopt) << "seed 5, round " << round;
        for (std::size_t f = 0; f < p.flows(); ++f)
            for (const double factor : {1 - 1e-6, 1 + 1e-6}) {
                Sharing moved = fair;
                moved.rate[f] = fair.rate[f] > 0 ? fair.rate[f] * factor : 1e-6;
                ASSERT_NE(certify(p, moved), std::nullopt) << "seed 5, round " << round << ", flow " << f;
            }
    }
}

TEST(Certificate, SaysWhatIsWrong) {
    SharingProblem p;
    p.addResource(10);
    p.addFlow(std::vector<Use>{{0, 1}});
    p.addFlow(std::vector<Use>{{0, 1}}, 1, 2);
    EXPECT_EQ(certify(p, {{9, 2}, {0, 0}}), "resource 0 carries more than its capacity");
    EXPECT_EQ(certify(p, {{7, 3}, {0, 0}}), "flow 1 is above its limit");
    EXPECT_EQ(certify(p, {{7, 2}, {0, 0}}), "flow 0 could go faster");
    EXPECT_EQ(certify(p, {{9, 1}, {0, 0}}), "flow 1 could go faster");
    EXPECT_EQ(certify(p, {{8, 2}, {0, 0}}), std::nullopt);
}

} // namespace
} // namespace supernode::test
