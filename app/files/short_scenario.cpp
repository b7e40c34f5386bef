// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/short_scenario.h"

#include "app/files/builtin.h"
#include "app/files/json_reader.h"
#include "app/files/workload_json.h"
#include "model/fabric/fabric.h"
#include "model/scenario/changed_system.h"

#include <algorithm>

namespace supernode {
namespace {

using Json = nlohmann::ordered_json;

// In the order of ElementKind. Printed codes hold these letters: add, never change.
constexpr std::string_view kindLetters = "yurncepfabstwmovhk";
static_assert(kindLetters.size() == elementKinds);

// Every printable character but the quote, the backslash and the dot: 46 end a number, 46 go on with it.
constexpr std::uint32_t base = 46;
constexpr std::string_view digits = " !#$%&'()*+,-/0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`"
                                    "abcdefghijklmnopqrstuvwxyz{|}~";
static_assert(digits.size() == std::size_t{2} * base);

std::string numberText(std::uint32_t number) {
    std::string text(1, digits[number % base]);
    for (number /= base; number > 0; number /= base)
        text.insert(text.begin(), digits[base + number % base]);
    return text;
}

// What a change does to its elements, as the item that stands before them.
struct Verb {
    Json item; // discarded: failed
    std::vector<const std::string*> elements;
};
std::optional<Verb> verbOf(const Change& change) {
    if (const auto* fail = std::get_if<Fail>(&change))
        return Verb{Json(Json::value_t::discarded), {&fail->element}};
    if (const auto* slow = std::get_if<Slow>(&change))
        return Verb{numberToJson(slow->percent), {&slow->element}};
    if (const auto* restore = std::get_if<Restore>(&change))
        return Verb{nullptr, {&restore->element}};
    if (const auto* move = std::get_if<MoveParts>(&change))
        return Verb{Json::array({move->count}), {&move->from, &move->onto}};
    if (const auto* copy = std::get_if<CopyExpert>(&change))
        return Verb{Json::array(), {&copy->from, &copy->onto}};
    return std::nullopt;
}
bool same(const Json& a, const Json& b) {
    return a.is_discarded() == b.is_discarded() && (a.is_discarded() || a == b);
}

class Writer {
public:
    explicit Writer(FabricPtr fabric) : m_fabric(std::move(fabric)) {}

    std::optional<Issue> add(const Change& change) {
        if (const auto* set = std::get_if<SetFact>(&change)) {
            close();
            m_list.push_back(set->path);
            m_list.push_back(numberToJson(set->value));
            return std::nullopt;
        }
        const Verb verb = *verbOf(change);
        if (verb.item.is_array())
            close(); // its two elements are of one kind, or the fabric refuses them
        for (const std::string* element : verb.elements)
            if (std::optional<Issue> issue = add(verb.item, *element))
                return issue;
        return std::nullopt;
    }
    Json take() {
        close();
        return std::move(m_list);
    }

private:
    std::optional<Issue> add(const Json& verb, const std::string& element) {
        const Result<ElementId> found = m_fabric->find(element);
        if (!found)
            return found.issues().front();
        const Element e = m_fabric->element(*found);
        if (m_run.empty() || e.kind != m_kind || !same(verb, m_verb)) {
            close();
            m_kind = e.kind;
            m_verb = verb;
            m_at = 0;
            m_run = kindLetters[static_cast<std::size_t>(e.kind)];
        }
        const auto count = static_cast<std::uint32_t>(m_fabric->count(e.kind));
        m_run += numberText((e.index + count - m_at) % count);
        m_at = e.index;
        return std::nullopt;
    }
    void close() {
        if (m_run.empty())
            return;
        if (!m_verb.is_discarded())
            m_list.push_back(m_verb);
        m_list.push_back(std::exchange(m_run, {}));
    }

