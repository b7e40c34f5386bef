// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles against single flows, one pair and one channel at a time, on random machines with random faults.
#include "model/traffic/product_flows.h"

#include "model/fabric/fabric_state.h"
#include "model/outcome/step_run.h"
#include "model/simulation/certificate.h"
#include "tests/model/traffic/random_machines.h"
#include "tests/model/traffic/single_flows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace supernode::test {
namespace {

constexpr int rounds = 600;

struct Case {
    FabricPtr fabric;
    FabricState state;
    std::vector<std::uint32_t> ends;
    std::vector<double> out, in;
    Overhead overhead;

    double bytes(std::size_t i, std::size_t j) const { return i == j ? 0 : out[i] * in[j]; }
};

// Amounts that are all alike, of any size, or as skewed as a Zipf of exponent 8, which is the most that can
// be asked for; now and then none.
std::vector<double> randomAmounts(std::size_t n, Random& random) {
    const double exponent = random.below(3) == 0 ? random.below(9) : 0;
    const bool any = random.below(2) == 0, gaps = random.below(4) == 0;
    std::vector<double> amounts = zipfShares(n, exponent);
    for (double& amount : amounts) {
        amount *= any ? 1e3 * (1 + random.below(1000)) : 1e6;
        if (gaps && random.below(4) == 0)
            amount = 0;
    }
    return amounts;
}

Case randomCase(Random& random) {
    Case c;
    c.fabric = *buildFabric(randomMachine(random));
    c.state = *applyChanges(*c.fabric, randomFaults(*c.fabric, random));
    c.state.package = random.below(2) ? PackagePath::Link : PackagePath::Fabric;
    const int all = c.fabric->system().endpoints();
    c.ends = *endpointsOf(c.fabric->system(), {between(random, std::min(2, all), all),
                                               random.below(2) ? Placement::Packed : Placement::Scattered});
    c.out = randomAmounts(c.ends.size(), random);
    c.in = randomAmounts(c.ends.size(), random);
    c.overhead = random.below(2) ? Overhead{1.25, 1.5} : Overhead{};
    return c;
}

Traffic bundles(const Case& c) { return *byProduct(*c.fabric, c.state, c.ends, c.out, c.in, c.overhead); }
Traffic single(const Case& c) {
    double sum = 0;
    std::vector<Transfer> list;
    for (std::size_t i = 0; i < c.ends.size(); ++i)
        for (std::size_t j = 0; j < c.ends.size(); ++j)
            if (const double bytes = c.bytes(i, j); bytes > 0) {
                sum += bytes;
                list.push_back({c.fabric->id(ElementKind::Endpoint, c.ends[i]),
                                c.fabric->id(ElementKind::Endpoint, c.ends[j]), bytes, 1, 0,
                                Weighing::ByBytes});
            }
    for (Transfer& t : list)
        t.weight = t.bytes * static_cast<double>(list.size()) / sum;
    return singleFlows(*c.fabric, c.state, list, c.overhead, Routing::Spread);
}

Sharing held(const Traffic& traffic) {
    Sharing sharing;
    for (std::size_t f = 0; f < traffic.flows.size(); ++f) {
        sharing.rate.push_back(traffic.held[f].level * traffic.sharing.weightOf(f));
        sharing.limitedBy.push_back(traffic.held[f].by);
    }
    return sharing;
}

void expectSameLoads(const Case& c, const std::vector<double>& is, const std::vector<double>& expected,
                     const std::string& which) {
    for (std::uint32_t i = 0; i < is.size(); ++i)
        if (std::max(is[i], expected[i]) > 0) {
            ASSERT_NEAR(is[i] / expected[i], 1, 1e-9)
                << which << ", " << c.fabric->name(c.fabric->elementOf(linkOf(ChannelId(i))));
        }
}

// The least rate of a pair over all its planes.
double slowest(const Traffic& single, const Sharing& sharing) {
    std::vector<double> rate(single.pairs);
    for (std::size_t f = 0; f < single.flows.size(); ++f)
        rate[single.flows[f].pair] += sharing.rate[f];
    return *std::min_element(rate.begin(), rate.end());
}

TEST(ProductFlows, ABundleGoesAsFastAsItsSingleFlows) {
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        const Traffic bundled = bundles(c), alone = single(c);
        const std::string which = "seed " + std::to_string(seed);
        ASSERT_EQ(bundled.held.size(), bundled.flows.size()) << which;
        if (alone.flows.empty()) {
            ASSERT_TRUE(bundled.flows.empty()) << which;
            continue;
        }
        const Sharing known = held(bundled), rates = shareMaxMin(alone.sharing);
        ASSERT_EQ(certify(bundled.sharing, known), std::nullopt) << which;
        const std::vector<double> expected = channelLoads(*c.fabric, alone, rates);
        expectSameLoads(c, channelLoads(*c.fabric, bundled, known), expected, which + ", as known");
        expectSameLoads(c, channelLoads(*c.fabric, bundled, shareMaxMin(bundled.sharing)), expected,
                        which + ", shared anew");
        const StepRun run = StepRunner(*c.fabric).run(bundled);
        ASSERT_NEAR(run.slowestPair / slowest(alone, rates), 1, 1e-9) << which;
        if (HasFatalFailure())
            return;
    }
}

