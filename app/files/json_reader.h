// SPDX-License-Identifier: GPL-3.0-or-later
// Reads JSON that a person wrote: every mistake becomes an Issue that names the field.
//
// Errors: issues, never exceptions. Limits: 4 MiB of text, 32 levels; a key twice in one object, numbers that
// a double cannot hold, text that is not UTF-8 or holds control characters are refused. Promise: a syntax
// error is reported with its line and column. [JsonReader.ASyntaxErrorNamesLineAndColumn] Promise: an unknown
// key is refused by name. [JsonReader.AnUnknownKeyIsRefusedByName]
#pragma once

#include "model/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace supernode {

constexpr std::size_t mostJsonBytes = 4u << 20;
constexpr int mostJsonLevels = 32;

Result<nlohmann::json> parseJson(std::string_view text);

// "a list", "the text \"abc\"", "the number 3", for messages.
std::string describe(const nlohmann::json& value);

// A number as it is written: without a fraction when it has none.
nlohmann::ordered_json numberToJson(double value);

// One object of the file and where it stands. Asking for a key marks it as known; done() refuses the others.
// A question that the file cannot answer adds an issue and yields an empty value: read on, look at the issues
// at the end. Ownership: refers to the JSON value and the list of issues, which must outlive it.
class JsonObject {
public:
    // `value` may be anything; an issue is added when it is no object.
    JsonObject(const nlohmann::json& value, std::string path, std::vector<Issue>& issues);

    bool present() const { return m_value != nullptr; } // it is there and an object
    std::string pathOf(std::string_view key) const;
    std::vector<std::string> keys() const;
    bool has(std::string_view key);

    std::string text(std::string_view key);
    std::string textOr(std::string_view key, std::string_view fallback);
    double number(std::string_view key);
    // A whole number from least to most.
    std::int64_t whole(std::string_view key, std::int64_t least, std::int64_t most);
    JsonObject object(std::string_view key);
    std::vector<JsonObject> objects(std::string_view key); // a list of objects
    // The value as it stands, null when absent; the caller checks its type.
    const nlohmann::json* any(std::string_view key);

    void refuse(std::string_view key, std::string reason, std::string remedy);
    void done();

private:
    JsonObject(std::string path, std::vector<Issue>& issues) : m_path(std::move(path)), m_issues(&issues) {}
    const nlohmann::json* ask(std::string_view key, std::string_view wanted);

    const nlohmann::json* m_value = nullptr; // null when absent or no object
    std::string m_path;
    std::vector<Issue>* m_issues;
    std::set<std::string, std::less<>> m_known;
};

constexpr int newestSchema = 1;

// The text of a file, its "schema" read. Thread: one at a time. Ownership: of its JSON and issues.
class JsonFile {
public:
    explicit JsonFile(std::string_view text);
    JsonFile(const JsonFile&) = delete;
    JsonFile& operator=(const JsonFile&) = delete;

    // False, with issues: it is no JSON, or of a version that this program cannot read.
    bool readable() const { return m_readable; }
    // Adds an issue when "kind" is another.
    void expectKind(std::string_view kind);

    JsonObject& top() { return m_top; }
    std::vector<Issue>& issues() { return m_issues; }

private:
    std::vector<Issue> m_issues;
    nlohmann::json m_value; // an empty object when the text is no JSON
    JsonObject m_top;
    bool m_readable = false;
};

} // namespace supernode
