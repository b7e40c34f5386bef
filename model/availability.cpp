// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/availability.h"

#include "model/base/random.h"

#include <algorithm>
#include <array>

namespace supernode {
namespace {

constexpr int choices = 3; // of which parts are down, for each number of them

bool isCopper(const Link& link) {
    return !link.cable.valid() && (link.kind == LinkKind::EndpointLeaf ||
                                   link.kind == LinkKind::EndpointSpine || link.kind == LinkKind::LeafSpine);
}

// One kind of part that fails: where its rate comes from, and which elements go down with it.
struct RatedKind {
    const char *key, *name;
    double fit, repairHours, stops;
    Grade grade;
    const char* note;
};

// Hours of all 16,384 chips in the log of interruptions A5.15: 54 days.
constexpr double loggedHours = 16384.0 * 54 * 24;
constexpr std::array<RatedKind, 7> ratedKinds{{
    {"modules", "optical modules", 1500, 4, 0.01, Grade::Press,
     "Middle of 1,000 to 2,000 for pluggable optics of any kind (A5.10); 99 % of faults are said to be "
     "tolerated (A5.02); the repair time is assumed."},
    {"copper", "copper links", 2, 8, 1, Grade::Press,
     "Passive copper of any kind (A5.10), for each link; the repair time is assumed."},
    {"chips", "chips", 148 / loggedHours * 1e9, 8, 1, Grade::Derived,
     "148 failed chips on 16,384 of another maker in 54 days (A5.15); the repair time is assumed."},
    {"memory", "memories of chips", 72 / loggedHours * 1e9, 1.0 / 60, 1, Grade::Derived,
     "72 memory failures on 16,384 other chips in 54 days (A5.15); recovery within 1 min as the maker of one "
     "of the machines claims (A5.03)."},
    {"cpus", "CPUs", 17 / (loggedHours / 4) * 1e9, 8, 1, Grade::Derived,
     "17 processor failures in the same log (A5.15), with one CPU for four chips assumed."},
    {"leaves", "first-tier switch chips", 200, 8, 1, Grade::Assumption, "Not published."},
    {"spines", "second-tier switch chips", 200, 8, 0.01, Grade::Assumption,
     "Not published; paths around it are assumed to be found as for modules."},
}};

// All elements of a kind of part.
std::vector<ElementId> elementsOf(const Fabric& fabric, std::string_view key) {
    std::vector<ElementId> all;
    const auto add = [&](ElementKind kind) {
        for (std::size_t i = 0; i < fabric.count(kind); ++i)
            all.push_back(fabric.id(kind, i));
    };
    if (key == "modules")
        add(ElementKind::Module);
    else if (key == "chips" || key == "memory")
        add(ElementKind::Chip);
    else if (key == "cpus")
        add(ElementKind::Cpu);
    else if (key == "leaves")
        add(ElementKind::LeafSwitch);
    else if (key == "spines")
        add(ElementKind::SpineSwitch);
    else
        for (std::uint32_t l = 0; l < fabric.linkCount(); ++l)
            if (isCopper(fabric.link(LinkId(l))))
                all.push_back(fabric.elementOf(LinkId(l)));
    return all;
}

// Capacities with parts of one kind down, asked of the model when they are first needed.
class Table {
public:
    Table(const Scenario& scenario, const OutcomePtr& whole, std::vector<FailingPart> parts,
          std::uint64_t seed, Availability& out)
        : m_scenario(scenario), m_whole(whole), m_parts(std::move(parts)), m_seed(seed), m_out(out) {
        for (const FailingPart& part : m_parts)
            m_elements.push_back(elementsOf(*whole->fabric, part.key));
        m_known.resize(m_parts.size());
    }

    double capacity(const std::vector<int>& down) {
        double product = 1;
        for (std::size_t i = 0; i < down.size(); ++i)
            product *= down[i] > 0 ? between(i, down[i]) : 1;
        return product;
    }
    void report() {
        for (std::size_t i = 0; i < m_parts.size(); ++i)
            for (const auto& [down, capacity] : m_known[i])
                m_out.degradation.push_back({m_parts[i].key, down, capacity});
    }

private:
    // Straight between the numbers that are asked: 1, 2, 4, 8, ..., all of them.
    double between(std::size_t i, int down) {
        const int all = static_cast<int>(m_elements[i].size());
        int below = 1;
        while (below * 2 <= down)
            below *= 2;
        const int above = std::min(below * 2, all);
        const double low = at(i, below);
        if (below == down || above <= below)
            return low;
        return low + (at(i, above) - low) * (down - below) / (above - below);
    }
    double at(std::size_t i, int down) {
        const auto found = m_known[i].find(down);
        if (found != m_known[i].end())
            return found->second;
        double sum = 0;
        for (int choice = 0; choice < choices; ++choice)
            sum += ask(i, down, static_cast<std::uint64_t>(choice));
        return m_known[i][down] = std::min(1.0, sum / choices);
    }

