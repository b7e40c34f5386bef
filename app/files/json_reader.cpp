// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/json_reader.h"

#include <algorithm>
#include <cmath>

namespace supernode {
namespace {

constexpr std::size_t mostTextBytes = 8192;

std::string printable(std::string_view text, std::size_t most) {
    std::string clean;
    for (const char c : text.substr(0, most))
        clean += c >= 0x20 && c < 0x7f ? c : '?';
    if (text.size() > most)
        clean += "...";
    return clean;
}

bool hasControlCharacter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7f; });
}

std::string inQuotes(std::string_view text) { return '"' + printable(text, 60) + '"'; }

// First pass over the text: depth, keys that come twice, and where the syntax breaks. Builds nothing.
class Guard : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Guard(std::string_view text) : m_text(text) {}

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t value, const string_t& token) override {
        if (std::isfinite(value))
            return true;
        issue = {path(), "the number " + printable(token, 40) + " is too large", "give a smaller number"};
        return false;
    }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_array() override { return leave(); }
    bool key(string_t& key) override {
        Level& level = m_levels.back();
        level.key = key;
        if (level.seen.insert(key).second)
            return true;
        issue = {path(), "the key stands here twice", "leave one of them out"};
        return false;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::json::exception& error) override {
        const std::string_view before = m_text.substr(0, position > 0 ? position - 1 : 0);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        const std::size_t lineStart =
            before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        issue.field =
            "line " + std::to_string(line) + ", column " + std::to_string(before.size() - lineStart + 1);
        issue.reason = "not valid JSON: " + withoutPrefix(error.what());
        issue.remedy = "correct the text there";
        return false;
    }

    Issue issue;

private:
    struct Level {
        std::set<std::string> seen;
        std::string key;
    };

    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ..." -> "syntax error
    // ...".
    static std::string withoutPrefix(std::string_view what) {
        if (const auto bracket = what.find("] "); bracket != std::string_view::npos)
            what.remove_prefix(bracket + 2);
        if (const auto column = what.find(": ");
            what.starts_with("parse error") && column != std::string_view::npos)
            what.remove_prefix(column + 2);
        return printable(what, 160);
    }
    bool enter() {
        if (m_levels.size() >= static_cast<std::size_t>(mostJsonLevels)) {
            issue = {"", "nested deeper than " + std::to_string(mostJsonLevels) + " levels",
                     "no file of this program needs that"};
            return false;
        }
        m_levels.emplace_back();
        return true;
    }
    bool leave() {
        m_levels.pop_back();
        return true;
    }
    std::string path() const {
        std::string joined;
        for (const Level& level : m_levels)
            if (!level.key.empty())
                joined.append(joined.empty() ? "" : ".").append(printable(level.key, 60));
        return joined;
    }

    std::string_view m_text;
    std::vector<Level> m_levels;
};

nlohmann::json valueOf(std::string_view text, std::vector<Issue>& issues) {
    Result<nlohmann::json> value = parseJson(text);
    if (value)
        return std::move(value).value();
    issues = value.issues();
    return nlohmann::json::object();
}

void readSchema(JsonObject& top) {
    const std::int64_t schema = top.whole("schema", 1, 1'000'000);
    if (schema > newestSchema)
        top.refuse("schema", std::to_string(schema) + " is newer than this program reads",
                   "use a Supernode Explorer that reads schema " + std::to_string(schema) +
                       "; this one reads up to " + std::to_string(newestSchema));
}

} // namespace

Result<nlohmann::json> parseJson(std::string_view text) {
    if (text.size() > mostJsonBytes)
        return Result<nlohmann::json>::refused(Issue{"",
                                                     "the file has " + std::to_string(text.size()) + " bytes",
                                                     "give at most " + std::to_string(mostJsonBytes)});
    Guard guard(text);
    if (!nlohmann::json::sax_parse(text, &guard))
        return Result<nlohmann::json>::refused(std::move(guard.issue));
    return nlohmann::json::parse(text, nullptr, false);
}

std::string describe(const nlohmann::json& value) {
    if (value.is_string())
        return "the text " + inQuotes(value.get_ref<const std::string&>());
    if (value.is_number())
        return "the number " + printable(value.dump(), 40);
    if (value.is_array())
        return "a list";
    if (value.is_object())
        return "an object";
    return value.is_null() ? "null" : value.get<bool>() ? "true" : "false";
}

nlohmann::ordered_json numberToJson(double value) {
    constexpr double mostExact = 9007199254740992.0; // 2^53
    if (std::floor(value) == value && std::abs(value) <= mostExact)
        return static_cast<std::int64_t>(value);
    return value;
}

