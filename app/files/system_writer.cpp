// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/system_file.h"

#include "model/scenario/changed_system.h"
#include "model/system/facts_of_system.h"

#include <nlohmann/json.hpp>

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

class SystemWriter {
public:
    explicit SystemWriter(const SystemSpec& spec) : m_also(spec.alsoPublished) {
        m_top["schema"] = 1;
        m_top["kind"] = "system";
        m_top["id"] = spec.id;
        m_top["name"] = spec.name;
        m_top["maker"] = spec.maker;
        m_top["accent"] = spec.accent;
        Json& sources = m_top["sources"] = Json::object();
        for (const auto& [key, source] : spec.sources)
            sources[key] = {{"title", source.title}, {"address", source.address}, {"year", source.year}};
        writeWords(spec);
        visitFacts(spec, *this);
    }
    std::string text() const { return m_top.dump(2) + "\n"; }

    template <class Value>
    void operator()(std::string_view path, const Fact<Value>& fact) {
        const std::size_t dot = path.find('.');
        Json& to = m_top[std::string(path.substr(0, dot))][std::string(path.substr(dot + 1))];
        if constexpr (std::is_same_v<Value, int>)
            to["value"] = fact.value;
        else
            to["value"] = fact.from.shown;
        to["unit"] = fact.from.unit;
        writeOrigin(to, fact.from);
        if (const auto also = m_also.find(path); also != m_also.end())
            for (const Provenance& other : also->second) {
                Json& one = to["also"].emplace_back();
                one["value"] = other.shown;
                writeOrigin(one, other);
            }
    }
    template <class Value>
    void operator()(std::string_view path, const std::optional<Fact<Value>>& fact) {
        if (fact)
            (*this)(path, *fact);
    }

private:
    static void writeOrigin(Json& to, const Provenance& from) {
        to["grade"] = toString(from.grade);
        for (const auto& [key, word] :
             {std::pair("source", &from.source), {"fact", &from.id}, {"note", &from.note}})
            if (!word->empty())
                to[key] = *word;
    }

    void writeWords(const SystemSpec& spec) {
        m_top["chip"] = {
            {"name", spec.chip.name}, {"word", spec.chip.word}, {"endpoint_word", spec.chip.endpointWord}};
        m_top["node"] = {{"word", spec.node.word}, {"cpu_name", spec.node.cpuName}};
        m_top["fabric"] = {{"name", spec.fabric.name},
                           {"plane_word", spec.fabric.planeWord},
                           {"leaf_word", spec.fabric.leafWord},
                           {"spine_word", spec.fabric.spineWord},
                           {"box_word", spec.fabric.boxWord}};
        if (spec.fabric.leafWord.empty())
            m_top["fabric"].erase("leaf_word");
        if (spec.scaleOut)
            m_top["scale_out"]["name"] = spec.scaleOut->name;
        if (spec.vpc)
            m_top["vpc"]["name"] = spec.vpc->name;
    }

    Json m_top;
    const std::map<std::string, std::vector<Provenance>, std::less<>>& m_also;
};

} // namespace

std::string writeSystem(const SystemSpec& system) { return SystemWriter(system).text(); }

Result<SystemSpec> ownMachine(const Scenario& scenario) {
    const Result<SystemPtr> changed = changedSystem(scenario);
    if (!changed)
        return Result<SystemSpec>::refused(changed.issues());
    SystemSpec own = **changed;
    if (*changed != scenario.system) {
        own.id += "-changed";
        own.name += ", changed";
    }
    return own;
}

} // namespace supernode
