// SPDX-License-Identifier: GPL-3.0-or-later
// Random machines, faults, patterns and rules: classes against single flows, one channel at a time.
#include "model/base/random.h"
#include "model/fabric/fabric_state.h"
#include "model/simulation/fluid.h"
#include "tests/model/test_systems.h"
#include "tests/model/traffic/random_machines.h"
#include "tests/model/traffic/single_flows.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace supernode::test {
namespace {

constexpr int rounds = 1500;

struct Case {
    FabricPtr fabric;
    FabricState state;
    std::vector<std::uint32_t> ends;
    RolePattern pattern;
    std::vector<Transfer> list; // the same pair by pair
};

void listPairs(Case& c) {
    for (std::size_t a = 0; a < c.ends.size(); ++a)
        for (std::size_t b = 0; b < c.ends.size(); ++b)
            if (const Parcel& parcel =
                    c.pattern.parcels[c.pattern.roles[a] * c.pattern.count + c.pattern.roles[b]];
                a != b && parcel.bytes > 0)
                c.list.push_back({c.fabric->id(ElementKind::Endpoint, c.ends[a]),
                                  c.fabric->id(ElementKind::Endpoint, c.ends[b]), parcel.bytes, parcel.weight,
                                  0, parcel.weighing});
}

Case randomCase(Random& random) {
    Case c;
    c.fabric = *buildFabric(randomMachine(random));
    c.state = *applyChanges(*c.fabric, randomFaults(*c.fabric, random));
    c.state.package = random.below(2) ? PackagePath::Link : PackagePath::Fabric;
    const int all = c.fabric->system().endpoints();
    const Ranks ranks{between(random, std::min(2, all), all),
                      random.below(2) ? Placement::Packed : Placement::Scattered};
    c.ends = *endpointsOf(c.fabric->system(), ranks);
    const std::size_t n = c.ends.size();
    switch (random.below(3)) {
    case 0:
        c.pattern = uniformPattern(n, 1e6);
        break;
    case 1:
        c.pattern =
            hotspotPattern(n, random.below(static_cast<std::uint32_t>(n)), 1e6, 0.1 * random.below(10));
        break;
    default:
        c.pattern = handoverPattern(n / 2, n - n / 2, 1e6);
    }
    listPairs(c);
    return c;
}

constexpr Overhead wire{1.25, 1.5};

void expectSameLoads(const Case& c, const Traffic& classes, const Traffic& single, std::uint64_t seed) {
    ASSERT_EQ(classes.undelivered.pairs, single.undelivered.pairs) << "seed " << seed;
    ASSERT_DOUBLE_EQ(classes.joined, static_cast<double>(c.list.size() - single.undelivered.pairs))
        << "seed " << seed;
    const std::vector<double> a = channelLoads(*c.fabric, classes, shareMaxMin(classes.sharing));
    const std::vector<double> b = channelLoads(*c.fabric, single, shareMaxMin(single.sharing));
    for (std::size_t i = 0; i < a.size(); ++i)
        ASSERT_NEAR(a[i], b[i], 1e-8 * 28e9) << "seed " << seed << " channel " << i;
}

TEST(ClassTraffic, ClassesGiveTheRatesOfSingleFlows) {
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        for (const Routing rule : {Routing::Spread, Routing::PlanePerDestination}) {
            const RouteBy by{Network::ScaleUp, rule, seed};
            const Traffic single = singleFlows(*c.fabric, c.state, c.list, wire, rule);
            expectSameLoads(c, *byRoles(*c.fabric, c.state, c.ends, c.pattern, wire, by), single, seed);
            expectSameLoads(c, *transfers(*c.fabric, c.state, c.list, wire, by), single, seed);
            if (HasFatalFailure())
                return;
        }
    }
}

TEST(ClassTraffic, AHashIsTheSameForRolesAndForSingleTransfers) {
    for (std::uint64_t seed = 1; seed <= rounds / 5; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        const RouteBy by{Network::ScaleUp, Routing::Hashed, seed};
        expectSameLoads(c, *byRoles(*c.fabric, c.state, c.ends, c.pattern, wire, by),
                        *transfers(*c.fabric, c.state, c.list, wire, by), seed);
        if (HasFatalFailure())
            return;
    }
}

// The time in which the fullest channel would carry all that is offered, running all the while.
double fullest(const Traffic& traffic) {
    std::vector<double> bytes(traffic.sharing.resources());
    for (std::size_t f = 0; f < traffic.flows.size(); ++f)
        for (const Use use : traffic.usesOf(f))
            bytes[use.resource] += use.load * traffic.flows[f].bytes;
    double most = 0;
    for (std::size_t r = 0; r < bytes.size(); ++r)
        most = std::max(most, bytes[r] / traffic.sharing.capacity[r]);
    return most;
}