JsonObject::JsonObject(const nlohmann::json& value, std::string path, std::vector<Issue>& issues)
    : JsonObject(std::move(path), issues) {
    if (value.is_object())
        m_value = &value;
    else
        issues.push_back({m_path, "is " + describe(value), "give an object: { ... }"});
}

std::string JsonObject::pathOf(std::string_view key) const {
    const std::string clean = printable(key, 60);
    return m_path.empty() ? clean : m_path + "." + clean;
}

std::vector<std::string> JsonObject::keys() const {
    std::vector<std::string> all;
    if (m_value)
        for (const auto& item : m_value->items())
            all.push_back(item.key());
    return all;
}

bool JsonObject::has(std::string_view key) { return any(key) != nullptr; }

const nlohmann::json* JsonObject::any(std::string_view key) {
    m_known.emplace(key);
    if (!m_value)
        return nullptr;
    const auto found = m_value->find(key);
    return found == m_value->end() ? nullptr : &*found;
}

const nlohmann::json* JsonObject::ask(std::string_view key, std::string_view wanted) {
    const nlohmann::json* value = any(key);
    if (!value && m_value)
        refuse(key, "is missing", "give " + std::string(wanted));
    return value;
}

std::string JsonObject::text(std::string_view key) {
    const nlohmann::json* value = ask(key, "a text");
    if (!value)
        return {};
    const std::string* text = value->get_ptr<const std::string*>();
    if (!text)
        refuse(key, "is " + describe(*value), "give a text in quotes");
    else if (text->size() > mostTextBytes)
        refuse(key, "is a text of " + std::to_string(text->size()) + " bytes", "give a shorter one");
    else if (hasControlCharacter(*text))
        refuse(key, "holds a control character: " + inQuotes(*text), "give plain text");
    else
        return *text;
    return {};
}

std::string JsonObject::textOr(std::string_view key, std::string_view fallback) {
    return has(key) ? text(key) : std::string(fallback);
}

double JsonObject::number(std::string_view key) {
    const nlohmann::json* value = ask(key, "a number");
    if (!value)
        return 0;
    if (value->is_number())
        return value->get<double>();
    refuse(key, "is " + describe(*value), "give a number without quotes");
    return 0;
}

std::int64_t JsonObject::whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const double value = number(key);
    if (!any(key) || !any(key)->is_number())
        return least;
    // Both bounds are below 2^53 in use, so the comparison is exact.
    if (value >= static_cast<double>(least) && value <= static_cast<double>(most) &&
        std::floor(value) == value)
        return static_cast<std::int64_t>(value);
    refuse(key, "is " + describe(*any(key)),
           "give a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

JsonObject JsonObject::object(std::string_view key) {
    const nlohmann::json* value = ask(key, "an object: { ... }");
    return value ? JsonObject(*value, pathOf(key), *m_issues) : JsonObject(pathOf(key), *m_issues);
}

std::vector<JsonObject> JsonObject::objects(std::string_view key) {
    std::vector<JsonObject> list;
    const nlohmann::json* value = ask(key, "a list: [ ... ]");
    if (value && !value->is_array())
        refuse(key, "is " + describe(*value), "give a list: [ ... ]");
    if (!value || !value->is_array())
        return list;
    for (std::size_t i = 0; i < value->size(); ++i)
        list.emplace_back((*value)[i], pathOf(key) + "[" + std::to_string(i) + "]", *m_issues);
    return list;
}

void JsonObject::refuse(std::string_view key, std::string reason, std::string remedy) {
    m_issues->push_back({pathOf(key), std::move(reason), std::move(remedy)});
}

void JsonObject::done() {
    std::string known;
    for (const std::string& key : m_known)
        known += (known.empty() ? "" : ", ") + key;
    for (const std::string& key : keys())
        if (!m_known.contains(key))
            refuse(key, "there is no such key", "the keys here are " + known);
}

JsonFile::JsonFile(std::string_view text) : m_value(valueOf(text, m_issues)), m_top(m_value, "", m_issues) {
    if (m_issues.empty())
        readSchema(m_top);
    m_readable = m_issues.empty();
}

void JsonFile::expectKind(std::string_view kind) {
    const std::string found = m_top.text("kind"); // refuses what is no text
    if (m_top.any("kind") && m_top.any("kind")->is_string() && found != kind)
        m_top.refuse("kind", "is " + inQuotes(found), "give a file of kind " + inQuotes(kind));
}

} // namespace supernode