// What a channel has carried until a moment.
double carriedUntil(const StepRun& run, std::size_t channel, double time) {
    double sum = 0;
    for (const StepRun::Stretch& s : run.stretches)
        sum += static_cast<double>(s.loads->load()[channel]) * std::max(0.0, std::min(time, s.end) - s.start);
    return sum;
}

TEST(ProductFlows, BundlesEndWhenTheirSingleFlowsEnd) {
    // At most 64 ends: no stretch is merged, so the curves agree at any moment.
    for (std::uint64_t seed = 1; seed <= rounds / 6; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        const Traffic bundled = bundles(c), alone = single(c);
        if (alone.flows.empty())
            continue;
        const StepRun a = StepRunner(*c.fabric).run(bundled), b = StepRunner(*c.fabric).runByEvents(alone);
        ASSERT_NEAR(a.end / b.end, 1, 1e-9) << "seed " << seed;
        if (b.stretches.size() >= FluidRun::mostStretches)
            continue;
        for (const double part : {0.01, 0.1, 0.5, 1.0})
            for (std::size_t i = 0; i < c.fabric->channelCount(); ++i) {
                const double expected = carriedUntil(b, i, part * b.end);
                // Loads are kept as floats.
                ASSERT_NEAR(carriedUntil(a, i, part * b.end), expected, 1e-5 * expected + 1e-3)
                    << "seed " << seed << ", channel " << i << ", part " << part;
            }
    }
}

TEST(ProductFlows, TellWhoSendsAndWhatIsCutOffAsSingleFlowsDo) {
    for (std::uint64_t seed = 1; seed <= rounds / 2; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        const Traffic is = bundles(c);
        const Traffic expected = *byMatrix(
            *c.fabric, c.state, c.ends, [&](std::size_t i, std::size_t j) { return c.bytes(i, j); },
            c.overhead);
        ASSERT_EQ(is.joined, expected.joined) << "seed " << seed;
        ASSERT_EQ(is.undelivered.pairs, expected.undelivered.pairs) << "seed " << seed;
        ASSERT_EQ(is.undelivered.examples, expected.undelivered.examples) << "seed " << seed;
        const auto bytes = [](const Traffic& traffic) {
            return std::accumulate(traffic.flows.begin(), traffic.flows.end(), 0.0,
                                   [](double sum, const Flow& f) { return sum + f.bytes * f.members; });
        };
        ASSERT_NEAR(bytes(is), bytes(expected), 1e-12 * bytes(expected)) << "seed " << seed;
        for (const std::uint32_t a : c.ends)
            for (const std::uint32_t b : c.ends)
                ASSERT_NEAR(is.who->between(a, b), expected.who->between(a, b),
                            1e-12 * expected.who->between(a, b))
                    << "seed " << seed << ", " << a << " to " << b;
    }
}

TEST(ProductFlows, TheHottestDieIsOneBundle) {
    // 768 dies, Zipf of exponent 1: die 1 takes 1/H(768) = 0.138 of what each of 767 sends, 106 times as much
    // as a link brings in, and holds all of it: 767 pairs in each of seven planes, at a level of its own.
    const FabricPtr fabric = *buildFabric(cloudMatrix());
    const FabricState state = *applyChanges(*fabric, {});
    const std::vector<std::uint32_t> ends = *endpointsOf(fabric->system(), {});
    const std::vector<double> out(768, 1e6), in = zipfShares(768, 1);
    const Traffic traffic = *byProduct(*fabric, state, ends, out, in, {});
    ASSERT_FALSE(traffic.flows.empty());
    EXPECT_EQ(traffic.flows.front().members, 767 * 7);
    EXPECT_NEAR(traffic.flows.front().bytes, 1e6 * in[0] / 7, 1e-9);
    EXPECT_EQ(linkOf(traffic.channel[traffic.held.front().by]), fabric->endpointLink(0, 0));
    EXPECT_LE(traffic.flows.size(), 2 * 768u);
}

TEST(ProductFlows, RulesThatLookAtPairsGetThePairs) {
    const FabricPtr fabric = *buildFabric(smallMachine(3, 2, 1, 2, 2));
    const FabricState state = *applyChanges(*fabric, {});
    const std::vector<std::uint32_t> ends = *endpointsOf(fabric->system(), {});
    const std::vector<double> out(6, 1e6), in = zipfShares(6, 1);
    for (const Routing rule : {Routing::Hashed, Routing::PlanePerDestination, Routing::Adaptive})
        EXPECT_EQ(byProduct(*fabric, state, ends, out, in, {}, {Network::ScaleUp, rule, 1})->pairs, 6u * 5);
}

TEST(ProductFlows, StopWhenTheyAreTold) {
    const FabricPtr fabric = *buildFabric(cloudMatrix());
    const FabricState state = *applyChanges(*fabric, {});
    std::stop_source source;
    source.request_stop();
    const std::vector<double> ones(768, 1.0);
    EXPECT_FALSE(byProduct(*fabric, state, *endpointsOf(fabric->system(), {}), ones, ones, {}, {},
                           source.get_token()));
}

} // namespace
} // namespace supernode::test
