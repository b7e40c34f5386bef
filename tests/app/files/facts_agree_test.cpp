// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of the built-in systems against the published facts that it names.
#include "app/files/builtin.h"
#include "model/evaluate.h"
#include "model/outcome/comparison.h"
#include "model/system/facts_of_system.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace supernode {
namespace {

struct Row {
    std::string path;
    Dimension dimension;
    Provenance from;
};

struct Collector {
    std::vector<Row>& rows;
    template <class Value>
    void operator()(std::string_view path, const Fact<Value>& fact) {
        rows.push_back({std::string(path), dimensionOf(fact.value), fact.from});
    }
    template <class Value>
    void operator()(std::string_view path, const std::optional<Fact<Value>>& fact) {
        if (fact)
            (*this)(path, *fact);
    }
};

std::vector<Row> rowsOf(const SystemSpec& system) {
    std::vector<Row> rows;
    visitFacts(system, Collector{rows});
    return rows;
}

// The fact says the same number, in the same unit or in one that measures the same.
bool saysTheSame(const Row& row, const PublishedFact& fact) {
    const double ours = row.from.shown * unitScale(row.dimension, row.from.unit).value_or(0);
    const double theirUnit =
        row.dimension == Dimension::Number ? 1 : unitScale(row.dimension, fact.unit).value_or(0);
    return std::any_of(fact.numbers.begin(), fact.numbers.end(), [&](double number) {
        return std::abs(number * theirUnit - ours) <= 1e-9 * std::abs(ours);
    });
}

class FactsAgree : public testing::Test {
protected:
    const FactTable table = builtinFacts();
    double fact(const char* id, std::size_t n = 0) const { return table.find(id)->numbers.at(n); }
    // Table 1 lists the value between nodes first, then the one inside a node.
    double between(const char* id) const { return fact(id, 0); }
    double inside(const char* id) const { return fact(id, 1); }