TEST(ClassTraffic, AdaptingIsNeverWorseThanSpreadingAndTheSameByClasses) {
    for (std::uint64_t seed = 1; seed <= rounds / 5; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        const RouteBy adaptive{Network::ScaleUp, Routing::Adaptive, seed};
        const Traffic classes = *byRoles(*c.fabric, c.state, c.ends, c.pattern, wire, adaptive);
        const double spread = fullest(*byRoles(*c.fabric, c.state, c.ends, c.pattern, wire));
        ASSERT_LE(fullest(classes), spread * (1 + 1e-9)) << "seed " << seed;
        const double single = fullest(*transfers(*c.fabric, c.state, c.list, wire, adaptive));
        ASSERT_NEAR(fullest(classes), single, 0.011 * single) << "seed " << seed;
    }
}

// What crosses the links of each end in the whole run, payload: out and in.
std::vector<double> carried(const Case& c, const Traffic& traffic) {
    const FluidRun run = runFluid(traffic);
    std::vector<double> bytes(traffic.sharing.resources()), of(c.ends.size() * 2);
    for (const Stretch& s : run.stretches)
        for (std::size_t f = 0; f < traffic.flows.size(); ++f)
            for (const Use use : traffic.usesOf(f))
                bytes[use.resource] += use.load / traffic.flows[f].overhead * s.rate[f] * (s.end - s.start);
    for (std::size_t i = 0; i < c.ends.size(); ++i)
        for (std::size_t p = 0; p < c.fabric->count(ElementKind::Plane); ++p)
            for (const Direction d : {Direction::Up, Direction::Down})
                if (const std::uint32_t r =
                        traffic.resourceOf[channelOf(c.fabric->endpointLink(c.ends[i], p), d).value];
                    r != Traffic::unused)
                    of[2 * i + (d == Direction::Down)] += bytes[r];
    // From the lower to the upper end of a link in a package is up.
    for (std::size_t i = 0; i < c.ends.size(); ++i)
        for (std::size_t j = 0; j < c.ends.size(); ++j)
            if (const LinkId link = c.fabric->dieLink(c.ends[i], c.ends[j]); link.valid())
                if (const std::uint32_t r =
                        traffic.resourceOf
                            [channelOf(link, c.ends[i] < c.ends[j] ? Direction::Up : Direction::Down).value];
                    r != Traffic::unused) {
                    of[2 * i] += bytes[r];
                    of[2 * j + 1] += bytes[r];
                }
    return of;
}

TEST(Patterns, BytesAreConserved) {
    // What each rank has to send to ranks that it can reach goes up its links, and comes down at theirs.
    for (std::uint64_t seed = 1; seed <= rounds / 10; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        std::vector<double> expected(c.ends.size() * 2);
        for (const Transfer& t : c.list) {
            if (!whyCut(*c.fabric, c.state, t.from, t.to).empty())
                continue;
            const auto rank = [&](ElementId end) {
                return std::find(c.ends.begin(), c.ends.end(), c.fabric->element(end).index) - c.ends.begin();
            };
            expected[static_cast<std::size_t>(2 * rank(t.from))] += t.bytes;
            expected[static_cast<std::size_t>(2 * rank(t.to) + 1)] += t.bytes;
        }
        for (const Routing rule :
             {Routing::Spread, Routing::Hashed, Routing::PlanePerDestination, Routing::Adaptive}) {
            const std::vector<double> is = carried(
                c, *byRoles(*c.fabric, c.state, c.ends, c.pattern, wire, {Network::ScaleUp, rule, seed}));
            for (std::size_t i = 0; i < is.size(); ++i)
                ASSERT_NEAR(is[i], expected[i], 1e-6 * (1 + expected[i]))
                    << "seed " << seed << " rule " << toWord(rule) << " entry " << i;
        }
    }
}

TEST(Routing, TellsOfEachPairWhetherItIsCut) {
    for (std::uint64_t seed = 1; seed <= rounds / 5; ++seed) {
        Random random(seed);
        const Case c = randomCase(random);
        std::size_t cut = 0;
        for (const Transfer& t : c.list)
            cut += !whyCut(*c.fabric, c.state, t.from, t.to).empty();
        ASSERT_EQ(cut, byRoles(*c.fabric, c.state, c.ends, c.pattern, wire)->undelivered.pairs)
            << "seed " << seed;
    }
}

} // namespace
} // namespace supernode::test
