// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/benchmarks.h"

#include "app/files/builtin.h"
#include "app/files/case_run.h"
#include "app/files/open_scenario.h"
#include "model/evaluate.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace supernode {
namespace {

constexpr const char* model = "deepseek-r1";

QString tr(const char* text) { return QCoreApplication::translate("supernode", text); }

// What the board calls a number, and the kinds of work whose errors stand beside it.
struct Words {
    const char *id, *title, *note;
    std::array<const char*, 2> kinds;
};
constexpr std::array<Words, 5> words{{{"all_reduce",
                                       QT_TRANSLATE_NOOP("supernode", "All-reduce 512 MiB"),
                                       QT_TRANSLATE_NOOP("supernode", "bus bandwidth of a rank"),
                                       {"all-reduce", ""}},
                                      {"experts",
                                       QT_TRANSLATE_NOOP("supernode", "Dispatch and combine"),
                                       QT_TRANSLATE_NOOP("supernode", "64 ranks, 128 tokens"),
                                       {"moe-dispatch", "moe-combine"}},
                                      {"decode",
                                       QT_TRANSLATE_NOOP("supernode", "Decode"),
                                       QT_TRANSLATE_NOOP("supernode", "DeepSeek-R1, 50 ms a token"),
                                       {"decode", ""}},
                                      {"prefill",
                                       QT_TRANSLATE_NOOP("supernode", "Prefill"),
                                       QT_TRANSLATE_NOOP("supernode", "DeepSeek-R1, 4,096 tokens"),
                                       {"prefill", ""}},
                                      {"energy",
                                       QT_TRANSLATE_NOOP("supernode", "Energy per token"),
                                       QT_TRANSLATE_NOOP("supernode", "of that decode"),
                                       {"decode", ""}}}};

// Asks one machine several things, its wiring at hand.
class Machine {
public:
    explicit Machine(const Scenario& scenario) : m_scenario(scenario) {}

    // Null where the machine cannot do it.
    OutcomePtr ask(const Workload& workload) {
        Scenario scenario = m_scenario;
        scenario.workload = workload;
        const Result<Scenario> whole = withModel(std::move(scenario));
        const Result<OutcomePtr> answer =
            whole ? evaluate(*whole, m_last.get()) : Result<OutcomePtr>::refused(whole.issues());
        if (!answer) {
            m_why = answer.issues().front().reason;
            return nullptr;
        }
        m_last = *answer;
        return m_last;
    }
    std::optional<Metric> metric(const Workload& workload, const char* id) {
        const OutcomePtr outcome = ask(workload);
        const Metric* const found = outcome ? outcome->metric(id) : nullptr;
        return found ? std::optional(*found) : std::nullopt;
    }
    std::string takeWhy() { return std::exchange(m_why, {}); }
    const SystemSpec& system() const { return *m_scenario.system; }
    Precision eightBit() const {
        return system().chip.fourBit ? Precision::Fp8 : Precision::Int8; // who has FP4 has FP8
    }

private:
    const Scenario& m_scenario;
    OutcomePtr m_last;
    std::string m_why;
};

std::optional<Metric> allReduce(Machine& machine) {
    AllReduce w;
    w.operation = Operation::Write;
    w.bytes = mebibytes(512);
    return machine.metric(w, "bus_bandwidth");
}

std::optional<Metric> exchange(Machine& machine) {
    MoeDispatch there;
    there.route.ranks.count = 64;
    there.route.tokensPerRank = 128;
    there.element = machine.eightBit() == Precision::Fp8 ? ElementFormat::Fp8 : ElementFormat::Int8;
    MoeCombine back;
    back.route = there.route;
    std::optional<Metric> sum = machine.metric(there, "time");
    const std::optional<Metric> more = machine.metric(back, "time");
    if (!sum || !more)
        return std::nullopt;
    sum->value += more->value;
    return sum;
}

// The decode with as many requests a chip as get their tokens in time.
OutcomePtr decode(Machine& machine) {
    Decode w;
    w.model = model;
    w.chips = 0;
    w.precision = machine.eightBit();
    w.contextTokens = 4096;
    w.outputTokens = 256;
    w.mtpAcceptance.reset();
    const auto inTime = [](const OutcomePtr& outcome) {
        return outcome && outcome->metric("time_per_output_token")->value <= tokenLimitMs;
    };
    w.batchPerChip = 0; // the largest that fits
    OutcomePtr best = machine.ask(w);
    if (!best || inTime(best))
        return best;
    int low = 0, high = static_cast<int>(best->metric("batch_per_chip")->value);
    best = nullptr;
    while (high - low > 1) {
        w.batchPerChip = (low + high) / 2;
        if (const OutcomePtr outcome = machine.ask(w); inTime(outcome)) {
            best = outcome;
            low = w.batchPerChip;
        } else {
            high = w.batchPerChip;
        }
    }
    return best;
}

std::optional<Metric> prefill(Machine& machine) {
    Prefill w;
    w.model = model;
    w.precision = machine.eightBit();
    w.promptTokens = 4096;
    w.tokensPerChip = 16384;
    w.chips = 16;
    std::optional<Metric> each = machine.metric(w, "tokens_per_second_per_chip");
    if (!each)
        return std::nullopt;
    each->value *= machine.system().chips();
    each->per = "system";
    return each;
}

} // namespace

std::vector<BenchmarkNumber> benchmarksOf(const Scenario& scenario) {
    Machine machine(scenario);
    std::vector<BenchmarkNumber> numbers;
    const auto add = [&](std::optional<Metric> metric) {
        numbers.push_back({std::move(metric), machine.takeWhy()});
    };
    add(allReduce(machine));
    add(exchange(machine));
    const OutcomePtr decoding = decode(machine);
    std::string whyNot = machine.takeWhy();
    if (!decoding && whyNot.empty())
        whyNot = "no batch answers a token within 50 ms";
    const auto addDecode = [&](const char* id) {
        const Metric* const found = decoding ? decoding->metric(id) : nullptr;
        numbers.push_back({found ? std::optional(*found) : std::nullopt, found ? std::string() : whyNot});
    };
    addDecode("throughput");
    add(prefill(machine));
    addDecode("energy_per_token");
    return numbers;
}

std::vector<std::pair<std::string, double>> knownErrors() {
    std::map<std::string, double> largest;
    for (const CaseResult& result : runCases(builtinCases()))
        if (result.ran() && result.published.workload) {
            double& most = largest[std::string(kindOf(*result.published.workload))];
            most = std::max(most, std::abs(result.error));
        }
    return {largest.begin(), largest.end()};
}

std::vector<Benchmark> benchmarks(const Scenario& left, const Scenario& right) {
    const std::vector<BenchmarkNumber> mine = benchmarksOf(left), theirs = benchmarksOf(right);
    const std::vector<std::pair<std::string, double>> errors = knownErrors();
    std::vector<Benchmark> both;
    for (std::size_t i = 0; i < words.size(); ++i) {
        Benchmark b{QString::fromUtf8(words[i].id),
                    tr(words[i].title),
                    tr(words[i].note),
                    mine[i].metric,
                    theirs[i].metric,
                    QString::fromStdString(mine[i].metric ? theirs[i].why : mine[i].why)};
        for (const auto& [kind, error] : errors)
            if (std::find(words[i].kinds.begin(), words[i].kinds.end(), kind) != words[i].kinds.end())
                b.error = std::max(b.error, error);
        both.push_back(std::move(b));
    }
    return both;
}

} // namespace supernode
