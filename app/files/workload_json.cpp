// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/workload_json.h"

#include "model/scenario/words.h"
#include "model/scenario/workload_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

namespace supernode {
namespace {

// What "to" may say instead of a name.
constexpr Words<Target, 5> targetWords{{{"npu", Target::Endpoint},
                                        {"gpu", Target::Endpoint},
                                        {"die", Target::Endpoint},
                                        {"endpoint", Target::Endpoint},
                                        {"cpu", Target::Cpu}}};

const Target* targetOf(std::string_view word) {
    const auto found =
        std::find_if(targetWords.begin(), targetWords.end(), [&](const auto& w) { return w.first == word; });
    return found == targetWords.end() ? nullptr : &found->second;
}

// Members that are there are read; the others keep what the workload says by itself.
class FieldReader {
public:
    explicit FieldReader(JsonObject& block) : m_block(block) {}

    template <class Member>
    void operator()(const char* name, Member& member, Range range) {
        if (m_block.has(name))
            read(name, member, range);
    }

private:
    void read(const char* name, Bytes& amount, Range) { amount = bytes(m_block.number(name)); }
    void read(const char* name, double& number, Range) { number = m_block.number(name); }
    void read(const char* name, int& number, Range range) {
        number = static_cast<int>(m_block.whole(name, static_cast<std::int64_t>(range.least),
                                                static_cast<std::int64_t>(range.most)));
    }
    void read(const char* name, std::uint64_t& number, Range range) {
        number = static_cast<std::uint64_t>(m_block.whole(name, 0, static_cast<std::int64_t>(range.most)));
    }
    void read(const char* name, std::string& text, Range) { text = m_block.text(name); }
    void read(const char* name, std::optional<double>& number, Range) {
        const nlohmann::json* value = m_block.any(name);
        if (value && value->is_null())
            number.reset();
        else
            number = m_block.number(name);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void read(const char* name, Enum& value, Range) {
        const std::string word = m_block.text(name);
        if (!word.empty() && !fromWord(word, value))
            m_block.refuse(name, "\"" + word + "\" is not known", "give one of " + listOf(value));
    }

    JsonObject& m_block;
};

// A list of numbers, or of lists of numbers that are put one after the other.
void readNumbers(JsonObject& block, const char* name, std::vector<double>& list) {
    if (!block.has(name))
        return;
    const nlohmann::json* value = block.any(name);
    const auto refuse = [&] { block.refuse(name, "is no list of numbers", "give numbers in brackets"); };
    if (!value->is_array())
        return refuse();
    const auto add = [&](const nlohmann::json& number) {
        if (number.is_number())
            list.push_back(number.get<double>());
        return number.is_number();
    };
    for (const nlohmann::json& item : *value) {
        const bool row = item.is_array();
        if (row ? !std::all_of(item.begin(), item.end(), add) : !add(item))
            return refuse();
    }
}

void readTarget(JsonObject& block, PointToPoint& w) {
    const std::string to = w.to;
    const bool said = block.has("target");
    const Target target = w.target;
    if (const Target* word = targetOf(to)) {
        w.target = *word;
        w.to.clear();
    } else if (!to.empty()) {
        // "node 1 cpu 2" is a CPU, "node 1 npu 2 die 1" is not.
        w.target = to.find("cpu") == std::string::npos ? Target::Endpoint : Target::Cpu;
    }
    if (said && !to.empty() && target != w.target)
        block.refuse("target", "contradicts \"to\"", "leave one of them out");
}

void readBatch(JsonObject& block, Decode& w) {
    constexpr std::string_view key = "batch_per_chip", largest = "largest-that-fits";
    if (!block.has(key))
        return;
    const nlohmann::json* value = block.any(key);
    if (value->is_string() && value->get<std::string>() == largest)
        w.batchPerChip = 0;
    else if (value->is_string())
        block.refuse(key, describe(*value) + " is not known", "give a number or \"largest-that-fits\"");
    else
        w.batchPerChip = static_cast<int>(block.whole(key, 1, 1'000'000));
}

void readFlows(JsonObject& block, Flows& w) {
    for (JsonObject& object : block.objects("flows")) {
        DrawnFlow flow{object.text("from"), object.text("to"), bytes(object.number("bytes")), {}, {}};
        if (object.has("start_us"))
            flow.start = microseconds(object.number("start_us"));
        FieldReader{object}("network", flow.network, none);
        object.done();
        w.list.push_back(std::move(flow));
    }
}

// What the list of fields cannot say.
void readRest(JsonObject& block, AllToAll& w) { readNumbers(block, "matrix", w.matrix); }
void readRest(JsonObject& block, PointToPoint& w) { readTarget(block, w); }
void readRest(JsonObject& block, MoeDispatch& w) { readNumbers(block, "popularity", w.route.popularity); }
void readRest(JsonObject& block, MoeCombine& w) { readNumbers(block, "popularity", w.route.popularity); }
void readRest(JsonObject& block, Decode& w) { readBatch(block, w); }
void readRest(JsonObject& block, Flows& w) { readFlows(block, w); }
template <class Other>
void readRest(JsonObject&, Other&) {}

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

// Not written where they are as they are by themselves.
constexpr std::array<std::string_view, 9> details{"ranks",           "placement",         "zipf",
                                                  "network",         "redundant",         "tensor_parallel",
                                                  "cached_fraction", "redundant_experts", "prompt_ranks"};

class FieldWriter {
public:
    explicit FieldWriter(nlohmann::ordered_json& out) : m_out(out) {}

