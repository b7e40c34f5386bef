// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/workload_json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace supernode {
namespace {

constexpr std::array<std::string_view, 11> futureKinds{
    "all-reduce", "all-gather", "reduce-scatter", "broadcast",     "moe-dispatch", "moe-combine",
    "decode",     "prefill",    "serving",        "training-step", "flows"};

template <class Enum, std::size_t n>
using Words = std::array<std::pair<std::string_view, Enum>, n>;

constexpr Words<Operation, 3> operations{
    {{"line", Operation::Line}, {"read", Operation::Read}, {"write", Operation::Write}}};
constexpr Words<Scope, 2> scopes{{{"intra-node", Scope::IntraNode}, {"inter-node", Scope::InterNode}}};
constexpr Words<Target, 2> targets{{{"endpoint", Target::Endpoint}, {"cpu", Target::Cpu}}};
// What "to" may say instead of a name.
constexpr Words<Target, 5> targetWords{{{"npu", Target::Endpoint},
                                        {"gpu", Target::Endpoint},
                                        {"die", Target::Endpoint},
                                        {"endpoint", Target::Endpoint},
                                        {"cpu", Target::Cpu}}};

template <class Enum, std::size_t n>
const Enum* find(const Words<Enum, n>& words, std::string_view word) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.first == word; });
    return found == words.end() ? nullptr : &found->second;
}

template <class Enum, std::size_t n>
std::string wordOf(const Words<Enum, n>& words, Enum value) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto& w) { return w.second == value; });
    return std::string(found->first);
}

template <class Enum, std::size_t n>
void readWord(JsonObject& block, std::string_view key, const Words<Enum, n>& words, Enum& value) {
    if (!block.has(key))
        return;
    const std::string word = block.text(key);
    if (const Enum* found = find(words, word)) {
        value = *found;
        return;
    }
    std::string list;
    for (const auto& w : words)
        list += (list.empty() ? "" : ", ") + std::string(w.first);
    if (!word.empty())
        block.refuse(key, "\"" + word + "\" is not known", "give one of " + list);
}

void readBytes(JsonObject& block, Bytes& amount) {
    if (block.has("bytes"))
        amount = bytes(block.number("bytes"));
}

void readTarget(JsonObject& block, PointToPoint& w) {
    const std::string to = block.textOr("to", "");
    if (const Target* word = find(targetWords, to)) {
        w.target = *word;
    } else {
        w.to = to;
        // "node 1 cpu 2" is a CPU, "node 1 npu 2 die 1" is not.
        w.target = to.find("cpu") == std::string::npos ? Target::Endpoint : Target::Cpu;
    }
    const Target said = w.target;
    readWord(block, "target", targets, w.target);
    if (!to.empty() && said != w.target)
        block.refuse("target", "contradicts \"to\"", "leave one of them out");
}

void readFields(JsonObject& block, PointToPoint& w) {
    readWord(block, "operation", operations, w.operation);
    readTarget(block, w);
    readWord(block, "scope", scopes, w.scope);
    w.from = block.textOr("from", "");
    readBytes(block, w.bytes);
}
void readFields(JsonObject& block, AllToAll& w) {
    readWord(block, "operation", operations, w.operation);
    readBytes(block, w.bytes);
}
void readFields(JsonObject& block, Permutation& w) {
    readWord(block, "operation", operations, w.operation);
    readBytes(block, w.bytes);
    if (block.has("seed"))
        w.seed = static_cast<std::uint64_t>(block.whole("seed", 0, std::int64_t{1} << 53));
}
void readFields(JsonObject& block, Incast& w) {
    readWord(block, "operation", operations, w.operation);
    w.to = block.textOr("to", "");
    readBytes(block, w.bytes);
}
void readFields(JsonObject&, Specification&) {}

template <std::size_t... kinds>
std::optional<Workload> emptyOfKind(std::string_view kind, std::string& list, std::index_sequence<kinds...>) {
    std::optional<Workload> workload;
    const auto tryKind = [&](auto empty) {
        list += (list.empty() ? "" : ", ") + std::string(empty.kind);
        if (empty.kind == kind)
            workload = empty;
    };
    (tryKind(std::variant_alternative_t<kinds, Workload>{}), ...);
    return workload;
}

void writeFields(nlohmann::ordered_json& out, const PointToPoint& w) {
    out["target"] = wordOf(targets, w.target);
    out["scope"] = wordOf(scopes, w.scope);
    if (!w.from.empty())
        out["from"] = w.from;
    if (!w.to.empty())
        out["to"] = w.to;
}
void writeFields(nlohmann::ordered_json& out, const Incast& w) {
    if (!w.to.empty())
        out["to"] = w.to;
}
void writeFields(nlohmann::ordered_json& out, const Permutation& w) { out["seed"] = w.seed; }
template <class Other>
void writeFields(nlohmann::ordered_json&, const Other&) {}

} // namespace

bool isFutureKind(std::string_view kind) {
    return std::find(futureKinds.begin(), futureKinds.end(), kind) != futureKinds.end();
}

std::optional<Workload> readWorkload(JsonObject block, std::vector<Issue>& issues) {
    const std::size_t before = issues.size();
    const std::string kind = block.text("kind");
    std::string known;
    std::optional<Workload> workload =
        emptyOfKind(kind, known, std::make_index_sequence<std::variant_size_v<Workload>>{});
    if (!workload) {
        if (isFutureKind(kind))
            block.refuse("kind", "\"" + kind + "\" is not modelled yet", "the kinds that are: " + known);
        else if (issues.size() == before && block.present())
            block.refuse("kind", "there is no workload \"" + kind + "\"", "give one of " + known);
        return std::nullopt;
    }
    std::visit([&](auto& w) { readFields(block, w); }, *workload);
    block.done();
    return issues.size() == before ? workload : std::nullopt;
}

nlohmann::ordered_json workloadToJson(const Workload& workload) {
    nlohmann::ordered_json out;
    out["kind"] = kindOf(workload);
    std::visit(
        [&](const auto& w) {
            if constexpr (requires { w.operation; })
                out["operation"] = wordOf(operations, w.operation);
            writeFields(out, w);
            if constexpr (requires { w.bytes; })
                out["bytes"] = numberToJson(w.bytes.base());
        },
        workload);
    return out;
}

} // namespace supernode
