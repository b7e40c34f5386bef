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
constexpr std::array<Words, 8> words{{{"latency",
                                       QT_TRANSLATE_NOOP("supernode", "Latency"),
                                       QT_TRANSLATE_NOOP("supernode", "read of 512 B, another node"),
                                       {"point-to-point", ""}},
                                      {"all_reduce",
                                       QT_TRANSLATE_NOOP("supernode", "All-reduce 512 MiB"),
                                       QT_TRANSLATE_NOOP("supernode", "bus bandwidth of a rank"),
                                       {"all-reduce", ""}},
                                      {"experts",
                                       QT_TRANSLATE_NOOP("supernode", "Dispatch + combine"),
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
                                      {"decode_energy",
                                       QT_TRANSLATE_NOOP("supernode", "Energy per token"),
                                       QT_TRANSLATE_NOOP("supernode", "of that decode"),
                                       {"decode", ""}},
                                      {"serving",
                                       QT_TRANSLATE_NOOP("supernode", "Serving goodput"),
                                       QT_TRANSLATE_NOOP("supernode", "90 % in 4 s, then 50 ms a token"),
                                       {"decode", "prefill"}},
                                      {"training",
                                       QT_TRANSLATE_NOOP("supernode", "Training"),
                                       QT_TRANSLATE_NOOP("supernode", "Llama 3 70B, BF16"),
                                       {"training-step", ""}}}};

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
    // A number that is a metric of one answer.
    BenchmarkNumber number(const Workload& workload, const char* id) {
        BenchmarkNumber number{metric(workload, id)};
        number.parts = {part({}, id)};
        return number;
    }
    // What was asked last, as a part of a number.
    NumberPart part(const QString& name, const char* id) const {
        return m_last ? NumberPart{name, m_last->scenario, id} : NumberPart{name, m_scenario, id};
    }
    const SystemSpec& system() const { return *m_scenario.system; }
    Precision eightBit() const {
        return system().chip.fourBit ? Precision::Fp8 : Precision::Int8; // who has FP4 has FP8
    }

private:
    const Scenario& m_scenario;
    OutcomePtr m_last;
    std::string m_why;
};

// A read so small that its bytes hardly count. What was never published cannot be modelled.
BenchmarkNumber latency(Machine& machine) {
    const TransferSpec& known = machine.system().transfer;
    if (!known.access && !known.hop)
        return {std::nullopt, tr("no latency is published for %1")
                                  .arg(QString::fromStdString(machine.system().name))
                                  .toStdString()};
    PointToPoint w;
    w.operation = Operation::Read;
    w.bytes = bytes(512);
    return machine.number(w, "time");
}

BenchmarkNumber allReduce(Machine& machine) {
    AllReduce w;
    w.operation = Operation::Write;
    w.bytes = mebibytes(512);
    return machine.number(w, "bus_bandwidth");
}