    // The choice depends on the kind and the number alone, so that the order of the questions does not
    // matter.
    double ask(std::size_t i, int down, std::uint64_t choice) {
        Random random(m_seed ^ (static_cast<std::uint64_t>(i + 1) << 40) ^
                      (static_cast<std::uint64_t>(down) << 8) ^ choice);
        std::vector<ElementId> pool = m_elements[i];
        Scenario scenario = m_scenario;
        for (int n = 0; n < down; ++n) {
            const auto left = static_cast<std::uint32_t>(pool.size()) - static_cast<std::uint32_t>(n);
            std::swap(pool[static_cast<std::size_t>(n)],
                      pool[static_cast<std::size_t>(n) + random.below(left)]);
            scenario.changes.emplace_back(Fail{m_whole->fabric->name(pool[static_cast<std::size_t>(n)])});
        }
        ++m_out.evaluations;
        const Result<OutcomePtr> outcome = evaluate(scenario, m_whole.get());
        if (!outcome)
            return refuse(i, down, outcome.issues().front());
        const Metric* now = (*outcome)->metric(m_out.metric);
        if (!now || now->value <= 0)
            return 0;
        return now->better == Metric::Better::Lower ? m_out.whole / now->value : now->value / m_out.whole;
    }
    double refuse(std::size_t i, int down, const Issue& issue) {
        m_out.warnings.push_back(
            {m_parts[i].key,
             "with " + std::to_string(down) + " down the model has no answer (" + issue.reason + ")",
             "its capacity is taken as 0 there"});
        return 0;
    }

    const Scenario& m_scenario;
    const OutcomePtr& m_whole;
    std::vector<FailingPart> m_parts;
    std::uint64_t m_seed;
    Availability& m_out;
    std::vector<std::vector<ElementId>> m_elements;
    std::vector<std::map<int, double>> m_known; // per kind, by number
};

// The rates of the question in the place of those to start from; a key without a part is an issue.
Result<std::vector<FailingPart>> partsFor(const Fabric& fabric, const AvailabilityQuestion& question) {
    std::vector<FailingPart> parts = failingParts(fabric);
    std::vector<Issue> issues;
    const auto apply = [&](const char* field, const std::map<std::string, double>& values, auto set) {
        for (const auto& entry : values) {
            const std::string& key = entry.first;
            const auto part =
                std::find_if(parts.begin(), parts.end(), [&](const FailingPart& p) { return p.key == key; });
            if (part == parts.end())
                issues.push_back(
                    {field + ("_" + key), fabric.system().name + " has no such parts", "leave it out"});
            else
                set(*part, entry.second);
        }
    };
    apply("fit", question.fit, [](FailingPart& p, double value) {
        p.fit = value;
        p.grade = Grade::Assumption;
        p.note = "Set by hand.";
    });
    apply("repair", question.repairHours, [](FailingPart& p, double value) { p.repairHours = value; });
    if (!issues.empty())
        return Result<std::vector<FailingPart>>::refused(std::move(issues));
    return parts;
}

} // namespace

std::vector<FailingPart> failingParts(const Fabric& fabric) {
    std::vector<FailingPart> parts;
    for (const RatedKind& k : ratedKinds)
        if (const auto count = static_cast<double>(elementsOf(fabric, k.key).size()); count > 0)
            parts.push_back({k.key, k.name, count, k.fit, k.repairHours, k.stops, k.grade, k.note});
    return parts;
}

std::vector<std::string> failingKeys() {
    std::vector<std::string> keys;
    for (const RatedKind& k : ratedKinds)
        keys.emplace_back(k.key);
    return keys;
}

Result<Availability> availability(const Scenario& scenario, const AvailabilityQuestion& question) {
    using Answer = Result<Availability>;
    const Result<OutcomePtr> whole = evaluate(scenario);
    if (!whole)
        return Answer::refused(whole.issues());
    const Metric& metric = (*whole)->metrics.front();
    if (std::holds_alternative<Specification>(scenario.workload) || metric.value <= 0)
        return Answer::refused(Issue{"workload", "nothing is done that failures could lessen",
                                     "ask for a workload that the machine can do"});
    const Result<std::vector<FailingPart>> parts = partsFor(*(*whole)->fabric, question);
    if (!parts)
        return Answer::refused(parts.issues());
    Availability out;
    out.metric = metric.id;
    out.whole = metric.value;
    out.unit = metric.unit;
    Table table(scenario, *whole, *parts, question.period.seed, out);
    Result<FailureStudy> study = studyFailures(
        *parts, question.period, [&](const std::vector<int>& down) { return table.capacity(down); });
    if (!study)
        return Answer::refused(study.issues());
    out.study = std::move(study).value();
    table.report();
    if (std::none_of(out.study.parts.begin(), out.study.parts.end(),
                     [](const PartStudy& part) { return part.mostDown > 0; }))
        out.warnings.push_back(
            {"days", "nothing failed in any run, so the intervals say nothing", "give more days or runs"});
    return out;
}

} // namespace supernode