    FabricPtr m_fabric;
    Json m_list = Json::array(), m_verb;
    std::string m_run;
    ElementKind m_kind = ElementKind::System;
    std::uint32_t m_at = 0;
};

Result<FabricPtr> fabricOf(const Scenario& scenario) {
    const Result<SystemPtr> system = changedSystem(scenario);
    return system ? buildFabric(*system) : Result<FabricPtr>::refused(system.issues());
}

bool touchesElements(const std::vector<Change>& changes) {
    return std::any_of(changes.begin(), changes.end(), [](const Change& c) { return verbOf(c).has_value(); });
}

Json shortWorkload(const Workload& workload) {
    const Json byItself =
        std::visit([](const auto& w) { return workloadToJson(std::decay_t<decltype(w)>{}); }, workload);
    const Json all = workloadToJson(workload);
    Json left;
    for (const auto& item : all.items())
        if (item.key() == "kind" || !byItself.contains(item.key()) || byItself[item.key()] != item.value())
            left[item.key()] = item.value();
    return left;
}

Issue unreadable() { return {"code", "holds no scenario", "give a code of supernode"}; }

class Reader {
public:
    explicit Reader(Scenario& scenario) : m_scenario(scenario) {}

    // Facts first: which elements there are depends on them.
    std::optional<Issue> read(const nlohmann::json& list) {
        if (!list.is_array())
            return unreadable();
        for (std::size_t i = 0; i + 1 < list.size(); ++i)
            if (isPath(list[i]) && list[i + 1].is_number())
                m_facts.changes.emplace_back(SetFact{list[i], list[i + 1]});
        m_facts.system = m_scenario.system;
        Result<FabricPtr> fabric = fabricOf(m_facts);
        if (!fabric)
            return fabric.issues().front();
        m_fabric = *fabric;
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!item(list, i))
                return unreadable();
        return std::nullopt;
    }

private:
    static bool isPath(const nlohmann::json& item) {
        return item.is_string() && item.get_ref<const std::string&>().find('.') != std::string::npos;
    }
    // Reads what begins at `i` and leaves `i` at its last item.
    bool item(const nlohmann::json& list, std::size_t& i) {
        if (isPath(list[i])) {
            if (i + 1 >= list.size() || !list[i + 1].is_number())
                return false;
            m_scenario.changes.emplace_back(SetFact{list[i], list[i + 1]});
            ++i;
            return true;
        }
        if (list[i].is_string())
            return run(list[i],
                       [](std::string name) -> std::optional<Change> { return Fail{std::move(name)}; });
        const nlohmann::json& verb = list[i];
        if (++i >= list.size() || !list[i].is_string() ||
            !(verb.is_number() || verb.is_null() || verb.is_array()))
            return false;
        if (verb.is_array())
            return pairs(list[i], verb);
        return run(list[i], [&](std::string name) -> std::optional<Change> {
            if (verb.is_null())
                return Restore{std::move(name)};
            return Slow{std::move(name), verb};
        });
    }
    // Two elements after another: moves with a count, copies of experts without.
    bool pairs(const std::string& text, const nlohmann::json& verb) {
        const bool moves = verb.size() == 1 && verb[0].is_number_integer();
        std::string from;
        if (!moves && !verb.empty())
            return false;
        const bool read = run(text, [&](std::string name) -> std::optional<Change> {
            if (from.empty()) {
                from = std::move(name);
                return std::nullopt;
            }
            if (moves)
                return MoveParts{std::exchange(from, {}), std::move(name), verb[0].get<int>()};
            return CopyExpert{std::exchange(from, {}), std::move(name)};
        });
        return read && from.empty();
    }
    // `make` gives a change for the name of an element, or none yet.
    template <class Make>
    bool run(const std::string& text, Make make) {
        const std::size_t kind = text.empty() ? std::string_view::npos : kindLetters.find(text.front());
        if (kind == std::string_view::npos)
            return false;
        const std::uint64_t count = m_fabric->count(static_cast<ElementKind>(kind));
        std::uint64_t at = 0, number = 0;
        for (const char c : std::string_view(text).substr(1)) {
            const std::size_t digit = digits.find(c);
            if (digit == std::string_view::npos || number > count)
                return false;
            number = number * base + digit % base;
            if (digit >= base)
                continue;
            if (number >= count)
                return false;
            at = (at + number) % count;
            const std::optional<Change> change =
                make(m_fabric->name(m_fabric->id(static_cast<ElementKind>(kind), at)));
            if (change)
                m_scenario.changes.push_back(*change);
            number = 0;
        }
        return number == 0;
    }

