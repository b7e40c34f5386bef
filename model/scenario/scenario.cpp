// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/scenario.h"

#include "model/base/number_text.h"
#include "model/scenario/workload_fields.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr double leastPercent = 0.001;
constexpr int mostMoved = 65'536;

// The element that a fail, slow or restore is about; empty for other changes.
std::string_view elementOf(const Change& change) {
    return std::visit(
        [](const auto& c) -> std::string_view {
            if constexpr (requires { c.element; })
                return c.element;
            else
                return {};
        },
        change);
}

// Numbers of a workload against their ranges.
class FieldChecker {
public:
    explicit FieldChecker(std::vector<Issue>& issues) : m_issues(issues) {}

    void operator()(const char* name, const Bytes& amount, Range range) {
        if (outside(amount.base(), range))
            m_issues.push_back({field(name), numberText(amount.base()) + " bytes cannot be sent",
                                "give a positive number up to 2^60"});
    }
    template <class Number>
    requires std::integral<Number> || std::floating_point<Number>
    void operator()(const char* name, const Number& value, Range range) {
        const auto number = static_cast<double>(value);
        if (outside(number, range))
            m_issues.push_back({field(name), numberText(number) + " is out of range",
                                "give " + numberText(range.least) + " to " + numberText(range.most)});
    }
    void operator()(const char* name, const std::optional<double>& value, Range range) {
        if (value)
            (*this)(name, *value, range);
    }
    template <class Other>
    void operator()(const char*, const Other&, Range) {} // words and names have no range

private:
    static std::string field(const char* name) { return std::string("workload.") + name; }
    static bool outside(double value, Range range) {
        return !std::isfinite(value) || value < range.least || value > range.most;
    }

    std::vector<Issue>& m_issues;
};

void checkShares(const char* field, const std::vector<double>& list, std::vector<Issue>& issues) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (!std::isfinite(list[i]) || list[i] < 0 || list[i] > byteRange.most) {
            issues.push_back({"workload." + std::string(field) + "[" + std::to_string(i) + "]",
                              numberText(list[i]) + " is no amount", "give zero or a positive number"});
            return;
        }
}

void checkLists(const Workload& workload, std::vector<Issue>& issues) {
    if (const auto* w = std::get_if<AllToAll>(&workload))
        checkShares("matrix", w->matrix, issues);
    else if (const auto* dispatch = std::get_if<MoeDispatch>(&workload))
        checkShares("popularity", dispatch->route.popularity, issues);
    else if (const auto* combine = std::get_if<MoeCombine>(&workload))
        checkShares("popularity", combine->route.popularity, issues);
    else if (const auto* flows = std::get_if<Flows>(&workload))
        for (std::size_t i = 0; i < flows->list.size(); ++i) {
            const std::string flow = "flows[" + std::to_string(i) + "]";
            FieldChecker checker(issues);
            checker((flow + ".bytes").c_str(), flows->list[i].bytes, byteRange);
            checker((flow + ".start_us").c_str(), flows->list[i].start.base() * 1e6, Range{0, 1e15});
        }
}

bool turnedBack(const MoveParts& last, const MoveParts& now) {
    const bool same = last.from == now.from && last.onto == now.onto;
    const bool back = last.from == now.onto && last.onto == now.from;
    return last.count == now.count && (same || back);
}

void checkChange(const Change& change, const std::string& field, std::vector<Issue>& issues) {
    if (const auto* slow = std::get_if<Slow>(&change))
        if (!(slow->percent >= leastPercent) || slow->percent > 100)
            issues.push_back({field + ".percent", numberText(slow->percent) + " % is not a slower link",
                              "give 0.001 to 100; to cut it off, use fail"});
    if (const auto* move = std::get_if<MoveParts>(&change);
        move && (move->count < 1 || move->count > mostMoved))
        issues.push_back({field + ".count", std::to_string(move->count) + " parts cannot change places",
                          "give 1 to " + std::to_string(mostMoved)});
}

} // namespace

std::string_view kindOf(const Workload& workload) {
    return std::visit([](const auto& w) { return w.kind; }, workload);
}

bool Scenario::operator==(const Scenario& other) const {
    const bool sameSystem = system == other.system || (system && other.system && *system == *other.system);
    return sameSystem && changes == other.changes && workload == other.workload && routing == other.routing &&
           routingSeed == other.routingSeed && package == other.package;
}

Scenario withChange(Scenario scenario, Change change) {
    auto& changes = scenario.changes;
    if (const auto* move = std::get_if<MoveParts>(&change); move && !changes.empty())
        if (const auto* last = std::get_if<MoveParts>(&changes.back()); last && turnedBack(*last, *move)) {
            changes.pop_back();
            return scenario;
        }
    if (const std::string_view element = elementOf(change); !element.empty())
        std::erase_if(changes, [&](const Change& earlier) { return elementOf(earlier) == element; });
    if (const auto* set = std::get_if<SetFact>(&change))
        std::erase_if(changes, [&](const Change& earlier) {
            const auto* old = std::get_if<SetFact>(&earlier);
            return old && old->path == set->path;
        });
    if (!std::holds_alternative<Restore>(change))
        changes.push_back(std::move(change));
    return scenario;
}

std::vector<Issue> check(const Scenario& scenario) {
    std::vector<Issue> issues;
    if (!scenario.system)
        issues.push_back({"system", "no system is named", "name one, e.g. cloudmatrix384"});
    std::visit([&](const auto& w) { visitFields(w, FieldChecker(issues)); }, scenario.workload);
    checkLists(scenario.workload, issues);
    for (std::size_t i = 0; i < scenario.changes.size(); ++i)
        checkChange(scenario.changes[i], "changes[" + std::to_string(i) + "]", issues);
    return issues;
}

} // namespace supernode
