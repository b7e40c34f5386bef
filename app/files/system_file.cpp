// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/system_file.h"

#include "app/files/fact_json.h"
#include "app/files/sources.h"
#include "model/system/family.h"

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

// Whether what a file leaves out stands already in the system that it extends.
enum class Base : std::uint8_t { None, Given };

class SystemReader {
public:
    SystemReader(JsonObject& top, SystemSpec& spec, Base base) : m_spec(spec), m_base(base) {
        for (const std::string_view part : {"chip", "node", "fabric", "hall", "cost"})
            if (base == Base::None || top.has(part))
                m_parts.emplace(part, top.object(part));
        for (const std::string_view part :
             {"scale_out", "vpc", "transfer", "compute", "power", "collective", "serving"})
            if (top.has(part) && !(base == Base::Given && isNull(top.any(part))))
                m_parts.emplace(part, top.object(part));
        takeAway(top);
        readWords();
        visitFacts(spec, *this);
        for (auto& [name, part] : m_parts)
            part.done();
    }

    template <class Value>
    void operator()(std::string_view path, Fact<Value>& fact) {
        JsonObject* const in = part(path);
        if (!in || (m_base == Base::Given && !in->has(leaf(path)) && !fact.from.unit.empty()))
            return;
        JsonObject object = in->object(leaf(path));
        if (!object.present())
            return;
        std::vector<Provenance> also = readAlso(object, m_spec.sources, object.textOr("unit", ""));
        readFact(object, m_spec.sources, fact);
        m_spec.alsoPublished.erase(std::string(path)); // of the system that this one extends
        if (!also.empty())
            m_spec.alsoPublished.emplace(path, std::move(also));
    }
    template <class Value>
    void operator()(std::string_view path, std::optional<Fact<Value>>& fact) {
        JsonObject* const in = part(path);
        if (!in || !in->has(leaf(path)))
            return;
        if (m_base == Base::Given && isNull(in->any(leaf(path))))
            fact.reset();
        else
            (*this)(path, fact.emplace());
    }

private:
    static bool isNull(const nlohmann::json* value) { return value && value->is_null(); }
    static std::string_view leaf(std::string_view path) { return path.substr(path.find('.') + 1); }
    JsonObject* part(std::string_view path) {
        const auto found = m_parts.find(path.substr(0, path.find('.')));
        return found == m_parts.end() ? nullptr : &found->second;
    }

    // What the base has and this file denies: "vpc": null.
    void takeAway(JsonObject& top) {
        if (isNull(top.any("scale_out")))
            m_spec.scaleOut.reset();
        if (isNull(top.any("vpc")))
            m_spec.vpc.reset();
        if (isNull(top.any("transfer")))
            m_spec.transfer = {};
        if (isNull(top.any("compute")))
            m_spec.compute = {};
        if (isNull(top.any("power")))
            m_spec.power = {};
        if (isNull(top.any("serving")))
            m_spec.serving = {};
        if (isNull(top.any("collective")))
            m_spec.collective = {};
    }

    void word(std::string_view partName, std::string_view key, std::string& text) {
        const auto part = m_parts.find(partName);
        if (part == m_parts.end() || (m_base == Base::Given && !text.empty() && !part->second.has(key)))
            return;
        text = part->second.text(key);
    }

    void readWords() {
        word("chip", "name", m_spec.chip.name);
        word("chip", "word", m_spec.chip.word);
        word("chip", "endpoint_word", m_spec.chip.endpointWord);
        word("node", "word", m_spec.node.word);
        word("node", "cpu_name", m_spec.node.cpuName);
        word("fabric", "name", m_spec.fabric.name);
        word("fabric", "plane_word", m_spec.fabric.planeWord);
        if (const auto fabric = m_parts.find("fabric"); fabric != m_parts.end())
            m_spec.fabric.leafWord = fabric->second.textOr("leaf_word", m_spec.fabric.leafWord);
        word("fabric", "spine_word", m_spec.fabric.spineWord);
        word("fabric", "box_word", m_spec.fabric.boxWord);
        if (m_parts.contains("scale_out") && !m_spec.scaleOut)
            m_spec.scaleOut.emplace();
        if (m_spec.scaleOut)
            word("scale_out", "name", m_spec.scaleOut->name);
        if (m_parts.contains("vpc") && !m_spec.vpc)
            m_spec.vpc.emplace();
        if (m_spec.vpc)
            word("vpc", "name", m_spec.vpc->name);
    }

    SystemSpec& m_spec;
    Base m_base;
    std::map<std::string, JsonObject, std::less<>> m_parts;
};

void readHead(JsonObject& top, SystemSpec& spec, Base base) {
    spec.id = top.text("id");
    if (!isFileId(spec.id))
        top.refuse("id", "\"" + spec.id + "\" cannot name a system",
                   "give lower-case letters, digits and hyphens");
    spec.name = top.text("name");
    if (base == Base::None || top.has("maker"))
        spec.maker = top.text("maker");
    if (base == Base::None || top.has("accent"))
        spec.accent = top.text("accent");
    if (!isColour(spec.accent))
        top.refuse("accent", "\"" + spec.accent + "\" is no colour", "give one such as #E69F00");
    if (base == Base::None || top.has("sources"))
        for (auto& [key, source] : readSources(top))
            spec.sources.insert_or_assign(key, source);
}

// The system that a file extends, cut down or grown as it asks; none, with an issue, when there is no such
// one.
SystemPtr readBase(JsonObject& top, const BaseLookup& lookup) {
    const std::string id = top.text("base");
    SystemPtr base = lookup ? lookup(id) : nullptr;
    if (!base) {
        top.refuse("base", "there is no built-in system \"" + id + "\"",
                   "name one of the built-in systems, or leave the field out and state every number");
        return nullptr;
    }
    if (!top.has("chips"))
        return base;
    constexpr std::int64_t most = 1'000'000;
    Result<SystemSpec> sized = resized(*base, static_cast<int>(top.whole("chips", 1, most)));
    if (sized)
        return std::make_shared<const SystemSpec>(std::move(sized).value());
    for (const Issue& issue : sized.issues())
        top.refuse(issue.field == "chips" ? "chips" : "chips (" + issue.field + ")", issue.reason,
                   issue.remedy);
    return nullptr;
}

} // namespace

Result<SystemSpec> readSystem(std::string_view json, const BaseLookup& lookup) {
    using Answer = Result<SystemSpec>;
    JsonFile file(json);
    JsonObject& top = file.top();
    std::vector<Issue>& issues = file.issues();
    if (!file.readable())
        return Answer::refused(issues);
    SystemSpec spec;
    Base base = Base::None;
    if (top.has("base")) {
        const SystemPtr extended = readBase(top, lookup);
        if (!extended)
            return Answer::refused(std::move(issues));
        spec = *extended;
        base = Base::Given;
    }
    file.expectKind("system");
    readHead(top, spec, base);
    const SystemReader reader(top, spec, base);
    top.done();
    if (issues.empty())
        issues = check(spec);
    if (!issues.empty())
        return Answer::refused(std::move(issues));
    return spec;
}

} // namespace supernode