    template <class Member>
    void operator()(const char* name, const Member& member, Range) {
        write(name, member);
    }

private:
    void write(const char* name, Bytes amount) { m_out[name] = numberToJson(amount.base()); }
    void write(const char* name, double number) { m_out[name] = numberToJson(number); }
    void write(const char* name, int number) { m_out[name] = number; }
    void write(const char* name, std::uint64_t number) { m_out[name] = number; }
    void write(const char* name, const std::string& text) {
        if (!text.empty())
            m_out[name] = text;
    }
    void write(const char* name, const std::optional<double>& number) {
        m_out[name] = number ? numberToJson(*number) : nlohmann::ordered_json(nullptr);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void write(const char* name, Enum value) { m_out[name] = toWord(value); }

    nlohmann::ordered_json& m_out;
};

void writeNumbers(nlohmann::ordered_json& out, const char* name, const std::vector<double>& list) {
    for (const double number : list)
        out[name].push_back(numberToJson(number));
}
void writeRest(nlohmann::ordered_json& out, const AllToAll& w) { writeNumbers(out, "matrix", w.matrix); }
void writeRest(nlohmann::ordered_json& out, const MoeDispatch& w) {
    writeNumbers(out, "popularity", w.route.popularity);
}
void writeRest(nlohmann::ordered_json& out, const MoeCombine& w) {
    writeNumbers(out, "popularity", w.route.popularity);
}
void writeRest(nlohmann::ordered_json& out, const Decode& w) {
    if (w.batchPerChip == 0)
        out["batch_per_chip"] = "largest-that-fits";
    else
        out["batch_per_chip"] = w.batchPerChip;
}
// The roundest number of microseconds that is read back as the same time.
double microsecondsOf(Duration time) {
    const double exact = time.base() * 1e6, round = std::round(exact * 1e6) / 1e6;
    return microseconds(round) == time ? round : exact;
}
void writeRest(nlohmann::ordered_json& out, const Flows& w) {
    out["flows"] = nlohmann::ordered_json::array();
    for (const DrawnFlow& flow : w.list) {
        nlohmann::ordered_json one{
            {"from", flow.from}, {"to", flow.to}, {"bytes", numberToJson(flow.bytes.base())}};
        if (flow.start.base() > 0)
            one["start_us"] = numberToJson(microsecondsOf(flow.start));
        FieldWriter{one}("network", flow.network, none);
        out["flows"].push_back(std::move(one));
    }
}
template <class Other>
void writeRest(nlohmann::ordered_json&, const Other&) {}

} // namespace

std::optional<Workload> readWorkload(JsonObject block, std::vector<Issue>& issues) {
    const std::size_t before = issues.size();
    const std::string kind = block.text("kind");
    std::string known;
    std::optional<Workload> workload =
        emptyOfKind(kind, known, std::make_index_sequence<std::variant_size_v<Workload>>{});
    if (!workload) {
        if (issues.size() == before && block.present())
            block.refuse("kind", "there is no workload \"" + kind + "\"", "give one of " + known);
        return std::nullopt;
    }
    std::visit(
        [&](auto& w) {
            visitFields(w, FieldReader(block));
            readRest(block, w);
        },
        *workload);
    block.done();
    return issues.size() == before ? workload : std::nullopt;
}

nlohmann::ordered_json workloadToJson(const Workload& workload) {
    nlohmann::ordered_json out;
    out["kind"] = kindOf(workload);
    std::visit(
        [&](const auto& w) {
            const std::decay_t<decltype(w)> byItself;
            nlohmann::ordered_json untouched;
            visitFields(byItself, FieldWriter(untouched));
            visitFields(w, FieldWriter(out));
            for (const std::string_view detail : details)
                if (untouched.contains(detail) && untouched[std::string(detail)] == out[std::string(detail)])
                    out.erase(std::string(detail));
            writeRest(out, w);
        },
        workload);
    return out;
}

} // namespace supernode
