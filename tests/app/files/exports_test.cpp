// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/exports.h"

#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>

namespace supernode {
namespace {

OutcomePtr answerTo(const char* preset) { return *evaluate(*openScenario(preset)); }

std::size_t timesIn(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++times;
    return times;
}

// Tags that open and close in turn: as much as a parser asks of a well-formed text without mixed quotes.
void expectWellFormed(const std::string& xml) {
    static const std::regex tag(
        R"(<(/?)([A-Za-z_]+)((?:\s+[A-Za-z_.:]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)\s*(/?)>)");
    std::vector<std::string> open;
    std::size_t tags = 0;
    for (std::sregex_iterator it(xml.begin(), xml.end(), tag), end; it != end; ++it, ++tags) {
        if ((*it)[1].length() > 0) {
            ASSERT_FALSE(open.empty());
            ASSERT_EQ(open.back(), (*it)[2]);
            open.pop_back();
        } else if ((*it)[4].length() == 0)
            open.push_back((*it)[2]);
    }
    EXPECT_TRUE(open.empty());
    // Each "<" that is not the declaration or the document type begins one of these tags.
    EXPECT_EQ(tags, timesIn(xml, "<") - timesIn(xml, "<?") - timesIn(xml, "<!"));
}

TEST(Exports, TheTraceHoldsEveryPhase) {
    for (const char* preset : {"all-to-all", "moe-decode", "serving", "training-step-experts"}) {
        const OutcomePtr outcome = answerTo(preset);
        const auto trace = nlohmann::json::parse(chromeTrace(*outcome));
        std::size_t phases = 0;
        double last = 0;
        std::map<int, std::vector<std::pair<double, double>>> threads;
        for (const auto& event : trace["traceEvents"]) {
            if (event["ph"] != "X")
                continue;
            ++phases;
            const double start = event["ts"], end = start + event["dur"].get<double>();
            last = std::max(last, end);
            threads[event["tid"]].emplace_back(start, end);
        }
        for (auto& [thread, spans] : threads) {
            std::sort(spans.begin(), spans.end());
            for (std::size_t i = 1; i < spans.size(); ++i) // to a thousandth of a microsecond
                ASSERT_LE(spans[i - 1].second, spans[i].first + 1e-3) << preset << ", thread " << thread;
        }
        EXPECT_GE(phases, outcome->phases.size()) << preset;
        EXPECT_NEAR(last, outcome->end.base() * 1e6, outcome->end.base() * 1e6 * 1e-6) << preset;
    }
}

// A plane of seven cut: its 16 second-tier chips and 48 first-tier chips stand, dead, in the graph.
TEST(Exports, TheGraphIsTheFabric) {
    const OutcomePtr outcome = answerTo("all-to-all-plane-3-failed");
    const std::string xml = graphMl(*outcome);
    expectWellFormed(xml);
    EXPECT_EQ(timesIn(xml, "<edge "), outcome->fabric->linkCount());
    EXPECT_EQ(timesIn(xml, "<data key=\"alive\">false"), 16u + 48u);
    EXPECT_EQ(timesIn(xml, "<data key=\"kind\">endpoint<"), 768u);
}

TEST(Exports, ThePlatformIsWellFormedAndLeavesOutWhatIsFailed) {
    const OutcomePtr outcome = answerTo("all-to-all-plane-3-failed");
    const std::string xml = simgridPlatform(*outcome);
    expectWellFormed(xml);
    EXPECT_EQ(timesIn(xml, "<host "), 768u + 192u);
    EXPECT_EQ(xml.find("plane 3"), std::string::npos);
}

// Seven links of 28 GB/s, and as much beyond the node: 16 uplinks of 28 GB/s for 16 dies in each plane.
TEST(Exports, TheNetworkOfAstraSimHasTheRateOfAnEndpoint) {
    const auto files = astraSim(*answerTo("all-to-all"));
    EXPECT_NE(files.at("network.yml").find("npus_count: [ 16, 48 ]\nbandwidth: [ 196"), std::string::npos)
        << files.at("network.yml");
    for (const char* name : {"system.json", "memory.json"})
        EXPECT_TRUE(nlohmann::json::accept(files.at(name))) << name;
    EXPECT_EQ(nlohmann::json::parse(files.at("system.json"))["all-to-all-implementation"].size(), 2u);
}

TEST(Exports, EveryLinkHasItsLine) {
    const OutcomePtr outcome = answerTo("all-to-all");
    const std::string csv = linkTable(*outcome);
    EXPECT_EQ(timesIn(csv, "\n"), outcome->fabric->linkCount() + 1);
    EXPECT_NE(csv.find("\nlink node 1 npu 1 die 1 plane 1,endpoint-leaf,1,28,28,1,"), std::string::npos)
        << csv.substr(0, 300);
}

} // namespace
} // namespace supernode