    // Numbers that no fact states outright, in the unit of the system file. Those taken from a text stand as
    // literals and quote the text beside them.
    std::map<std::string, double> cloudMatrixDerived() const {
        return {
            {"chip.hbm_stacks", fact("A1.10") / 16},                  // A1.10: 8 stacks x 16 GB
            {"fabric.tiers", 2},                                      // A3.13: two-tier fat tree
            {"fabric.spines_per_box", fact("A3.07") / fact("A3.08")}, // 112 / 56
            {"fabric.links_per_cable", fact("A3.05") * fact("A3.06") / fact("A2.12")}, // 7 x 16 / 56
            {"fabric.modules_per_cable", fact("A3.24") / fact("A3.28")},               // 5,376 / 2,688
            {"fabric.optical_tiers", 1},                                      // A3.51: L1-L2 copper or fibre
            {"scale_out.oversubscription", 384 / 384},                        // A3.31: 384 down/384 up
            {"scale_out.modules_per_chip", fact("A3.25") / fact("A3.01")},    // 1,536 / 384
            {"transfer.write_share", inside("A4.T1.2a") / fact("A1.16")},     // 137 / 196
            {"transfer.cpu_read_share", inside("A4.T1.3a") / fact("A2.04")},  // 151 / 160
            {"transfer.cpu_write_share", inside("A4.T1.4a") / fact("A2.04")}, // 110 / 160
            {"transfer.tier_share", meanTierShare()},
            {"transfer.access", inside("A4.T1.1b") - 2 * 0.1875},     // 1.2 - 2 hops
            {"transfer.cpu_access", inside("A4.T1.3b") - 2 * 0.1875}, // 1.0 - 2 hops
            {"transfer.write_extra", meanWriteExtra()},
            {"transfer.hop", (0.175 + 0.20) / 2},   // A4.T1.11: 0.175 and 0.20
            {"serving.step", 0.7},                  // A4.10: the middle of 0.6 to 0.8 ms
            {"serving.attention_cores", 200.0 / 3}, // A4.06: 16 of 24 matrix cores
            {"serving.cache_block", 128},           // A4.15: 128-512
            {"serving.cache_rate", 671.0 / 5 / 32}, // A4.T2.2: 671B INT8, ~5 s; A4.03: 32 dies
            {"collective.moe_scale", 512},          // A4.11: 7 KB data + 512 B scale
            {"compute.eight_bit_share", meanOfTable10()},
            {"compute.memory_share", 100 * fact("A4.T9.2", 0) / fact("A4.T9.2", 1)}, // 1,346 / 1,600
            {"hall.compute_racks", 12},                                              // A3.04: 12 + 4
            {"hall.switch_racks", 4},
            {"hall.rack_width", 600}, // A3.47: 2250 x 600 x 1150
            {"hall.rack_depth", 1150},
            {"hall.rack_height", 2250},
            {"hall.node_height", 352.8},            // A2.16: 352.8 x 536 x 900
            {"cost.price", 8.2},                    // A3.43: 8.2 M USD
            {"power.revised", 4.1 * fact("B3.04")}, // A3.37: close to 600, 4.1 x 145 kW
            {"power.box", 700},                     // A3.39: 1,200 W with optics / 700 W with copper cables
            {"power.module", (1200.0 - 700) / fact("A3.09")}, // the difference over 48 ports
            {"power.conversion", 0.965},                      // A3.48: 96.5% conversion
        };
    }
    std::map<std::string, double> nvl72Derived() const {
        return {
            {"chip.endpoints", 1},                      // a GPU is its own endpoint
            {"chip.eight_bit_dense", 360.0 / 72},       // B1.05: 720 / 360 PFLOPS a rack
            {"chip.four_bit_dense", 720.0 / 72},        // B1.06: 1,440 | 720
            {"chip.hbm_bandwidth", fact("B1.11") / 72}, // 576 / 72
            {"node.chips", 72 / fact("B2.01")},         // B1.01: 72 GPUs, 36 CPUs
            {"node.cpus", 36 / fact("B2.01")},
            {"node.cpu_memory", 17 / fact("B2.01")}, // B1.17: 17 TB
            {"scale_out.rate", 400},                 // B2.06: single-port 400G, one a GPU
            {"fabric.tiers", 1},                     // B2.05: one link to each chip
            {"fabric.spines_per_plane", 1},
            {"fabric.spines_per_box", fact("B2.03") / fact("B2.02")},       // 18 / 9
            {"fabric.link_rate", fact("B1.12") * 1000 / fact("B1.13") / 2}, // 1.8 TB/s / 18 / 2 directions
            {"transfer.read_share", fact("B4.06") / (fact("B1.12") * 1000 / 2)}, // 770 / 900
            {"transfer.write_share", fact("B4.06") / (fact("B1.12") * 1000 / 2)},
            {"fabric.in_switch_reduction", 1},              // B4.01 > B4.06
            {"collective.launch", fact("B4.08") - 6 * 1.1}, // a ring of 4 has 6 steps
            {"collective.step", (fact("B4.08") - 8.8) / 6},
            {"collective.share", ringSlope() / 900e9},
            {"collective.in_switch_share", switchSlope() / 900e9},
            {"compute.eight_bit_share", 100 * fact("B4.09") / 5000},  // B1.05: 360 PFLOPS / 72
            {"compute.four_bit_share", 100 * fact("B4.10") / 10'000}, // B1.06: 720 PFLOPS / 72
            {"hall.compute_racks", 1},                                // one rack
            {"hall.switch_racks", 0},
            {"hall.node_height", 44.45},            // B2.01: 1RU
            {"hall.box_height", 44.45},             // B2.02: 1RU
            {"cost.price", 3.1},                    // B3.07: 3.1 M rack
            {"power.box", 75 * 72 / fact("B2.02")}, // A3.40: 159 vs 75 W a GPU, 72 GPUs over 9 trays
        };
    }

    double meanTierShare() const {
        double sum = 0;
        for (const char* id : {"A4.T1.1a", "A4.T1.2a", "A4.T1.3a", "A4.T1.4a"})
            sum += between(id) / inside(id);
        return sum / 4;
    }
    double meanOfTable10() const {
        double sum = 0;
        for (const char* n : {"1", "2", "3", "4", "5", "6"})
            sum += fact((std::string("A4.T10.") + n).c_str(), 1);
        return sum / 6;
    }
    double meanWriteExtra() const {
        return (inside("A4.T1.2b") - inside("A4.T1.1b") + inside("A4.T1.4b") - inside("A4.T1.3b")) / 2;
    }

    // Fitted to results of a whole workload, which their note names; CaseRun holds it to them.
    bool fittedToCases(const Row& row) const {
        const std::vector<PublishedCase> cases = builtinCases();
        return row.from.grade == Grade::Fitted &&
               std::any_of(cases.begin(), cases.end(), [&](const PublishedCase& c) {
                   return c.role == CaseRole::Calibration && row.from.note.find(c.id) != std::string::npos;
               });
    }
    // Time of an all-reduce of n ranks from its bus bandwidth, in seconds.
    static double allReduce(double ranks, double bytes, double bus) {
        return bytes * 2 * (ranks - 1) / ranks / (bus * 1e9);
    }
    // Bus bandwidth of the 4 GPUs between 1 and 8 GiB, in bytes per second.
    double ringSlope() const {
        const double gib = 1073741824.0;
        const double more = allReduce(4, 8 * gib, fact("B4.07", 0)) - allReduce(4, gib, fact("B4.07", 1));
        return 7 * gib * 1.5 / more;
    }
    // The switches carry each byte up and down, and a rank's part of the result once more.
    double switchSlope() const {
        const double gib = 1073741824.0;
        const double more = allReduce(72, 8 * gib, fact("B4.01")) - allReduce(72, gib / 2, fact("B4.05"));
        return 7.5 * gib * 73 / 72 / more;
    }

    void expectAgreement(const SystemSpec& system, std::map<std::string, double> derived) {
        for (const Row& row : rowsOf(system)) {
            if (row.from.grade == Grade::Assumption) {
                EXPECT_TRUE(row.from.id.empty()) << row.path;
                EXPECT_FALSE(row.from.note.empty()) << row.path << " says why it is assumed";
                continue;
            }
            if (fittedToCases(row))
                continue;
            const PublishedFact* published = table.find(row.from.id);
            ASSERT_TRUE(published) << row.path << " names " << row.from.id;
            if (saysTheSame(row, *published)) {
                EXPECT_FALSE(derived.contains(row.path)) << row.path << " needs no derivation";
                EXPECT_EQ(row.from.source, published->source) << row.path;
                EXPECT_EQ(row.from.grade, published->grade) << row.path;
                continue;
            }
            ASSERT_TRUE(derived.contains(row.path)) << row.path << ": " << published->value;
            // Derived numbers are written with at least three digits.
            EXPECT_NEAR(row.from.shown, derived.at(row.path), 6e-4 * derived.at(row.path) + 1e-12)
                << row.path;
            derived.erase(row.path);
        }
        for (const auto& [path, value] : derived)
            ADD_FAILURE() << path << " is derived here, but its fact states it";
    }
};

TEST_F(FactsAgree, CloudMatrixFollowsThePublishedFacts) {
    expectAgreement(*builtinSystem("cloudmatrix384"), cloudMatrixDerived());
}

TEST_F(FactsAgree, Nvl72FollowsThePublishedFacts) {
    expectAgreement(*builtinSystem("gb200-nvl72"), nvl72Derived());
}

// What other documents print, against the facts that they name. Those whose fact is a text or another
// quantity stand here with their derivation.
TEST_F(FactsAgree, OtherDocumentsSayWhatIsQuoted) {
    std::map<std::pair<std::string, double>, double> derived{
        {{"chip.eight_bit_dense", 2108}, 2 * fact("A1.09")}, // 1,054 a die
        {{"cost.price", 20.5}, fact("A3.44") * 8.2 / 60},    // 150 M yuan; A3.43: 8.2 M USD (60 M yuan)
        {{"cost.price", 3}, 3},                              // E.12: 60 M yuan (8.2 M USD) vs 3 M USD
        {{"cost.price", 3.9}, 3.9}};                         // B3.07: 3.1 M rack / 3.9 M all-in
    for (const SystemPtr& system : builtinSystems())
        for (const Row& row : rowsOf(*system)) {
            const auto also = system->alsoPublished.find(row.path);
            if (also == system->alsoPublished.end())
                continue;
            for (const Provenance& other : also->second) {
                const PublishedFact* published = table.find(other.id);
                ASSERT_TRUE(published) << row.path << " names " << other.id;
                EXPECT_EQ(other.source, published->source) << row.path;
                EXPECT_EQ(other.grade, published->grade) << row.path;
                EXPECT_NE(other.shown, row.from.shown) << row.path << ": no other value";
                if (saysTheSame({row.path, row.dimension, other}, *published))
                    continue;
                const auto made = derived.find({row.path, other.shown});
                ASSERT_NE(made, derived.end()) << row.path << " " << other.shown;
                EXPECT_NEAR(other.shown, made->second, 1e-9) << row.path;
            }
        }
}

// Each number of the data sheet, over each owner: exchanging the fact in the machine gives the same.
TEST_F(FactsAgree, AnotherPublishedValueMovesTheNumberAsTheModelWould) {
    const auto sheetOf = [](SystemSpec system) {
        return *evaluate({std::make_shared<const SystemSpec>(std::move(system)), {}, Specification{}});
    };
    int tried = 0;
    for (const SystemPtr& system : {builtinSystem("cloudmatrix384"), builtinSystem("gb200-nvl72")}) {
        const OutcomePtr sheet = sheetOf(*system);
        for (const Per per : {Per::System, Per::Chip, Per::Kilowatt, Per::Rack, Per::Dollar})
            for (const Metric& metric : sheet->metrics) {
                if (metric.grade == Grade::Modelled)
                    continue;
                for (const OtherValue& other : otherValues(*system, metric, per, *system)) {
                    const OutcomePtr moved = sheetOf(*withFact(*system, other.path, other.from.shown));
                    const SystemSpec& changed = *moved->scenario.system;
                    const double expected = perOf(changed, *moved->metric(metric.id), per, changed).value;
                    EXPECT_NEAR(other.value, expected, 1e-9 * expected) << metric.id << " " << other.path;
                    ++tried;
                }
            }
    }
    EXPECT_GT(tried, 100);
    const SystemPtr own = builtinSystem("cloudmatrix384");
    const OutcomePtr sheet = sheetOf(*own);
    EXPECT_TRUE(otherValues(*own, *sheet->metric("typical_power"), Per::Kilowatt, *own).empty())
        << "1 kW a kW, whoever is right";
}

TEST_F(FactsAgree, SourcesAreTheSameDocumentsInBothPlaces) {
    for (const SystemPtr& system : builtinSystems())
        for (const auto& [key, source] : system->sources)
            EXPECT_EQ(source, table.sources.at(key)) << key;
}

TEST_F(FactsAgree, NoFactShipsAQuotation) {
    for (const PublishedFact& fact : table.facts)
        EXPECT_EQ(fact.value.find_first_of("\"'"), std::string::npos) << fact.id << " " << fact.value;
}

// Table 1, 512 B: 2 switch traversals of a round trip inside a node, 6 between nodes.
TEST_F(FactsAgree, TheLatencyConstantsGiveTable1WithinFourPercent) {
    const TransferSpec t = builtinSystem("cloudmatrix384")->transfer;
    struct Case {
        const char* id;
        Duration access;
        Duration extra;
    };
    const Duration none, write = t.writeExtra->value;
    for (const Case& c :
         {Case{"A4.T1.1b", t.access->value, none}, Case{"A4.T1.2b", t.access->value, write},
          Case{"A4.T1.3b", t.cpuAccess->value, none}, Case{"A4.T1.4b", t.cpuAccess->value, write}}) {
        const double start = (c.access + c.extra).base() * 1e6, hop = t.hop->value.base() * 1e6;
        EXPECT_NEAR(start + 2 * hop, inside(c.id), 0.04 * inside(c.id)) << c.id;
        EXPECT_NEAR(start + 6 * hop, between(c.id), 0.04 * between(c.id)) << c.id;
    }
}

} // namespace
} // namespace supernode
