// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/outcome/energy.h"

#include "model/base/number_text.h"
#include "model/fabric/fabric_state.h"
#include "model/outcome/comparison.h"

#include <algorithm>

namespace supernode {
namespace {

using Better = Metric::Better;

PowerMeter meterOf(const Outcome& o, PowerBudget budget) {
    return PowerMeter(*o.fabric, o.state, std::move(budget));
}

// Chips that the work uses, or asks for; all of the machine where it names none.
double chipsAtWork(const Outcome& o) {
    if (const Metric* used = o.metric("chips_at_work"))
        return used->value;
    const int chips = std::visit(
        [](const auto& w) {
            if constexpr (requires { w.chips; })
                return w.chips;
            else if constexpr (requires { w.prefillChips; })
                return w.prefillInstances * w.prefillChips + w.decodeInstances * w.decodeChips;
            else
                return 0;
        },
        o.scenario.workload);
    return chips > 0 ? chips : o.fabric->system().chips();
}

double chipsUp(const Outcome& o) {
    return static_cast<double>(endpointsUp(*o.fabric, o.state)) / o.fabric->system().endpointsPerChip();
}

// Mean use of all chips that are up: those without work compute nothing.
double computingIn(const Outcome& o, const Interval& interval, double shareAtWork) {
    return interval.phase < o.phases.size() ? o.phases[interval.phase].computing * shareAtWork : 0;
}

double shareAtWork(const Outcome& o) {
    const double up = chipsUp(o);
    return up > 0 ? std::min(1.0, chipsAtWork(o) / up) : 0;
}

// Repeats share their loads, so each kind of interval is measured once.
class Measured {
public:
    Measured(const Outcome& outcome, const PowerMeter& meter)
        : m_o(outcome), m_meter(meter), m_atWork(shareAtWork(outcome)) {}

