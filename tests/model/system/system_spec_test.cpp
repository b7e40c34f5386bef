// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/system/facts_of_system.h"
#include "tests/model/test_systems.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace supernode::test {
namespace {

// The first issue's field after a mutation; "" when the machine is accepted.
template <class Mutate>
std::string fieldRefused(Mutate mutate) {
    SystemSpec s = *cloudMatrix();
    mutate(s);
    const std::vector<Issue> issues = check(s);
    return issues.empty() ? "" : issues.front().field;
}

TEST(SystemSpec, TheTwoMachinesAreAccepted) {
    EXPECT_TRUE(check(*cloudMatrix()).empty());
    EXPECT_TRUE(check(*nvl72()).empty());
}

TEST(SystemSpec, ImpossibleNumbersAreRefusedByField) {
    using L = std::numeric_limits<double>;
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.linkRate.value = Bandwidth(); }), "fabric.link_rate");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.linkRate.value = bytesPerSecond(-1); }),
              "fabric.link_rate");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.linkRate.value = bytesPerSecond(L::quiet_NaN()); }),
              "fabric.link_rate");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.linkRate.value = bytesPerSecond(L::infinity()); }),
              "fabric.link_rate");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.node.nodes.value = 1'000'000'000; }), "node.count");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.node.nodes.value = 900'000; }), "node.count");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.planes.value = 0; }), "fabric.planes");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.planes.value = 65; }), "fabric.planes");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.tiers.value = 4; }), "fabric.tiers");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.transfer.readShare->value = ratio(1.5); }),
              "transfer.read_share");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.hall.computeRacks.value = 1; }), "hall.compute_racks");
}

TEST(SystemSpec, FabricsThatCannotBeWiredAreRefusedByField) {
    const auto count = [](int n) {
        return Count{n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}};
    };
    const auto threeTiers = [&](SystemSpec& s, int pods, int cores) {
        s.fabric.tiers = count(3);
        s.fabric.pods = count(pods);
        s.fabric.coresPerSpine = count(cores);
    };
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { threeTiers(s, 5, 2); }), "fabric.pods") << "48 nodes, 5 pods";
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { threeTiers(s, 0, 2); }), "fabric.pods");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { threeTiers(s, 4, 0); }), "fabric.cores_per_spine");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { threeTiers(s, 4, 5000); }), "fabric.cores_per_spine");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.tiers = count(3); }), "fabric.pods") << "missing";
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.pods = count(2); }), "fabric.pods") << "two tiers";
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.uplinksPerLeaf = count(15); }),
              "fabric.uplinks_per_leaf");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.modulesPerCable = count(3); }),
              "fabric.modules_per_cable");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.linksPerCable.reset(); }),
              "fabric.modules_per_cable");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.opticalTiers = count(2); }), "fabric.optical_tiers");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.opticalTiers = count(0); }), "");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) {
                  s.fabric.opticalTiers = count(1);
                  s.fabric.linksPerCable.reset();
                  s.fabric.modulesPerCable.reset();
              }),
              "fabric.optical_tiers");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.spinesPerBox.value = 3; }),
              "fabric.links_per_cable");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.chip.endpoints.value = 1; }), "fabric.die_link");
}

TEST(SystemSpec, NetworksThatJoinNothingAreRefusedByField) {
    const auto count = [](int n) {
        return Count{n, {static_cast<double>(n), "of them", Grade::Assumption, "", "", ""}};
    };
    const auto alone = [&](SystemSpec& s) {
        s.fabric.supernodes = count(2);
        s.scaleOut.reset();
    };
    EXPECT_EQ(fieldRefused(alone), "fabric.supernodes") << "a loose end";
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.supernodes = count(0); }), "fabric.supernodes");
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.supernodes = count(86); }), "fabric.supernodes")
        << "66,048 dies";
    EXPECT_EQ(fieldRefused([&](SystemSpec& s) { s.fabric.supernodes = count(1'000'000); }),
              "fabric.supernodes");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.scaleOut->rate.value = Bandwidth(); }), "scale_out.rate");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.vpc->rate.value = bytesPerSecond(-1); }), "vpc.rate");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) { s.fabric.dieLink->value = Bandwidth(); }), "fabric.die_link");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) {
                  s.scaleOut->oversubscription = Fact<Ratio>{ratio(0.5), {}};
              }),
              "scale_out.oversubscription");
    EXPECT_EQ(fieldRefused([](SystemSpec& s) {
                  s.scaleOut->oversubscription = Fact<Ratio>{ratio(4), {}};
              }),
              "");
}

TEST(SystemSpec, EachIssueSaysWhatIsWrongAndWhatWouldBeRight) {
    SystemSpec s = *cloudMatrix();
    s.fabric.planes.value = 65;
    const std::string sentence = toSentence(check(s).front());
    EXPECT_NE(sentence.find("fabric.planes: 65"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("64"), std::string::npos) << sentence;
}

TEST(SystemSpec, AFactCanBeSetInItsOwnUnit) {
    // 200 Gbit/s = 25 GB/s, and what a person typed is an assumption.
    const Result<SystemSpec> changed = withFact(*cloudMatrix(), "fabric.link_rate", 200);
    ASSERT_TRUE(changed);
    EXPECT_DOUBLE_EQ(changed->linkRate().base(), 25e9);
    EXPECT_EQ(changed->fabric.linkRate.from.grade, Grade::Assumption);
}

TEST(SystemSpec, AFactThatDoesNotExistCannotBeSet) {
    EXPECT_FALSE(withFact(*cloudMatrix(), "fabric.colour", 1));
    EXPECT_FALSE(withFact(*nvl72(), "fabric.cpu_bandwidth", 1));
    EXPECT_FALSE(withFact(*cloudMatrix(), "node.count", 1.5));
    EXPECT_FALSE(withFact(*cloudMatrix(), "node.count", -1));
}

TEST(SystemSpec, UnitsBelongToTheirDimension) {
    EXPECT_DOUBLE_EQ(unitScale(Dimension::Rate, "Gbit/s").value(), 1e9 / 8);
    EXPECT_FALSE(unitScale(Dimension::Rate, "GB"));
    EXPECT_NE(allowedUnits(Dimension::Rate).find("GB/s"), std::string::npos);
}

} // namespace
} // namespace supernode::test
