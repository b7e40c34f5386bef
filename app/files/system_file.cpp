// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/system_file.h"

#include "app/files/fact_json.h"
#include "app/files/sources.h"

#include <cctype>

namespace supernode {
namespace {

bool isColour(std::string_view text) {
    if (text.size() != 7 || text[0] != '#')
        return false;
    for (const char c : text.substr(1))
        if (!std::isxdigit(static_cast<unsigned char>(c)))
            return false;
    return true;
}

class SystemReader {
public:
    SystemReader(JsonObject& top, SystemSpec& spec) : m_spec(spec) {
        for (const std::string_view part : {"chip", "node", "fabric", "hall", "cost"})
            m_parts.emplace(part, top.object(part));
        for (const std::string_view part : {"scale_out", "vpc", "transfer"})
            if (top.has(part))
                m_parts.emplace(part, top.object(part));
        readWords();
        visitFacts(spec, *this);
        for (auto& [name, part] : m_parts)
            part.done();
    }

    template <class Value>
    void operator()(std::string_view path, Fact<Value>& fact) {
        JsonObject object = part(path)->object(leaf(path));
        if (object.present())
            readFact(object, m_spec.sources, fact);
    }
    template <class Value>
    void operator()(std::string_view path, std::optional<Fact<Value>>& fact) {
        JsonObject* const in = part(path);
        if (in && in->has(leaf(path)))
            (*this)(path, fact.emplace());
    }

private:
    static std::string_view leaf(std::string_view path) { return path.substr(path.find('.') + 1); }
    JsonObject* part(std::string_view path) {
        const auto found = m_parts.find(path.substr(0, path.find('.')));
        return found == m_parts.end() ? nullptr : &found->second;
    }

    void readWords() {
        JsonObject &chip = m_parts.at("chip"), &node = m_parts.at("node"), &fabric = m_parts.at("fabric");
        m_spec.chip.name = chip.text("name");
        m_spec.chip.word = chip.text("word");
        m_spec.chip.endpointWord = chip.text("endpoint_word");
        m_spec.node.word = node.text("word");
        m_spec.node.cpuName = node.text("cpu_name");
        m_spec.fabric.name = fabric.text("name");
        m_spec.fabric.planeWord = fabric.text("plane_word");
        m_spec.fabric.leafWord = fabric.textOr("leaf_word", "");
        m_spec.fabric.spineWord = fabric.text("spine_word");
        m_spec.fabric.boxWord = fabric.text("box_word");
        if (const auto part = m_parts.find("scale_out"); part != m_parts.end())
            m_spec.scaleOut.emplace().name = part->second.text("name");
        if (const auto part = m_parts.find("vpc"); part != m_parts.end())
            m_spec.vpc.emplace().name = part->second.text("name");
    }

    SystemSpec& m_spec;
    std::map<std::string, JsonObject, std::less<>> m_parts;
};

void readHead(JsonObject& top, SystemSpec& spec) {
    if (top.text("kind") != "system")
        top.refuse("kind", "this is no system file", "give \"system\"");
    spec.id = top.text("id");
    if (!isFileId(spec.id))
        top.refuse("id", "\"" + spec.id + "\" cannot name a system",
                   "give lower-case letters, digits and hyphens");
    spec.name = top.text("name");
    spec.maker = top.text("maker");
    spec.accent = top.text("accent");
    if (!isColour(spec.accent))
        top.refuse("accent", "\"" + spec.accent + "\" is no colour", "give one such as #E69F00");
    spec.sources = readSources(top);
}

} // namespace

Result<SystemSpec> readSystem(std::string_view json) {
    using Answer = Result<SystemSpec>;
    const Result<nlohmann::json> parsed = parseJson(json);
    if (!parsed)
        return Answer::refused(parsed.issues());
    std::vector<Issue> issues;
    JsonObject top(*parsed, "", issues);
    if (!readSchema(top))
        return Answer::refused(std::move(issues));
    SystemSpec spec;
    readHead(top, spec);
    const SystemReader reader(top, spec);
    top.done();
    if (issues.empty())
        issues = check(spec);
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return spec;
}

} // namespace supernode