    Draw of(const Interval& interval) {
        const double computing = computingIn(m_o, interval, m_atWork);
        for (const Entry& e : m_known)
            if (e.loads == interval.loads.get() && e.computing == computing)
                return e.draw;
        m_known.push_back(
            {interval.loads.get(), computing, m_meter.at(interval.loads->wire(*m_o.fabric), computing)});
        return m_known.back().draw;
    }

private:
    struct Entry {
        const ChannelLoads* loads;
        double computing;
        Draw draw;
    };
    const Outcome& m_o;
    const PowerMeter& m_meter;
    double m_atWork; // of the chips that are up
    std::vector<Entry> m_known;
};

std::vector<Draw> measure(const Outcome& o, const PowerMeter& meter) {
    Measured measured(o, meter);
    std::vector<Draw> draws;
    for (const Interval& interval : o.intervals)
        draws.push_back(measured.of(interval));
    return draws;
}

Term termOf(const PowerPart& part) {
    return {part.name + ", full load", part.watts, "W", part.grade, part.path};
}

template <class Value>
void addTerm(std::vector<Term>& terms, const char* name, const char* path,
             const std::optional<Fact<Value>>& fact) {
    if (fact)
        terms.push_back({name, fact->from.shown, fact->from.unit, fact->from.grade, path});
}

// The numbers of the machine that its power is made of.
std::vector<Term> powerTerms(const Outcome& o, const PowerBudget& b) {
    const PowerSpec& p = o.fabric->system().power;
    std::vector<Term> terms{
        {"full load", b.chosen.power.base() / 1e3, "kW", b.chosen.from.grade, b.chosen.path}};
    for (const PowerPart* part : {&b.chip, &b.cpu, &b.leaf, &b.spine, &b.module, &b.rest})
        if (part->count > 0 && part->watts > 0)
            terms.push_back(termOf(*part));
    addTerm(terms, "idle share of a chip", "power.chip_idle", p.chipIdle);
    addTerm(terms, "share of the step to its peak while a chip only sends", "power.chip_transfer",
            p.chipTransfer);
    addTerm(terms, "idle share of a CPU", "power.cpu_idle", p.cpuIdle);
    addTerm(terms, "idle share of a switch chip", "power.switch_idle", p.switchIdle);
    addTerm(terms, "idle share of an optical module", "power.module_idle", p.moduleIdle);
    addTerm(terms, "fans", "power.fans", p.fans);
    addTerm(terms, "conversion", "power.conversion", p.conversion);
    return terms;
}

// Which published power was chosen, and which others there are.
std::string choiceSentence(const SystemSpec& s, const PowerBudget& b) {
    std::string text = "Full load is the published " + numberText(b.chosen.power.base() / 1e3) + " kW (" +
                       b.chosen.name + ", " + std::string(toString(b.chosen.from.grade)) + ")";
    std::string others;
    for (const PublishedPower& other : publishedPowers(s))
        if (other.number != b.chosen.number)
            others += (others.empty() ? "" : ", ") + numberText(other.power.base() / 1e3) + " kW (" +
                      other.name + ")";
    if (!others.empty())
        text += ", others say " + others;
    if (b.scale < 1)
        text += "; the stated peaks of the parts are more than that, so all are taken times " +
                numberText(b.scale);
    const bool copper = s.fabric.linksPerCable && !s.optical();
    return text + (copper ? ". Copper draws it less the modules of fibre." : ".");
}

std::string idleSentence(const Outcome& o) {
    const double atWork = chipsAtWork(o), all = o.fabric->system().chips();
    return atWork < all ? " " + numberText(atWork) + " of " + numberText(all) +
                              " chips work; the idle ones are counted as well."
                        : std::string();
}

std::string deadSentence(const Outcome& o) {
    for (std::size_t i = 0; i < o.state.failed.size(); ++i)
        if (o.state.failed[i])
            return " Parts that are down draw nothing.";
    return {};
}

double deliveredBytes(const Outcome& o) {
    double sum = 0;
    for (const Interval& i : o.intervals)
        sum += i.delivered() * (i.end - i.start).base();
    return sum;
}

// Tokens per second of all chips at work; 0 when the workload yields none.
double tokensPerSecond(const Outcome& o) {
    if (const Metric* all = o.metric("tokens_per_second"))
        return all->value;
    const Metric* each = o.metric("tokens_per_second_per_chip");
    if (!each)
        return 0;
    return each->value * chipsAtWork(o);
}

void addPowerAndEnergy(Outcome& o, const PowerBudget& budget, double joules, double watts) {
    Metric power{"power",
                 "Power",
                 watts / 1e3,
                 "kW",
                 "system",
                 Grade::Modelled,
                 "Mean over the run, of all parts with their idle shares, fans and conversion. " +
                     choiceSentence(o.fabric->system(), budget) + idleSentence(o) + deadSentence(o),
                 Better::Lower};
    const double end = o.end.base();
    power.formula =
        "sum over parts of full load x (idle share + (1 - idle share) x use), and fans, / conversion";
    power.terms = powerTerms(o, budget);
    o.metrics.push_back(std::move(power));
    if (end <= 0)
        return;
    Metric energy{"energy",
                  "Energy",
                  joules,
                  "J",
                  "system",
                  Grade::Modelled,
                  "Power of the whole machine over the time of the run, at the mains.",
                  Better::Lower};
    energy.formula = "power x time";
    energy.terms = {{"power", watts / 1e3, "kW", Grade::Modelled, {}},
                    {"time", end * 1e6, "us", Grade::Modelled, {}}};
    o.metrics.push_back(std::move(energy));
}

void addEnergyOfWork(Outcome& o, double joules, double watts) {
    // Of language models the links carry a part of the work only.
    if (const double bits = 8 * deliveredBytes(o); bits > 0 && tokensPerSecond(o) <= 0) {
        Metric m{"energy_per_bit",
                 "Energy per bit",
                 joules / bits * 1e12,
                 "pJ/bit",
                 "system",
                 Grade::Modelled,
                 "Energy of the whole machine over the bits of payload that arrive: compute, memory and idle "
                 "parts are in it, so it is far above what a link alone needs.",
                 Better::Lower};
        m.formula = "energy / bits delivered";
        m.terms = {{"energy", joules, "J", Grade::Modelled, {}},
                   {"bits delivered", bits, "bits", Grade::Modelled, {}}};
        o.metrics.push_back(std::move(m));
    }
    if (const double tokens = tokensPerSecond(o); tokens > 0) {
        const std::vector<Term> terms{{"power", watts / 1e3, "kW", Grade::Modelled, {}},
                                      {"tokens per second", tokens, "tokens/s", Grade::Modelled, {}}};
        o.metrics.push_back({"energy_per_token", "Energy per token", watts / tokens, "J/token", "system",
                             Grade::Modelled, "Power of the whole machine over the tokens it makes a second.",
                             Better::Lower, "power / tokens per second", terms});
        o.metrics.push_back({"tokens_per_joule", "Tokens per joule", tokens / watts, "tokens/J", "system",
                             Grade::Modelled, "Tokens it makes a second over the power of the whole machine.",
                             Better::Higher, "tokens per second / power", terms});
    }
}

struct Shared {
    Per per;
    const char *suffix, *words, *sentence;
};

// What the work costs at full load, in kilowatts, racks and money.
void addShares(Outcome& o) {
    static constexpr Shared shares[] = {
        {Per::Kilowatt, "_per_kilowatt", " per kW", " over the published power at full load."},
        {Per::Rack, "_per_rack", " per rack", " over all racks, those of the switches too."},
        {Per::Dollar, "_per_dollar", " per million dollars", " over the price of the machine."}};
    for (const char* id : {"throughput", "tokens_per_second"}) {
        const Metric* found = o.metric(id);
        if (!found)
            continue;
        const Metric whole = *found; // the list grows
        for (const Shared& share : shares) {
            Metric m = perOf(o.fabric->system(), whole, share.per, o.fabric->system());
            m.id += share.suffix;
            m.name += share.words;
            m.sentence = whole.name + share.sentence;
            o.metrics.push_back(std::move(m));
        }
    }
}

} // namespace

std::vector<Draw> drawPerInterval(const Outcome& outcome) {
    std::optional<PowerBudget> budget = powerBudget(*outcome.fabric);
    return budget ? measure(outcome, meterOf(outcome, std::move(*budget))) : std::vector<Draw>();
}

void addEnergyMetrics(Outcome& o) {
    if (std::optional<PowerBudget> budget = powerBudget(*o.fabric)) {
        const std::vector<Draw> draws = measure(o, meterOf(o, *budget));
        double joules = 0;
        for (std::size_t i = 0; i < draws.size(); ++i)
            joules += draws[i].total() * (o.intervals[i].end - o.intervals[i].start).base();
        const double watts = o.end.base() > 0 ? joules / o.end.base() : draws.front().total();
        addPowerAndEnergy(o, *budget, joules, watts);
        addEnergyOfWork(o, joules, watts);
    }
    addShares(o);
}

} // namespace supernode