    Scenario& m_scenario;
    Scenario m_facts;
    FabricPtr m_fabric;
};

std::optional<Issue> readParts(const nlohmann::json& parts, Scenario& scenario) {
    constexpr std::size_t most = 6;
    if (!parts.is_array() || parts.size() < 2 || parts.size() > most || !parts[0].is_string())
        return unreadable();
    scenario.system = builtinSystem(parts[0].get<std::string>());
    if (!scenario.system)
        return Issue{"system", "this program has no machine " + describe(parts[0]),
                     "read the code with a newer Supernode Explorer"};
    std::vector<Issue> issues;
    const std::optional<Workload> workload = readWorkload(JsonObject(parts[1], "workload", issues), issues);
    if (!workload)
        return issues.front();
    scenario.workload = *workload;
    if (parts.size() > 3 &&
        !(parts[3].is_string() && fromWord(parts[3].get<std::string>(), scenario.routing)))
        return unreadable();
    if (parts.size() > 4 && !parts[4].is_number_unsigned())
        return unreadable();
    if (parts.size() > 4)
        scenario.routingSeed = parts[4];
    if (parts.size() > 5 &&
        !(parts[5].is_string() && fromWord(parts[5].get<std::string>(), scenario.package)))
        return unreadable();
    return parts.size() > 2 ? Reader(scenario).read(parts[2]) : std::nullopt;
}

} // namespace

Result<std::string> shortScenario(const Scenario& scenario) {
    using Answer = Result<std::string>;
    const SystemPtr known = builtinSystem(scenario.system->id);
    if (!known || !(*known == *scenario.system))
        return Answer::refused(Issue{"system", scenario.system->name + " does not come with the program",
                                     "save the scenario as a file, beside that of the machine"});
    Result<FabricPtr> fabric = FabricPtr();
    if (touchesElements(scenario.changes) && !(fabric = fabricOf(scenario)))
        return Answer::refused(fabric.issues());
    Writer writer(*fabric); // without elements it looks into none
    for (const Change& change : scenario.changes)
        if (const std::optional<Issue> issue = writer.add(change))
            return Answer::refused(*issue);
    const Json changes = writer.take();
    // What stands as it is by itself is left out, from the end.
    const Scenario usual;
    const bool packed = scenario.package != usual.package;
    const bool seeded = packed || scenario.routingSeed != usual.routingSeed;
    const bool routed = seeded || scenario.routing != usual.routing;
    Json parts{scenario.system->id, shortWorkload(scenario.workload)};
    if (routed || !changes.empty())
        parts.push_back(changes);
    if (routed)
        parts.push_back(toWord(scenario.routing));
    if (seeded)
        parts.push_back(scenario.routingSeed);
    if (packed)
        parts.push_back(toWord(scenario.package));
    return parts.dump();
}

Result<Scenario> readShortScenario(std::string_view text) {
    using Answer = Result<Scenario>;
    const Result<nlohmann::json> parts = parseJson(text);
    if (!parts)
        return Answer::refused(unreadable());
    Scenario scenario;
    if (const std::optional<Issue> issue = readParts(*parts, scenario))
        return Answer::refused(*issue);
    if (std::vector<Issue> issues = check(scenario); !issues.empty())
        return Answer::refused(std::move(issues));
    return scenario;
}

} // namespace supernode