BenchmarkNumber exchange(Machine& machine) {
    MoeDispatch there;
    there.route.ranks.count = 64;
    there.route.tokensPerRank = 128;
    there.element = machine.eightBit() == Precision::Fp8 ? ElementFormat::Fp8 : ElementFormat::Int8;
    MoeCombine back;
    back.route = there.route;
    BenchmarkNumber number{machine.metric(there, "time")};
    number.parts = {machine.part(tr("dispatch"), "time")};
    const std::optional<Metric> more = machine.metric(back, "time");
    number.parts.push_back(machine.part(tr("combine"), "time"));
    if (!number.metric || !more)
        return {};
    Metric& sum = *number.metric;
    sum.formula = "dispatch + combine";
    sum.terms = {{"dispatch", sum.value, sum.unit, sum.grade},
                 {"combine", more->value, more->unit, more->grade}};
    sum.value += more->value;
    return number;
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

BenchmarkNumber prefill(Machine& machine) {
    Prefill w;
    w.model = model;
    w.precision = machine.eightBit();
    w.promptTokens = 4096;
    w.tokensPerChip = 16384;
    w.chips = 16;
    BenchmarkNumber number{machine.metric(w, "tokens_per_second_per_chip")};
    if (!number.metric)
        return number;
    number.parts = {machine.part({}, "tokens_per_second_per_chip")};
    Metric& each = *number.metric;
    const SystemSpec& s = machine.system();
    each.formula = "tokens per second and chip x chips";
    each.terms = {{"tokens per second and chip", each.value, each.unit, each.grade},
                  {"chips", static_cast<double>(s.chips()), "chips", s.node.chips.from.grade, "node.chips"}};
    each.value *= s.chips();
    each.per = "system";
    return number;
}

// In the split of all chips into instances that can take most arrivals: as many as leave nine tenths in time.
BenchmarkNumber serving(Machine& machine) {
    Serving w;
    w.model = model;
    w.precision = machine.eightBit();
    w.prefillChips = 8;
    w.decodeChips = 32;
    w.transferNetwork = Network::ScaleUp;
    w.firstTokenLimitMs = 4000;
    w.outputTokenLimitMs = tokenLimitMs;
    w.arrivalsPerSecond = 1; // any that is stable tells the most that is
    const int chips = machine.system().chips();
    Serving best = w;
    double most = 0;
    for (w.decodeInstances = 1; w.decodeInstances * w.decodeChips < chips; ++w.decodeInstances) {
        w.prefillInstances = (chips - w.decodeInstances * w.decodeChips) / w.prefillChips;
        if (w.prefillInstances < 1)
            break;
        const std::optional<Metric> rate = machine.metric(w, "stable_rate");
        if (rate && rate->value > most) {
            most = rate->value;
            best = w;
        }
    }
    std::string why = machine.takeWhy(); // of the last split that failed
    if (most <= 0 && !why.empty())
        return {std::nullopt, std::move(why)};
    if (most <= 0)
        return {std::nullopt,
                tr("serving takes a prefill instance of 8 chips and a decode instance of 32 at least")
                    .toStdString()};
    BenchmarkNumber number;
    double low = 0, high = most;
    while (high - low > 0.01 * most) {
        best.arrivalsPerSecond = (low + high) / 2;
        BenchmarkNumber good = machine.number(best, "goodput");
        if (good.metric && good.metric->value >= inTimeShare * best.arrivalsPerSecond) {
            number = std::move(good);
            low = best.arrivalsPerSecond;
        } else {
            high = best.arrivalsPerSecond;
        }
    }
    if (!number.metric)
        number.why = tr("too many requests miss the limits at any rate of arrivals").toStdString();
    return number;
}

BenchmarkNumber training(Machine& machine) {
    TrainingStep w;
    w.model = "llama-3-70b";
    w.sequenceTokens = 8192;
    w.globalBatch = 1152; // shared evenly by 9 and by 96 data ranks
    w.tensorParallel = 8;
    w.pipelineParallel = 1;
    w.optimizer = OptimizerState::FullySharded;
    return machine.number(w, "throughput");
}

} // namespace

std::vector<BenchmarkNumber> benchmarksOf(const Scenario& scenario) {
    Machine machine(scenario);
    std::vector<BenchmarkNumber> numbers;
    const auto add = [&](BenchmarkNumber number) {
        if (std::string why = machine.takeWhy(); number.why.empty())
            number.why = std::move(why);
        numbers.push_back(std::move(number));
    };
    add(latency(machine));
    add(allReduce(machine));
    add(exchange(machine));
    const OutcomePtr decoding = decode(machine);
    std::string whyNot = machine.takeWhy();
    if (!decoding && whyNot.empty())
        whyNot = "no batch answers a token within 50 ms";
    const auto addDecode = [&](const char* id) {
        BenchmarkNumber& number = numbers.emplace_back();
        number.why = whyNot;
        if (const Metric* const found = decoding ? decoding->metric(id) : nullptr) {
            number.metric = *found;
            number.why.clear();
            number.parts.push_back({{}, decoding->scenario, id});
        }
    };
    addDecode("throughput");
    add(prefill(machine));
    addDecode("energy_per_token");
    add(serving(machine));
    add(training(machine));
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

std::vector<Benchmark> benchmarks(const std::vector<Scenario>& machines) {
    const std::vector<std::pair<std::string, double>> errors = knownErrors();
    std::vector<Benchmark> all;
    for (const auto& w : words) {
        Benchmark& b = all.emplace_back(Benchmark{QString::fromUtf8(w.id), tr(w.title), tr(w.note), {}});
        for (const auto& [kind, error] : errors)
            if (std::find(w.kinds.begin(), w.kinds.end(), kind) != w.kinds.end())
                b.error = std::max(b.error, error);
    }
    for (const Scenario& machine : machines) {
        std::vector<BenchmarkNumber> numbers = benchmarksOf(machine);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].numbers.push_back(std::move(numbers[i]));
    }
    return all;
}

} // namespace supernode
