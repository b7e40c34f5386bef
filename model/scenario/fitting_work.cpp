// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenario/fitting_work.h"

#include "model/scenario/workload_fields.h"

#include <algorithm>
#include <cstdint>

namespace supernode {
namespace {

// Lowers "ranks" and "chips" to what the machine has and keeps the first that was too large.
class Fitter {
public:
    explicit Fitter(const SystemSpec& system) : m_system(system) {}

    void operator()(const char* name, int& count, Range) {
        const std::string_view field = name;
        if (field == "ranks")
            lower("workload.ranks", count, m_system.endpoints(), m_system.chip.endpointWord + "s");
        else if (field == "chips")
            lower("workload.chips", count, m_system.chips(), m_system.chip.word + "s");
    }
    template <class Other>
    void operator()(const char*, Other&, Range) {}

    std::optional<Issue> issue;

private:
    void lower(const char* field, int& count, int most, const std::string& word) {
        if (count <= most)
            return;
        if (!issue)
            issue = Issue{field,
                          m_system.name + " has " + std::to_string(most) + " " + word + ", not " +
                              std::to_string(count),
                          "give at most " + std::to_string(most)};
        count = most;
    }
    const SystemSpec& m_system;
};

// Chips or ranks that are asked for in parts.
std::optional<Issue> lackingInParts(const Workload& workload, const SystemSpec& s) {
    const auto lacks = [&](const char* field, std::int64_t asked, std::int64_t has) {
        return asked <= has ? std::nullopt
                            : std::optional(Issue{field,
                                                  s.name + " has " + std::to_string(has) + ", not " +
                                                      std::to_string(asked) + " in all",
                                                  "ask for fewer"});
    };
    if (const auto* w = std::get_if<KvTransfer>(&workload))
        return lacks("workload.senders", std::int64_t{w->senders} + w->receivers, s.endpoints());
    if (const auto* w = std::get_if<Serving>(&workload))
        return lacks("workload.prefill_instances",
                     std::int64_t{w->prefillInstances} * w->prefillChips +
                         std::int64_t{w->decodeInstances} * w->decodeChips,
                     s.chips());
    return std::nullopt;
}

} // namespace

std::optional<Issue> lacking(const Workload& workload, const SystemSpec& system) {
    Fitter fitter(system);
    Workload copy = workload;
    std::visit([&](auto& w) { visitFields(w, fitter); }, copy);
    return fitter.issue ? fitter.issue : lackingInParts(workload, system);
}

std::optional<Workload> fitted(const Workload& workload, const SystemSpec& system) {
    if (lackingInParts(workload, system))
        return std::nullopt;
    Fitter fitter(system);
    Workload copy = workload;
    std::visit([&](auto& w) { visitFields(w, fitter); }, copy);
    return copy;
}

} // namespace supernode
